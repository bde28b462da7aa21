"""The measures: what can be calculated from facts, an audience and a role, to judge by.

This is the one list of them. A rubric chooses from it, and says how a measurement becomes a score;
nothing here knows what is good. Each is calculated by a function of the same name in
``certeval.analysis.evidence``.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

FactKind = Literal[
    "price", "status", "free_access", "curriculum", "prerequisites", "level", "hours", "rating",
    "postings", "wages",
]  # fmt: skip
"""What a fact is about, as far as facts of different kinds go out of date at different ages."""


class Measure(NamedTuple):
    """A measure.

    ``formula`` says how it is calculated, ``facts`` what it rests on, and ``parameters`` which
    numbers a rubric has to give. The values of a measure in words have no unit.
    """

    title: str
    unit: str | None
    meaning: str
    formula: str
    facts: tuple[FactKind, ...]
    parameters: tuple[str, ...] = ()


_STEPS = "basic counts 1, working 2, fluent 3"

MEASURES: Mapping[str, Measure] = {
    "payback-weeks": Measure(
        "Payback",
        "weeks",
        "how long a raise takes to earn back the realistic total cost",
        "total cost / (entry wage of the role x raise_percent_of_entry_wage / 100) x 365.25 / 7",
        ("price", "hours", "wages"),
        ("raise_percent_of_entry_wage",),
    ),
    "total-cost": Measure(
        "Realistic total cost",
        "USD",
        "what it costs in total at your hours per week",
        "fees + monthly price x months billed at your pace",
        ("price", "hours"),
    ),
    "core-skills-taught": Measure(
        "Core skills taught",
        "%",
        "the share of the role's core skills that it teaches",
        "core skills taught / core skills x 100",
        ("curriculum",),
    ),
    "useful-skills-taught": Measure(
        "Useful skills taught",
        "%",
        "the share of the role's useful skills that it teaches",
        "useful skills taught / useful skills x 100",
        ("curriculum",),
    ),
    "demand-covered": Measure(
        "Demand covered",
        "%",
        "the share of what postings of the role ask for that it teaches",
        "sum of postings that name a skill, over the skills taught / over all skills x 100",
        ("curriculum", "postings"),
    ),
    "prerequisite-steps": Measure(
        "Prerequisite steps",
        "steps",
        "how much it expects you to know before you start",
        f"sum of the levels of its prerequisites; {_STEPS}",
        ("prerequisites",),
    ),
    "steps-you-lack": Measure(
        "Steps you lack",
        "steps",
        "how much of what it expects you still have to learn",
        f"sum over its prerequisites of the levels above yours; {_STEPS}",
        ("prerequisites",),
    ),
    "level": Measure(
        "Level",
        None,
        "how hard its provider says it is",
        "beginner, intermediate or advanced",
        ("level",),
    ),
    "weeks-to-finish": Measure(
        "Weeks to finish",
        "weeks",
        "how long it takes at your hours per week",
        "hours / your hours per week",
        ("hours",),
    ),
    "areas-covered": Measure(
        "Areas of the field covered",
        "%",
        "how broad it is: the share of the areas of the field of which it teaches a skill",
        "areas with a skill taught / areas x 100",
        ("curriculum",),
    ),
    "courses-with-project": Measure(
        "Courses with a project",
        "%",
        "the share of its courses in which you build something",
        "courses with a project / courses x 100",
        ("curriculum",),
    ),
    "guided-projects": Measure(
        "Guided projects",
        "projects",
        "how many projects it has you build to given instructions",
        "number of courses with a guided project",
        ("curriculum",),
    ),
    "open-projects": Measure(
        "Open projects",
        "projects",
        "how many projects it has you design yourself, such as a capstone",
        "number of courses with an open project",
        ("curriculum",),
    ),
    "hours": Measure(
        "Hours",
        "hours",
        "how much study it contains",
        "hours from start to finish",
        ("hours",),
    ),
    "learner-rating": Measure(
        "Learner rating",
        "out of 5",
        "how its learners rate it",
        "rating / highest possible rating x 5",
        ("rating",),
    ),
    "provider-known": Measure(
        "Provider known",
        None,
        "whether postings of the field name its provider",
        "yes if at least provider_known_from_per_10000 postings name the provider, else no",
        ("postings",),
        ("provider_known_from_per_10000",),
    ),
    "mentions-per-10000": Measure(
        "Mentions",
        "per 10,000 postings",
        "how many postings of the role name it",
        "exact interval (Clopper and Pearson) of postings that name it / postings x 10,000",
        ("postings",),
        ("confidence_percent",),
    ),
}
"""All measures, by id."""

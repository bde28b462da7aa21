"""The reader: what an audience says of itself, and what somebody answered for this run."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple, get_args

from certeval.model.levels import SkillLevel
from certeval.model.setting import Setting
from certeval.model.skills import Vocabulary

LEVELS: tuple[str, ...] = get_args(SkillLevel)
"""How well something is known, in rising order."""

NOT_AT_ALL = LEVELS[0]
"""The level of whoever does not know it; to ask for it is to ask for nothing."""


class Answers(NamedTuple):
    """What was said for this run, in place of what the audience says; empty is not said.

    ``skills`` are levels by skill, ``years`` are years of work by field.
    """

    skills: Mapping[str, str] = {}
    years: Mapping[str, Fraction] = {}
    goals: Sequence[str] = ()
    deadline_days: int | None = None
    hours_per_week: Fraction | None = None

    @property
    def describe_somebody(self) -> bool:
        """Whether they say who the reader is, and not only how much time there is."""
        return bool(self.skills or self.years or self.goals or self.deadline_days is not None)


NO_ANSWERS = Answers()


class Reader(NamedTuple):
    """Who reads. A skill or field that is not there is not known; ``taught`` are the ids that
    certificates teach which the reader holds."""

    skills: Mapping[str, str]
    years: Mapping[str, Fraction]
    goals: frozenset[str]
    deadline_days: int | None
    hours_per_week: Fraction | None
    taught: frozenset[str]
    vocabulary: Vocabulary

    def level(self, skill: str) -> str:
        """How well the reader knows *skill*, itself or (for one with parts) by them."""
        own = self.skills.get(self.vocabulary.id(skill), NOT_AT_ALL)
        parts = [self.skills.get(part, NOT_AT_ALL) for part in self.vocabulary.parts(skill)]
        choose = min if self.vocabulary.needs_all(skill) else max
        by_parts = choose(parts, key=LEVELS.index) if parts else NOT_AT_ALL
        return max(own, by_parts, key=LEVELS.index)

    def known_at(self, level: str) -> frozenset[str]:
        """The ids known at *level* or better, and those that held certificates teach."""
        least = LEVELS.index(level)
        known = {name for name, has in self.skills.items() if LEVELS.index(has) >= least}
        return self.taught | known


def reader_of(setting: Setting, answers: Answers = NO_ANSWERS) -> Reader:
    """The reader of *setting*, as *answers* amend the audience."""
    audience, names = setting.audience, setting.vocabulary
    background = audience.background if audience else None
    skills = {item.skill: item.level for item in background.skills} if background else {}
    years = (
        {item.field: Fraction(item.years) for item in background.experience} if background else {}
    )
    hours = Fraction(audience.hours_per_week) if audience else None
    goals = answers.goals or (audience.goals if audience else ())
    deadline = answers.deadline_days
    if deadline is None and audience:
        deadline = audience.deadline_days
    said: dict[str, str] = {names.id(name): level for name, level in skills.items()}
    said |= {names.id(name): level for name, level in answers.skills.items()}
    return Reader(
        skills=said,
        years={**years, **answers.years},
        goals=frozenset(goals),
        deadline_days=deadline,
        hours_per_week=answers.hours_per_week or hours,
        taught=frozenset(names.id(s) for held in setting.held for s in held.taught()),
        vocabulary=names,
    )

"""Which function calculates which measure."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from certeval.analysis.evidence import (
    access_measures,
    cost_measures,
    market_measures,
    program_measures,
    skill_measures,
)
from certeval.analysis.evidence.reading import Reading
from certeval.model.context import Context

FUNCTIONS: Mapping[str, Callable[..., Reading]] = {
    "payback-weeks": cost_measures.payback_weeks,
    "total-cost": cost_measures.total_cost,
    "core-skills-taught": skill_measures.core_skills_taught,
    "useful-skills-taught": skill_measures.useful_skills_taught,
    "demand-covered": skill_measures.demand_covered,
    "prerequisite-steps": access_measures.prerequisite_steps,
    "steps-you-lack": access_measures.steps_you_lack,
    "level": access_measures.level,
    "weeks-to-finish": cost_measures.weeks_to_finish,
    "areas-covered": skill_measures.areas_covered,
    "courses-with-project": program_measures.courses_with_project,
    "guided-projects": program_measures.guided_projects,
    "open-projects": program_measures.open_projects,
    "hours": cost_measures.hours,
    "learner-rating": program_measures.learner_rating,
    "provider-known": market_measures.provider_known,
    "mentions-per-10000": market_measures.mentions,
}
"""The functions of the measures in ``certeval.model.measures``, by id."""


def measure(name: str, context: Context, parameters: Mapping[str, Fraction]) -> Reading:
    """Return what the facts of *context* say of a measure.

    Args:
        name: the id of the measure, one of ``FUNCTIONS``.
        context: the certificate, the reader, the role and the vocabulary.
        parameters: the numbers that the measure needs, by name.

    Returns:
        The measurement, as far as it is known.

    """
    return FUNCTIONS[name](context, **parameters)

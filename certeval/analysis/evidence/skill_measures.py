"""Measures of what a certificate teaches of what a role and the field ask for."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from certeval.analysis.evidence.reading import Fact, Reading, unknown
from certeval.analysis.figures import share
from certeval.model.context import Context
from certeval.model.postings import Demand

_WHOLE = 100


def core_skills_taught(context: Context) -> Reading:
    """Measure the share of the role's core skills that the certificate teaches, in percent.

    Args:
        context: the certificate, the role and the vocabulary.

    Returns:
        The reading. If the certificate's lists are not complete, skills that they leave out may
        be taught, so only the low end is set.

    """
    return _taught(context, context.role.skills.core if context.role else ())


def useful_skills_taught(context: Context) -> Reading:
    """Measure the share of the role's useful skills that the certificate teaches, in percent.

    Args:
        context: the certificate, the role and the vocabulary.

    Returns:
        The reading, as for core skills.

    """
    return _taught(context, context.role.skills.useful if context.role else ())


def demand_covered(context: Context) -> Reading:
    """Measure how much of what postings ask for the certificate teaches, in percent.

    Args:
        context: the certificate, the role with its demand, and the vocabulary.

    Returns:
        The reading: each core and useful skill counts as often as postings name it.

    """
    role = context.role
    if role is None or not role.demand:
        return unknown("postings")
    counts = _by_skill(role.demand)
    wanted = [skill for skill in (*role.skills.core, *role.skills.useful) if skill in counts]
    asked = {skill: Fraction(counts[skill].postings, counts[skill].of) for skill in wanted}
    reading = _taught(context, tuple(asked), asked)
    counted = Fact("postings", role, role.demand[0], f"{role.demand[0].of:,}")
    return reading._replace(facts=(*reading.facts, counted)) if reading.known else reading


def areas_covered(context: Context) -> Reading:
    """Measure the share of the areas of the field of which a skill is taught, in percent.

    Args:
        context: the certificate, the vocabulary, and the role with the areas of its field.

    Returns:
        The reading, as for core skills.

    """
    taught = {context.vocabulary.area(name) for name in context.certificate.taught()}
    areas = context.role.areas if context.role else ()
    return _reading(context, [area in taught for area in areas])


def _by_skill(demand: Iterable[Demand]) -> Mapping[str, Demand]:
    """Return the first count of each skill."""
    found: dict[str, Demand] = {}
    for one in demand:
        found.setdefault(one.skill, one)
    return found


def _taught(
    context: Context, skills: Sequence[str], weights: Mapping[str, Fraction] | None = None
) -> Reading:
    vocabulary = context.vocabulary
    taught = vocabulary.ids(context.certificate.taught())
    covered = [vocabulary.covers(taught, skill) for skill in skills]
    counts = None if weights is None else [weights[skill] for skill in skills]
    return _reading(context, covered, counts)


def _reading(
    context: Context, covered: Sequence[bool], counts: Sequence[Fraction] | None = None
) -> Reading:
    """Return the reading of the share of things that are *covered*, counted *counts* times."""
    certificate = context.certificate
    if not covered or not certificate.taught():
        return unknown("curriculum")
    counted = counts or [Fraction(1)] * len(covered)
    part = sum(
        (count for count, is_covered in zip(counted, covered, strict=True) if is_covered),
        Fraction(),
    )
    low = _WHOLE * part / sum(counted)
    complete = certificate.is_complete("teaches")
    sourced = [*certificate.teaches, *certificate.courses()]
    return Reading(
        low,
        low if complete else None,
        facts=(Fact("curriculum", certificate, sourced[0], ""),),
        missing=() if complete else ("curriculum",),
        detail="" if counts else share(sum(covered), len(covered)).display,
    )

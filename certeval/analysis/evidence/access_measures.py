"""Measures of how hard it is to get in."""

from collections.abc import Iterable
from fractions import Fraction
from typing import get_args

from certeval.analysis.evidence.reading import Fact, Reading, unknown
from certeval.model.context import Context
from certeval.model.levels import SkillLevel

_LEVELS: tuple[str, ...] = get_args(SkillLevel)


def prerequisite_steps(context: Context) -> Reading:
    """Measure how much the certificate expects you to know: the sum of the levels.

    Args:
        context: the certificate.

    Returns:
        The reading: none counts 0, basic 1, working 2, fluent 3. If the list of prerequisites is
        not complete there may be more of them, so only the low end is set.

    """
    needed = context.certificate.program.prerequisites
    return _steps(context, [_LEVELS.index(item.level) for item in needed])


def steps_you_lack(context: Context) -> Reading:
    """Measure how much of what the certificate expects the reader has yet to learn.

    Args:
        context: the certificate and the reader.

    Returns:
        The reading: the sum of the levels above the reader's own.

    """
    reader = context.reader
    steps = []
    for item in context.certificate.program.prerequisites:
        taught = reader.vocabulary.covers(reader.taught, item.skill)
        has = len(_LEVELS) if taught else _LEVELS.index(reader.level(item.skill))
        steps.append(max(0, _LEVELS.index(item.level) - has))
    return _steps(context, steps)


def level(context: Context) -> Reading:
    """Measure the level that the provider gives, as a word.

    Args:
        context: the certificate.

    Returns:
        The reading, in a word.

    """
    fact = context.certificate.program.level
    if fact is None:
        return unknown("level")
    return Reading(word=fact.level, facts=(Fact("level", context.certificate, fact, fact.level),))


def _steps(context: Context, steps: Iterable[int]) -> Reading:
    certificate = context.certificate
    needed = certificate.program.prerequisites
    complete = certificate.is_complete("prerequisites")
    if not needed and not complete:
        return unknown("prerequisites")
    found = Fraction(sum(steps))
    stated = [item for item in certificate.complete if "prerequisites" in item.lists]
    return Reading(
        found,
        found if complete else None,
        facts=tuple(Fact("prerequisites", certificate, one, "") for one in [*needed, *stated][:1]),
        missing=() if complete else ("prerequisites",),
    )

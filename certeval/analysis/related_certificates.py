"""Other certificates: whether they can still be taken, what they teach, what teaches a skill."""

from collections.abc import Iterable
from typing import get_args

from certeval.analysis.citation import cite
from certeval.analysis.figures import span
from certeval.analysis.rounding import exact_text
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.levels import ProgramLevel
from certeval.model.reader import NOT_AT_ALL, Reader
from certeval.model.skills import Vocabulary
from certeval.results.related_certificate import RelatedCertificate

LEVELS: tuple[str, ...] = get_args(ProgramLevel)
_MOST = 3


def related_certificate(
    context: Context, certificate: Certificate, not_taught: str | None = None
) -> RelatedCertificate:
    """Return *certificate* in brief.

    Args:
        context: says what day it is, and up to what age facts are fresh.
        certificate: any certificate of the library.
        not_taught: the title of a skill that a source recommends *certificate* for, if it does not
            teach that skill.

    Returns:
        Its facts on the day of *context*.

    """
    program = certificate.program
    retired_on = certificate.retired_on(context.today)
    stated = [*program.hours[:1], program.learner_rating, *program.prices[:1]]
    facts = [fact for fact in stated if fact]
    hours = program.hours[0] if program.hours else None
    rating = program.learner_rating
    return RelatedCertificate(
        id=certificate.id,
        title=certificate.title,
        level=program.level.level if program.level else None,
        hours=span(hours.low, hours.high) if hours else None,
        learner_rating=f"{exact_text(rating.value)} / {exact_text(rating.out_of)}"
        if rating
        else None,
        retired=str(retired_on) if retired_on else None,
        successors=program.retired.successors if retired_on and program.retired else (),
        not_taught=not_taught,
        citation=cite(context, certificate, facts[0]) if facts else None,
    )


def level_of(certificate: Certificate) -> int:
    """The rank of the level that its provider gives it; one that is unknown counts as hardest."""
    level = certificate.program.level
    return LEVELS.index(level.level) if level else len(LEVELS)


def teaches(certificate: Certificate, skill: str, vocabulary: Vocabulary) -> bool:
    """Whether *certificate* teaches *skill*, itself or by its parts."""
    return vocabulary.covers(vocabulary.ids(certificate.taught()), skill)


def preparation_for(context: Context, skill: str) -> tuple[RelatedCertificate, ...]:
    """Return a few certificates that prepare for *skill*, the shortest first.

    Only those that teach the skill, can still be taken, need nothing that the reader does not have,
    and are not harder than the certificate of *context*.
    """
    reader = context.reader
    fitting = [
        other
        for other in context.others.values()
        if teaches(other, skill, reader.vocabulary)
        and other.retired_on(context.today) is None
        and level_of(other) <= level_of(context.certificate)
        and other.program.level is not None
        and all(
            has_prerequisite(reader, item.skill, item.level) for item in other.program.prerequisites
        )
    ]
    return tuple(
        related_certificate(context, other) for other in sorted(fitting, key=_by_effort)[:_MOST]
    )


def has_prerequisite(reader: Reader, skill: str, level: str) -> bool:
    """Whether *reader* knows *skill* at *level*, or holds certificates that teach it."""
    return level == NOT_AT_ALL or reader.vocabulary.covers(reader.known_at(level), skill)


def _by_effort(certificate: Certificate) -> tuple[bool, object, str]:
    hours = certificate.program.hours
    return (not hours, hours[0].high if hours else 0, certificate.id)


def titles(skills: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """What people call *skills*."""
    return tuple(vocabulary.title(skill) for skill in skills)

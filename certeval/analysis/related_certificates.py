"""Other certificates in brief, and the ones that prepare for a skill."""

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
    """Return how hard *certificate* is.

    Args:
        certificate: Any certificate.

    Returns:
        The rank of its provider's level, from 0 for the easiest; an unknown level counts as the
        hardest.

    """
    level = certificate.program.level
    return LEVELS.index(level.level) if level else len(LEVELS)


def teaches(certificate: Certificate, skill: str, vocabulary: Vocabulary) -> bool:
    """Return whether *certificate* teaches *skill* or enough of its parts; an exam does not.

    Args:
        certificate: Any certificate.
        skill: The id or alias of a skill.
        vocabulary: The skills with their parts.

    Returns:
        True if the skill is covered.

    """
    taught = vocabulary.ids(certificate.taught())
    return not certificate.only_attests and vocabulary.covers(taught, skill)


def preparation_for(context: Context, skill: str) -> tuple[RelatedCertificate, ...]:
    """Return up to three certificates that prepare for *skill*, shortest first.

    They teach the skill, are not retired, have no prerequisites that the reader lacks, and are not
    harder than the certificate of *context*.

    Args:
        context: The certificate to prepare for, its reader, and the others of the library.
        skill: The id or alias of a skill.

    Returns:
        The certificates in brief; there may be none.

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
    """Return whether *reader* has a prerequisite.

    Args:
        reader: Skills with their levels; a held certificate counts as knowing what it teaches.
        skill: The id or alias of a skill.
        level: The skill level required; ``none`` requires nothing.

    Returns:
        True if the skill is known at that level or above.

    """
    return level == NOT_AT_ALL or reader.vocabulary.covers(reader.known_at(level), skill)


def _by_effort(certificate: Certificate) -> tuple[bool, object, str]:
    """Sort key: fewest hours first, unknown hours last."""
    hours = certificate.program.hours
    return (not hours, hours[0].high if hours else 0, certificate.id)


def titles(skills: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the titles of *skills*.

    Args:
        skills: Ids or aliases.
        vocabulary: The skills with their titles.

    Returns:
        A title per skill, in the same order.

    """
    return tuple(vocabulary.title(skill) for skill in skills)

"""Overlap of a certificate with the ones that the reader holds, course by course."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.figures import share
from certeval.analysis.related_certificates import titles
from certeval.analysis.rounding import exact_text
from certeval.errors import UsageError
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.curriculum import Course
from certeval.model.editorial import OverlapAdvice
from certeval.model.skills import Vocabulary
from certeval.results.citation import Named
from certeval.results.figures import Share
from certeval.results.overlap import Advice, CourseOverlap, Overlap, Stated, StatedOverlap


def overlap(context: Context) -> Overlap:
    """Compute the share of each course's topics that held certificates teach.

    share = topics covered / all topics of the course.

    Args:
        context: The certificate, the certificates held, and the rubric, which may set the share at
            which a course counts as known.

    Returns:
        The courses, and what sources advise.

    Raises:
        UsageError: No other certificate is held.

    """
    certificate, words = context.certificate, context.vocabulary
    held = [one for one in context.held if one.id != certificate.id]
    if not held:
        raise UsageError("name a certificate that you hold", parameter="held")
    ids = {one.id for one in held}
    advice = [item for item in certificate.overlaps if item.held in ids]
    taught = words.ids(skill for one in held for skill in one.taught())
    limit = context.rubric.course_known_from_percent if context.rubric else None
    incomplete = [one for one in held if not one.is_complete("teaches")]
    known = _Taught(taught, complete=not incomplete)
    courses = tuple(
        _course(course, known, words, limit, advice) for course in certificate.courses()
    )
    stated = tuple(_stated(context, advice, held))
    cited = [cite(context, one, fact) for one in held for fact in (*one.teaches, *one.courses())]
    cited += [cite(context, certificate, course) for course in certificate.courses()]
    return Overlap(
        certificate=named(context.certificate, context.files),
        held=tuple(named(one, context.files) for one in held),
        incomplete=tuple(named(one, context.files) for one in incomplete),
        courses=courses,
        whole=share(
            sum(course.covered.count for course in courses), sum(one.covered.of for one in courses)
        ),
        concentrate=None
        if limit is None
        else tuple(course.number for course in courses if course.figure == "take"),
        known_from_percent=None if limit is None else f"{exact_text(limit)}%",
        stated=stated,
        warnings=context.warnings,
        sources=each_once([*cited, *(item.citation for item in stated)]),
        today=str(context.today),
        old=context.freshness.words,
    )


class _Taught(NamedTuple):
    """The ids of skills that held certificates teach, and whether they list all of them."""

    skills: frozenset[str]
    complete: bool


def _course(
    course: Course,
    taught: _Taught,
    words: Vocabulary,
    limit: Decimal | None,
    advice: Sequence[OverlapAdvice],
) -> CourseOverlap:
    """Return the overlap of a course with the *taught* skills."""
    topics = list(dict.fromkeys(words.id(topic) for topic in course.topics))
    known = [topic for topic in topics if words.covers(taught.skills, topic)]
    wider = {part for skill in taught.skills for part in words.parts(skill)}
    maybe = [topic for topic in topics if topic not in known and topic in wider]
    others = [topic for topic in topics if topic not in known and topic not in maybe]
    not_listed = [] if taught.complete else others
    covered = share(len(known), len(topics))
    figure = _figure(covered, limit)
    stated: Stated | None = None
    if any(item.courses_to_take for item in advice):
        stated = "not_named"
    if any(course.number in item.courses_to_take for item in advice):
        stated = "take"
    if any(course.number in item.overlapping_courses for item in advice):
        stated = "known"
    return CourseOverlap(
        number=course.number,
        title=course.title,
        covered=covered,
        at_most=share(len(known) + len(maybe) + len(not_listed), len(topics)),
        known=titles(known, words),
        perhaps=titles(maybe, words),
        not_listed=titles(not_listed, words),
        new=titles(others if taught.complete else (), words),
        figure=figure,
        stated=stated,
        disagree=(figure, stated) in _DISAGREE,
    )


_DISAGREE = {("take", "known"), ("take", "not_named"), ("known", "take")}


def _figure(covered: Share, limit: Decimal | None) -> Advice | None:
    """Return the advice that follows from the share of topics covered."""
    if limit is None or covered.share is None:
        return None
    return "known" if covered.share * 100 >= Fraction(limit) else "take"


def _stated(
    context: Context, advice: Iterable[OverlapAdvice], held: Sequence[Certificate]
) -> Iterator[StatedOverlap]:
    """Yield the advice of sources to holders of the *held* certificates."""
    names = {one.id: Named(one.id, one.title) for one in held}
    for item in advice:
        cited = cite(context, context.certificate, item)
        yield StatedOverlap(names[item.held], item.courses_to_take, item.advice, cited)

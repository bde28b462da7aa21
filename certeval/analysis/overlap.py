"""How much of a certificate is known from others that are held, course by course?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

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
    """For each course the share of topics that the held certificates teach: covered / all.

    Raises:
        UsageError: no certificate is held.

    """
    certificate, words = context.certificate, context.vocabulary
    held = [one for one in context.held if one.id != certificate.id]
    if not held:
        raise UsageError("name a certificate that you hold", parameter="held")
    ids = {one.id for one in held}
    told = [item for item in certificate.overlaps if item.held in ids]
    taught = words.ids(skill for one in held for skill in one.taught())
    limit = context.rubric.course_known_from_percent if context.rubric else None
    courses = tuple(_course(course, taught, words, limit, told) for course in certificate.courses())
    stated = tuple(_stated(context, told, held))
    cited = [cite(context, one, fact) for one in held for fact in (*one.teaches, *one.courses())]
    cited += [cite(context, certificate, course) for course in certificate.courses()]
    return Overlap(
        certificate=named(context.certificate, context.files),
        held=tuple(named(one, context.files) for one in held),
        courses=courses,
        whole=share(
            sum(course.covered.count for course in courses), sum(one.covered.of for one in courses)
        ),
        concentrate=None
        if limit is None
        else tuple(course.number for course in courses if course.figure == "take"),
        known_from_percent=None if limit is None else f"{exact_text(limit)}%",
        stated=stated,
        disagreements=tuple(_disagreements(courses, stated)),
        warnings=context.warnings,
        sources=each_once([*cited, *(item.citation for item in stated)]),
        today=str(context.today),
        old=context.freshness.words,
    )


def _course(
    course: Course,
    taught: frozenset[str],
    words: Vocabulary,
    limit: Decimal | None,
    told: Sequence[OverlapAdvice],
) -> CourseOverlap:
    topics = list(dict.fromkeys(words.id(topic) for topic in course.topics))
    known = [topic for topic in topics if words.covers(taught, topic)]
    wider = {part for skill in taught for part in words.parts(skill)}
    perhaps = [topic for topic in topics if topic not in known and topic in wider]
    new = [topic for topic in topics if topic not in known and topic not in perhaps]
    covered = share(len(known), len(topics))
    figure = _figure(covered, limit)
    stated: Stated | None = None
    if any(item.courses_to_take for item in told):
        stated = "not named"
    if any(course.number in item.courses_to_take for item in told):
        stated = "take"
    if any(course.number in item.overlapping_courses for item in told):
        stated = "known"
    return CourseOverlap(
        number=course.number,
        title=course.title,
        covered=covered,
        at_most=share(len(known) + len(perhaps), len(topics)),
        known=titles(known, words),
        perhaps=titles(perhaps, words),
        new=titles(new, words),
        figure=figure,
        stated=stated,
        disagree=(figure, stated) in _AT_ODDS,
    )


_AT_ODDS = {("take", "known"), ("take", "not named"), ("known", "take")}


def _figure(covered: Share, limit: Decimal | None) -> Advice | None:
    if limit is None or covered.share is None:
        return None
    return "known" if covered.share * 100 >= Fraction(limit) else "take"


def _stated(
    context: Context, told: Iterable[OverlapAdvice], held: Sequence[Certificate]
) -> Iterator[StatedOverlap]:
    names = {one.id: Named(one.id, one.title) for one in held}
    for item in told:
        cited = cite(context, context.certificate, item)
        yield StatedOverlap(names[item.held], item.courses_to_take, item.advice, cited)


_SAYS: Mapping[Stated | None, str] = {
    "known": "says that it overlaps",
    "take": "says that it is worth taking",
    "not named": "does not name it among those to take",
}


def _disagreements(
    courses: Iterable[CourseOverlap], stated: Sequence[StatedOverlap]
) -> Iterator[str]:
    by = ", ".join(dict.fromkeys(item.citation.publisher for item in stated))
    for course in courses:
        if course.disagree:
            yield (
                f"course {course.number}: {by} {_SAYS[course.stated]}; based on its topics, "
                f"{course.covered.display} are covered"
                + (f", at most {course.at_most.display}" if course.perhaps else "")
            )

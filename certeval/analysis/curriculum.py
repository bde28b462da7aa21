"""Curriculum: phases, courses, topics, tools and hours of a certificate."""

from collections.abc import Iterable

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.figures import span
from certeval.analysis.related_certificates import titles
from certeval.model.context import Context
from certeval.model.curriculum import Course
from certeval.model.facts import RangeFact
from certeval.results.curriculum import CourseLine, Curriculum, Hours, PhaseLine
from certeval.results.figures import Span


def curriculum(context: Context) -> Curriculum:
    """Return the phases, courses, topics, tools and hours of the certificate.

    Args:
        context: The certificate, and the titles of the skills it teaches.

    Returns:
        The curriculum; the hours of the courses are added up if every course has some.

    """
    certificate = context.certificate
    phases = tuple(
        PhaseLine(
            phase.title, phase.advice, tuple(_course(context, course) for course in phase.courses)
        )
        for phase in certificate.curriculum
    )
    courses = [course for phase in phases for course in phase.courses]
    in_courses = {skill for course in courses for skill in (*course.topics, *course.tools)}
    whole = _hours(context, certificate.program.hours)
    known = [course.hours for course in courses if course.hours]
    taught = titles(certificate.taught(), context.vocabulary)
    cited = [course.citation for course in courses]
    cited += [item.citation for item in (*known, *whole)]
    cited += [cite(context, certificate, teaching) for teaching in certificate.teaches]
    return Curriculum(
        certificate=named(context.certificate, context.files),
        phases=phases,
        taught=tuple(skill for skill in taught if skill not in in_courses),
        only_attests=certificate.only_attests,
        course_hours=_sum(known) if known and len(known) == len(courses) else None,
        hours=whole,
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
        old=context.freshness.words,
    )


def _course(context: Context, course: Course) -> CourseLine:
    """Return a course with the titles of its skills."""
    return CourseLine(
        number=course.number,
        title=course.title,
        topics=titles(course.topics, context.vocabulary),
        tools=titles(course.tools, context.vocabulary),
        hours=next(iter(_hours(context, course.hours)), None),
        project=course.project,
        citation=cite(context, context.certificate, course),
    )


def _hours(context: Context, facts: Iterable[RangeFact]) -> tuple[Hours, ...]:
    """Return the hours that each source gives."""
    return tuple(
        Hours(span(fact.low, fact.high), cite(context, context.certificate, fact)) for fact in facts
    )


def _sum(hours: Iterable[Hours]) -> Span:
    """Add up hours at both ends."""
    ends = [(item.hours.low, item.hours.high) for item in hours]
    return span(sum(low for low, _ in ends), sum(high for _, high in ends))

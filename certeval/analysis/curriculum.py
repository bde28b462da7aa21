"""What does a certificate teach, course by course?"""

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
    """The phases, courses, topics, tools and hours of the certificate."""
    certificate, words = context.certificate, context.vocabulary

    def hours_of(facts: Iterable[RangeFact]) -> tuple[Hours, ...]:
        return tuple(
            Hours(span(fact.low, fact.high), cite(context, certificate, fact)) for fact in facts
        )

    def line(course: Course) -> CourseLine:
        return CourseLine(
            number=course.number,
            title=course.title,
            topics=titles(course.topics, words),
            tools=titles(course.tools, words),
            hours=next(iter(hours_of(course.hours)), None),
            project=course.project,
            citation=cite(context, certificate, course),
        )

    phases = tuple(
        PhaseLine(phase.title, phase.advice, tuple(line(course) for course in phase.courses))
        for phase in certificate.curriculum
    )
    courses = [course for phase in phases for course in phase.courses]
    in_courses = [*(topic for course in courses for topic in (*course.topics, *course.tools))]
    whole = hours_of(certificate.program.hours)
    told = [course.hours for course in courses if course.hours]
    cited = [course.citation for course in courses]
    cited += [item.citation for item in (*told, *whole)]
    cited += [cite(context, certificate, teaching) for teaching in certificate.teaches]
    return Curriculum(
        certificate=named(context.certificate, context.files),
        phases=phases,
        taught=tuple(s for s in titles(certificate.taught(), words) if s not in in_courses),
        course_hours=_sum(told) if told and len(told) == len(courses) else None,
        hours=whole,
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
        old=context.freshness.words,
    )


def _sum(told: Iterable[Hours]) -> Span:
    ends = [(item.hours.low, item.hours.high) for item in told]
    return span(sum(low for low, _ in ends), sum(high for _, high in ends))

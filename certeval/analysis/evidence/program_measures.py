"""Measures of the program: what you build in it, and how learners rate it."""

from collections.abc import Callable
from fractions import Fraction

from certeval.analysis.evidence.reading import NOT_APPLICABLE, Fact, Reading, unknown
from certeval.analysis.figures import share
from certeval.analysis.rounding import exact_text
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.curriculum import Course

_WHOLE = 100
_OUT_OF = 5


def courses_with_project(context: Context) -> Reading:
    """Measure the share of the courses in which you build something, in percent.

    Args:
        context: the certificate.

    Returns:
        The reading. A course of which nothing is said, and one that the list leaves out, may have a
        project. Not applicable to an exam.

    """
    return _courses(context, _has_project, shared=True)


def guided_projects(context: Context) -> Reading:
    """Measure in how many courses you build something to given instructions.

    Args:
        context: the certificate.

    Returns:
        The reading, as for courses with a project.

    """
    return _courses(context, lambda course: _is(course, "guided"))


def open_projects(context: Context) -> Reading:
    """Measure in how many courses you design a project yourself.

    Args:
        context: the certificate.

    Returns:
        The reading, as for courses with a project.

    """
    return _courses(context, lambda course: _is(course, "open"))


def learner_rating(context: Context) -> Reading:
    """Measure how learners rate the certificate, out of 5.

    Args:
        context: the certificate.

    Returns:
        The reading: rating / highest possible rating x 5.

    """
    fact = context.certificate.program.learner_rating
    if fact is None:
        return unknown("rating")
    value = Fraction(fact.value) / Fraction(fact.out_of) * _OUT_OF
    display = f"{exact_text(fact.value)} / {exact_text(fact.out_of)}"
    cited = Fact("rating", context.certificate, fact, display)
    return Reading(value, value, facts=(cited,), detail=display)


def _has_project(course: Course) -> bool | None:
    """Return whether a course has a project; None if that is unknown."""
    if course.project_kind is None:
        return True if course.project else None
    return course.project_kind != "none"


def _is(course: Course, kind: str) -> bool | None:
    """Return whether a course has a project of a kind; None if that is unknown."""
    return None if course.project_kind is None else course.project_kind == kind


def _courses(
    context: Context, counts: Callable[[Course], bool | None], *, shared: bool = False
) -> Reading:
    """Return the reading of the number of courses that count, or of their share in percent."""
    certificate = context.certificate
    courses = certificate.courses()
    if certificate.program.exam and not courses:
        return NOT_APPLICABLE
    if not courses:
        return unknown("curriculum")
    found = [counts(course) for course in courses]
    open_ones = found.count(None)
    unlisted = _unlisted(certificate)
    if open_ones == len(courses) or (shared and unlisted is None):
        return unknown("curriculum")
    known = found.count(True)
    low, high = Fraction(known), Fraction(known + open_ones + (unlisted or 0))
    if shared:
        whole = len(courses) + (unlisted or 0)
        low, high = low * _WHOLE / whole, high * _WHOLE / whole
    return Reading(
        low,
        None if unlisted is None else high,
        facts=(Fact("curriculum", certificate, courses[0], ""),),
        missing=() if unlisted == open_ones == 0 else ("curriculum",),
        detail=share(known, len(courses)).display if shared else str(known),
    )


def _unlisted(certificate: Certificate) -> int | None:
    """Return how many courses the list leaves out; None if that is unknown."""
    if certificate.is_complete("curriculum"):
        return 0
    stated = certificate.program.courses
    if stated is None or stated.at_least:
        return None
    return max(0, int(stated.value) - len(certificate.courses()))

"""The result of `curriculum`: phases, courses, topics, tools and hours."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Span


@dataclass(frozen=True)
class Hours:
    """Hours of work according to one source."""

    hours: Span
    citation: Citation


@dataclass(frozen=True)
class CourseLine:
    """A course with the titles of its topics and tools, and its hours (None if unknown)."""

    number: int
    title: str
    topics: tuple[str, ...]
    tools: tuple[str, ...]
    hours: Hours | None
    project: str | None
    citation: Citation


@dataclass(frozen=True)
class PhaseLine:
    """A phase: courses that belong together, in order."""

    title: str
    advice: str | None
    courses: tuple[CourseLine, ...]


@dataclass(frozen=True, kw_only=True)
class Curriculum(Result):
    """The courses of a certificate by phase.

    ``taught`` are skills beyond the topics and tools of courses; if it ``only_attests``, it is an
    exam on them and has no courses. ``course_hours`` is the sum over
    all courses, None unless each has hours; ``hours`` are those of the whole program by source.
    """

    kind: Literal["curriculum"] = "curriculum"
    certificate: Named
    phases: tuple[PhaseLine, ...]
    taught: tuple[str, ...]
    only_attests: bool
    course_hours: Span | None
    hours: tuple[Hours, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

"""The result of `curriculum`: phases, courses, topics, tools and hours."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Span


@dataclass(frozen=True)
class Hours:
    """Hours of work, as one source gives them."""

    hours: Span
    citation: Citation


@dataclass(frozen=True)
class CourseLine:
    """A course: titles of its topics and tools, its hours (None where no source gives them)."""

    number: int
    title: str
    topics: tuple[str, ...]
    tools: tuple[str, ...]
    hours: Hours | None
    project: str | None
    citation: Citation


@dataclass(frozen=True)
class PhaseLine:
    """Courses that belong together, in order."""

    title: str
    advice: str | None
    courses: tuple[CourseLine, ...]


@dataclass(frozen=True, kw_only=True)
class Curriculum(Result):
    """What is taught. ``course_hours`` add up the courses', None unless each has some; ``hours``
    are those of the whole as sources give them; ``taught`` are skills that no course is named for.
    """

    kind: Literal["curriculum"] = "curriculum"
    certificate: Named
    phases: tuple[PhaseLine, ...]
    taught: tuple[str, ...]
    course_hours: Span | None
    hours: tuple[Hours, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

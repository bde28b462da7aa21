"""What a certificate teaches: phases of courses, their topics, tools, hours and projects."""

from pydantic import Field

from certeval.model.base import Frozen, Sourced
from certeval.model.facts import RangeFact
from certeval.model.scalars import Count, Identifier, Text


class Course(Sourced):
    """A course. Topics and tools are skill ids."""

    number: Count
    title: Text
    topics: tuple[Identifier, ...] = ()
    tools: tuple[Identifier, ...] = ()
    hours: tuple[RangeFact, ...] = ()
    project: Text | None = None


class Phase(Frozen):
    """Courses that belong together, in order."""

    title: Text
    advice: Text | None = None
    courses: tuple[Course, ...] = Field(min_length=1)

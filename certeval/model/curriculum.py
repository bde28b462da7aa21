"""What a certificate teaches: phases of courses, their topics, tools, hours and projects."""

from pydantic import Field

from certeval.model.base import Frozen, Sourced
from certeval.model.identifiers import NewCourseNumber, SkillId
from certeval.model.program import RangeFact
from certeval.model.scalars import Text


class Course(Sourced):
    """A course. Topics and tools are skill ids."""

    number: NewCourseNumber
    title: Text
    topics: tuple[SkillId, ...] = ()
    tools: tuple[SkillId, ...] = ()
    hours: tuple[RangeFact, ...] = ()
    project: Text | None = None


class Phase(Frozen):
    """Courses that belong together, in order."""

    title: Text
    advice: Text | None = None
    courses: tuple[Course, ...] = Field(min_length=1)

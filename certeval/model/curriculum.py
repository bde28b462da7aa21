"""What a certificate teaches: phases of courses, with their topics, tools, hours and projects."""

from pydantic import Field

from certeval.model.base import Frozen, Sourced
from certeval.model.facts import RangeFact
from certeval.model.identifiers import NewCourseNumber, SkillId
from certeval.model.scalars import Text


class Course(Sourced):
    """A course of the certificate."""

    number: NewCourseNumber
    """The number of the course in the certificate, for example 1."""

    title: Text
    """The title of the course, for example Unsupervised Machine Learning."""

    topics: tuple[SkillId, ...] = ()
    """Ids of the skills that it teaches, for example [k-means, pca]."""

    tools: tuple[SkillId, ...] = ()
    """Ids of the tools that it uses and teaches, for example [python, pandas]."""

    hours: tuple[RangeFact, ...] = ()
    """Study time for the course, in hours. Where sources differ, the first figure is used."""

    project: Text | None = None
    """What you build in it, in a sentence that begins with a verb."""


class Phase(Frozen):
    """Courses that belong together, in the order in which they are taken."""

    title: Text
    """The name of the phase, for example Foundation."""

    advice: Text | None = None
    """Advice for the phase, for example Take time here."""

    courses: tuple[Course, ...] = Field(min_length=1)
    """The courses of the phase, in order."""

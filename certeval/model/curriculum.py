"""What a certificate teaches: phases of courses, with their topics, tools, hours and projects."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Frozen, Sourced, Validated
from certeval.model.facts import RangeFact
from certeval.model.identifiers import NewCourseNumber, SkillId
from certeval.model.problems import Problem
from certeval.model.scalars import Text


class Course(Sourced, Validated):
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

    project_kind: Literal["guided", "open", "none"] | None = None
    """Whether its project is guided (everybody builds the same), open (you choose what to build),
    or none: the course has no project. Left out where that is unknown.
    """

    def problems(self) -> Iterator[Problem]:
        """Yield a problem where the course has a project and has none."""
        if self.project and self.project_kind == "none":
            hint = "remove 'project', or write guided or open"
            yield Problem(("project_kind",), "project_kind none beside a project", hint)


class Phase(Frozen):
    """Courses that belong together, in the order in which they are taken."""

    title: Text
    """The name of the phase, for example Foundation."""

    advice: Text | None = None
    """Advice for the phase, for example Take time here."""

    courses: tuple[Course, ...] = Field(min_length=1)
    """The courses of the phase, in order."""

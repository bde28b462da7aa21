"""The results of `interview`: questions by course, and the worksheet of stories."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named


@dataclass(frozen=True)
class CourseName:
    """A course by its number and title."""

    number: int
    title: str


@dataclass(frozen=True)
class QuestionLine:
    """A question, the courses that prepare for it, and what to be ready to show."""

    question: str
    courses: tuple[CourseName, ...]
    be_ready_to_show: str
    citation: Citation


@dataclass(frozen=True, kw_only=True)
class Interview(Result):
    """The questions that a certificate prepares for; ``without`` are courses without a question."""

    kind: Literal["interview"] = "interview"
    certificate: Named
    questions: tuple[QuestionLine, ...]
    without: tuple[CourseName, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None


@dataclass(frozen=True)
class Prompt:
    """A part of a story, and what to write in it."""

    title: str
    prompt: str


@dataclass(frozen=True)
class Project:
    """A project of a course, and the interview questions that it can answer."""

    course: CourseName
    project: str
    questions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Worksheet(Result):
    """Blank stories, one per project, in the parts that the rubric names."""

    kind: Literal["worksheet"] = "worksheet"
    certificate: Named
    story: str
    parts: tuple[Prompt, ...]
    projects: tuple[Project, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

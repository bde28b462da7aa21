"""Which interview questions does a certificate prepare for, and what to have ready?"""

from typing import Literal

from certeval.analysis.about import certificate_of
from certeval.analysis.citation import Citation, Freshness, Named, each_once
from certeval.errors import UsageError
from certeval.model.setting import Setting
from certeval.record import record
from certeval.result import Result


@record
class CourseName:
    """A course by its number and title."""

    number: int
    title: str


@record
class QuestionLine:
    """A question, the courses that prepare for it, and what to be ready to show."""

    question: str
    courses: tuple[CourseName, ...]
    be_ready_to_show: str
    citation: Citation


@record(kw_only=True)
class Interview(Result):
    """The questions that a certificate prepares for; ``without`` are courses that none is about."""

    kind: Literal["interview"] = "interview"
    certificate: Named
    questions: tuple[QuestionLine, ...]
    without: tuple[CourseName, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None


def interview(setting: Setting, freshness: Freshness) -> Interview:
    """The certificate's interview questions, in the order of its courses."""
    certificate = setting.certificate
    names = {one.number: CourseName(one.number, one.title) for one in certificate.courses()}
    lines = tuple(
        QuestionLine(
            question=item.question,
            courses=tuple(names[number] for number in item.courses),
            be_ready_to_show=item.be_ready_to_show,
            citation=freshness.cite(certificate, item),
        )
        for item in sorted(certificate.interview, key=lambda item: item.courses)
    )
    asked = {course.number for line in lines for course in line.courses}
    return Interview(
        certificate=certificate_of(setting),
        questions=lines,
        without=tuple(name for number, name in names.items() if number not in asked),
        warnings=setting.warnings,
        sources=each_once(line.citation for line in lines),
        today=str(setting.today),
        old=freshness.words,
    )


@record
class Prompt:
    """A part of a story, and what to write into it."""

    title: str
    prompt: str


@record
class Project:
    """A project of a course, to be told as a story; the questions that it can answer."""

    course: CourseName
    project: str
    questions: tuple[str, ...]


@record(kw_only=True)
class Worksheet(Result):
    """Blank stories, one a project, in the parts that the rubric names."""

    kind: Literal["worksheet"] = "worksheet"
    certificate: Named
    story: str
    parts: tuple[Prompt, ...]
    projects: tuple[Project, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None


def worksheet(setting: Setting, freshness: Freshness) -> Worksheet:
    """One blank story for each course of the certificate that has a project.

    Raises:
        UsageError: the rubric has no project_story, or no course has a project.

    """
    certificate, rubric = setting.certificate, setting.rubric
    story = rubric.project_story if rubric else None
    if rubric is None or story is None:
        message = "--soar: the rubric has no project_story to write a worksheet by"
        raise UsageError(message, "name a rubric that has one with --rubric")
    courses = [course for course in certificate.courses() if course.project]
    if not courses:
        message = f"--soar: no course of '{certificate.id}' has a project"
        raise UsageError(message, "its file names them in curriculum, courses, project")
    return Worksheet(
        certificate=certificate_of(setting),
        story=story.name,
        parts=tuple(Prompt(part.title, part.prompt) for part in story.parts),
        projects=tuple(
            Project(
                CourseName(course.number, course.title),
                course.project or "",
                tuple(q.question for q in certificate.interview if course.number in q.courses),
            )
            for course in courses
        ),
        warnings=setting.warnings,
        sources=each_once(
            [
                *(freshness.cite(certificate, course) for course in courses),
                freshness.cite(rubric, story),
            ]
        ),
        today=str(setting.today),
        old=freshness.words,
    )

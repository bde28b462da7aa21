"""Which interview questions does a certificate prepare for, and what to have ready?"""

from certeval.analysis.about import certificate_of
from certeval.analysis.citation import Freshness, each_once
from certeval.errors import UsageError
from certeval.model.setting import Setting
from certeval.results.interview import (
    CourseName,
    Interview,
    Project,
    Prompt,
    QuestionLine,
    Worksheet,
)


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


def worksheet(setting: Setting, freshness: Freshness) -> Worksheet:
    """One blank story for each course of the certificate that has a project.

    Raises:
        UsageError: the rubric has no project_story, or no course has a project.

    """
    certificate, rubric = setting.certificate, setting.rubric
    story = rubric.project_story if rubric else None
    if rubric is None or story is None:
        message = "--worksheet: the rubric has no project_story to write a worksheet by"
        raise UsageError(message, "name a rubric that has one with --rubric")
    courses = [course for course in certificate.courses() if course.project]
    if not courses:
        message = f"--worksheet: no course of '{certificate.id}' has a project"
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

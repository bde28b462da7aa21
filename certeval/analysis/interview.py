"""Interview questions that a certificate prepares for, and a worksheet of project stories."""

from certeval.analysis.citation import cite, each_once, named
from certeval.errors import UsageError
from certeval.model.context import Context
from certeval.results.interview import (
    CourseName,
    Interview,
    Project,
    Prompt,
    QuestionLine,
    Worksheet,
)


def interview(context: Context) -> Interview:
    """Return the certificate's interview questions.

    Args:
        context: The certificate.

    Returns:
        The questions in the order of its courses, and the courses without a question.

    """
    certificate = context.certificate
    names = {one.number: CourseName(one.number, one.title) for one in certificate.courses()}
    lines = tuple(
        QuestionLine(
            question=item.question,
            courses=tuple(names[number] for number in item.courses),
            be_ready_to_show=item.be_ready_to_show,
            citation=cite(context, certificate, item),
        )
        for item in sorted(certificate.interview, key=lambda item: item.courses)
    )
    asked = {course.number for line in lines for course in line.courses}
    return Interview(
        certificate=named(context.certificate, context.files),
        questions=lines,
        without=tuple(name for number, name in names.items() if number not in asked),
        warnings=context.warnings,
        sources=each_once(line.citation for line in lines),
        today=str(context.today),
        old=context.freshness.words,
    )


def worksheet(context: Context) -> Worksheet:
    """Return a blank story for each course with a project.

    Args:
        context: The certificate, and the rubric with the parts of a story.

    Returns:
        The projects, each with the interview questions it can answer, and the parts to fill in.

    Raises:
        UsageError: The rubric has no project_story, or no course has a project.

    """
    certificate, rubric = context.certificate, context.rubric
    story = rubric.project_story if rubric else None
    if rubric is None or story is None:
        message = "the rubric has no project_story"
        hint = "name a rubric that has one with `rubric`"
        raise UsageError(message, hint, parameter="worksheet")
    courses = [course for course in certificate.courses() if course.project]
    if not courses:
        message = f"no course of '{certificate.id}' has a project"
        hint = "add one to its file, under curriculum, courses, project"
        raise UsageError(message, hint, parameter="worksheet")
    return Worksheet(
        certificate=named(context.certificate, context.files),
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
        warnings=context.warnings,
        sources=each_once(
            [
                *(cite(context, certificate, course) for course in courses),
                cite(context, rubric, story),
            ]
        ),
        today=str(context.today),
        old=context.freshness.words,
    )

"""Blank stories to fill in, one a project."""

from collections.abc import Iterator

from certeval.analysis.interview import Project, Worksheet
from certeval.render.document import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
    Record,
    Rows,
)
from certeval.render.layout.cited import closing


def document(sheet: Worksheet) -> Document:
    """The whole of it, with sources."""
    heading = Heading(f"{sheet.certificate.title}: {sheet.story} worksheet")
    end = closing(sheet.sources, sheet.old, sheet.warnings)
    return (heading, *(block for one in sheet.projects for block in _project(sheet, one)), *end)


def _project(sheet: Worksheet, project: Project) -> Iterator[Block]:
    yield Heading(f"Course {project.course.number}: {project.course.title}", level=2)
    yield Paragraph(f"Project: {project.project}")
    if project.questions:
        yield Paragraph("Answers:")
        yield Items(project.questions)
    for part in sheet.parts:
        yield Heading(part.title, level=3)
        yield Paragraph(part.prompt, "note")
        yield Paragraph("...")


HEADER = ("course", "title", "project", "part", "prompt")


def rows(sheet: Worksheet) -> Rows:
    """One record a project and part."""
    records: list[Record] = [
        (project.course.number, project.course.title, project.project, part.title, part.prompt)
        for project in sheet.projects
        for part in sheet.parts
    ]
    return Rows(HEADER, tuple(records))

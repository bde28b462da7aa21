"""Blank stories to fill in, one per project."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Document,
    Heading,
    Items,
    Paragraph,
)
from certeval.render.layout.citations import footer
from certeval.results.interview import Project, Worksheet


def document(sheet: Worksheet) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(f"{sheet.certificate.title}: {sheet.story} worksheet")
    end = footer(sheet.sources, sheet.old, sheet.warnings)
    return (heading, *(block for one in sheet.projects for block in _project(sheet, one)), *end)


def _project(sheet: Worksheet, project: Project) -> Iterator[Block]:
    """Yield the blank story of one project."""
    yield Heading(f"Course {project.course.number}: {project.course.title}", level=2)
    yield Paragraph(f"Project: {project.project}")
    if project.questions:
        yield Paragraph("Answers:")
        yield Items(project.questions)
    for part in sheet.parts:
        yield Heading(part.title, level=3)
        yield Paragraph(part.prompt, "note")
        yield Paragraph("...")

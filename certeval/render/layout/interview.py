"""Interview questions by course, and what to be ready to show."""

from collections.abc import Iterator

from certeval.render.document import Block, Document, Heading, Pairs, Paragraph
from certeval.render.layout.citations import footer, source
from certeval.results.interview import CourseName, Interview


def document(prepared: Interview) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(f"{prepared.certificate.title}: interview questions")
    return (heading, *parts(prepared), *footer(prepared.sources, prepared.old, prepared.warnings))


def parts(prepared: Interview) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    if not prepared.questions:
        yield Paragraph("No interview questions available.")
    for line in prepared.questions:
        yield Heading(line.question, level=2)
        yield Pairs(
            (
                ("Prepared by", "; ".join(_named(course) for course in line.courses)),
                ("Be ready to show", line.be_ready_to_show),
                ("Source", source(line.citation)),
            )
        )
    if prepared.without and prepared.questions:
        courses = "; ".join(_named(course) for course in prepared.without)
        yield Paragraph(f"Courses without a question: {courses}.")


def _named(course: CourseName) -> str:
    """Return a course by number and title."""
    return f"{course.number}. {course.title}"

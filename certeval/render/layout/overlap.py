"""What you already know, course by course, and what reviewers advise."""

from collections.abc import Iterator

from certeval.render.document import (
    Bar,
    Block,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, sentence, source
from certeval.results.overlap import Overlap


def document(found: Overlap) -> Document:
    """Return the whole answer, with its sources."""
    held = ", ".join(one.title for one in found.held)
    heading = Heading(f"{found.certificate.title}: overlap with {held}")
    return (heading, *parts(found), *footer(found.sources, found.old, found.warnings))


def parts(found: Overlap) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    if found.courses:
        yield _table(found)
        yield Paragraph(f"Topics covered overall: {found.whole.display}.")
        yield from _perhaps(found)
    else:
        yield Paragraph("No course list available.")
    if found.concentrate is not None and found.courses:
        numbers = ", ".join(map(str, found.concentrate)) or "none"
        if len(found.concentrate) == len(found.courses):
            numbers = "all"
        yield Paragraph(f"Based on topics, focus on courses: {numbers}", "strong")
        yield Paragraph(
            f"A course counts as known when at least {found.known_from_percent} of its topics are.",
            "note",
        )
    for item in found.stated:
        taken = ", ".join(map(str, item.courses_to_take)) or "none named"
        yield Paragraph(
            f"{source(item.citation)}, on {item.held.title}: {item.advice} (To take: {taken}.)"
        )
    if found.disagreements:
        yield Heading("Differences between topics and advice", level=2)
        yield Items(tuple(sentence(text) for text in found.disagreements))


def _table(found: Overlap) -> Table:
    columns = (
        Column("Course", priority=9),
        Column("Covered", priority=8, number=True),
        Column("Covered topics", priority=4),
        Column("New topics", priority=6),
        Column("", priority=0),
    )
    rows = tuple(
        (
            f"{course.number}. {course.title}",
            course.covered.display,
            ", ".join(course.known),
            ", ".join((*course.new, *(f"{topic} (possibly covered)" for topic in course.perhaps))),
            Bar(course.covered.share) if course.covered.share is not None else "",
        )
        for course in found.courses
    )
    return Table(columns, rows)


def _perhaps(found: Overlap) -> Iterator[Block]:
    if any(course.perhaps for course in found.courses):
        yield Paragraph(
            "Possibly covered: a certificate you hold lists a broader skill that may include this.",
            "note",
        )

"""Curriculum: phases, courses, topics, tools and hours, as a tree."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Document,
    Heading,
    Items,
    Node,
    Paragraph,
    Tree,
)
from certeval.render.layout.citations import footer, source
from certeval.results.curriculum import CourseLine, Curriculum, Hours


def document(taught: Curriculum) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(f"{taught.certificate.title}: curriculum")
    return (heading, *parts(taught), *footer(taught.sources, taught.old, taught.warnings))


def parts(taught: Curriculum) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    if taught.phases:
        yield Tree(
            tuple(
                Node(
                    phase.title,
                    phase.advice or "",
                    tuple(_course(course) for course in phase.courses),
                )
                for phase in taught.phases
            )
        )
    elif taught.only_attests:
        yield Paragraph("It is an exam without courses.")
    else:
        yield Paragraph("No course list available.")
    if taught.taught:
        words = "Also taught" if taught.phases else "Taught"
        words = "Attested" if taught.only_attests else words
        yield Paragraph(f"{words}: {', '.join(taught.taught)}.")
    if taught.course_hours:
        yield Paragraph(f"The courses add up to {taught.course_hours.display} hours.")
    if taught.hours:
        yield Paragraph("Hours from start to finish:")
        yield Items(tuple(_hours(item) for item in taught.hours))


def _hours(item: Hours) -> str:
    """Return the hours that one source gives."""
    return f"{item.hours.display} ({source(item.citation)})"


def _course(course: CourseLine) -> Node:
    """Return a course with its topics, tools and project."""
    leaves = [
        ("Topics", ", ".join(course.topics)),
        ("Tools", ", ".join(course.tools)),
        ("Project", course.project or ""),
    ]
    known = course.hours
    return Node(
        f"{course.number}. {course.title}",
        f"{known.hours.display} hours, {source(known.citation)}" if known else "",
        tuple(Node(f"{name}: {text}") for name, text in leaves if text),
    )

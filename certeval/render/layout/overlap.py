"""What you already know, course by course, and what reviewers advise."""

from collections.abc import Iterator, Mapping

from certeval.render.document import (
    Bar,
    Block,
    Cell,
    Col,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer, sentence, source
from certeval.results.overlap import CourseOverlap, Overlap, Stated

_ADVICE: Mapping[Stated | None, str] = {
    "known": "says that it overlaps",
    "take": "says that it is worth taking",
    "not_named": "does not name it among those to take",
}


def document(found: Overlap) -> Document:
    """Return the whole answer, with its sources."""
    held = ", ".join(one.title for one in found.held)
    heading = Heading(f"{found.certificate.title}: overlap with {held}")
    return (heading, *parts(found), *footer(found.sources, found.old, found.warnings))


def parts(found: Overlap) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    topics_listed = found.whole.of > 0
    if topics_listed:
        yield _table(found)
        yield Paragraph(f"Topics covered overall: {found.whole.display}.")
        yield from _perhaps(found)
    elif found.courses:
        yield Paragraph("No topics are listed for its courses, so the overlap is unknown.")
    else:
        yield Paragraph("No course list available.")
    if found.concentrate is not None and topics_listed:
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
    if differences := _disagreements(found):
        yield Heading("Differences between topics and advice", level=2)
        yield Items(tuple(sentence(text) for text in differences))


def _table(found: Overlap) -> Table:
    """Return the table of courses."""
    return table_of(
        found.courses,
        (
            Col("Course", lambda course: f"{course.number}. {course.title}", 9),
            Col("Covered", lambda course: course.covered.display, 8, number=True),
            Col("Covered topics", lambda course: ", ".join(course.known), 4),
            Col("Topics not listed" if found.incomplete else "New topics", _others, 6),
            Col("", _bar, 0),
        ),
    )


def _others(course: CourseOverlap) -> str:
    """Return the topics that are not covered, not listed, or only possibly covered."""
    perhaps = (f"{topic} (possibly covered)" for topic in course.perhaps)
    return ", ".join((*course.new, *course.not_listed, *perhaps))


def _bar(course: CourseOverlap) -> Cell:
    """Return the share of topics covered as a bar."""
    return "" if course.covered.share is None else Bar(course.covered.share)


def _perhaps(found: Overlap) -> Iterator[Block]:
    """Yield what "possibly covered" and "not listed" mean, if a topic is."""
    if any(course.perhaps for course in found.courses):
        yield Paragraph(
            "Possibly covered: a certificate you hold lists a broader skill that may include this.",
            "note",
        )
    if any(course.not_listed for course in found.courses):
        lists = ", ".join(one.title for one in found.incomplete)
        yield Paragraph(
            f"Not listed: the list of skills is not complete, so you may know it from {lists}.",
            "note",
        )


def _disagreements(found: Overlap) -> tuple[str, ...]:
    """Return how topics and advice disagree, course by course."""
    publishers = ", ".join(dict.fromkeys(item.citation.publisher for item in found.stated))
    return tuple(
        f"course {course.number}: {publishers} {_ADVICE[course.stated]}; based on its topics, "
        f"{'at least ' if course.not_listed else ''}{course.covered.display} are covered"
        + (f", at most {course.at_most.display}" if _has_limit(course) else "")
        for course in found.courses
        if course.disagree
    )


def _has_limit(course: CourseOverlap) -> bool:
    """Return whether more topics may be covered, but not all those that are not."""
    return bool(course.perhaps) and not course.not_listed


WORDS = {Overlap: {"disagreements": _disagreements}}

"""The verdict box."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, source, title
from certeval.results.verdict import Entry, VerdictBox


def document(box: VerdictBox) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(title(box.certificate, box.audience, "verdict"))
    return (heading, *parts(box), *footer(box.sources, box.old, box.warnings))


def parts(box: VerdictBox) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    columns = (Column("", priority=9), Column("Verdict", priority=8), Column("From", priority=3))
    rows = tuple((entry.name, entry.text, _from(entry)) for entry in box.entries)
    yield Table(columns, rows)
    if box.unscored:
        yield Paragraph(f"Not rated: {box.unscored}.")


def _from(entry: Entry) -> str:
    if entry.citation is None:
        return "computed" if entry.computed else ""
    return f"{'computed from ' if entry.computed else ''}{source(entry.citation)}"

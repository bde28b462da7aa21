"""Lay out the definitions of a library and their files."""

from certeval.render.document import Column, Document, Paragraph, Table
from certeval.results.listing import Listing


def document(listing: Listing) -> Document:
    """Return one table: kind, id, title and file."""
    if not listing.entries:
        return (Paragraph("Nothing found."),)
    columns = (
        Column("Kind", priority=7),
        Column("Id", priority=9),
        Column("Title", priority=8),
        Column("File", priority=5),
    )
    rows = tuple(
        (entry.kind, entry.id, entry.title or "(has problems)", entry.path)
        for entry in listing.entries
    )
    return (Table(columns, rows),)

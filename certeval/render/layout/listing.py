"""What there is in a library, and where."""

from certeval.render.document import Column, Document, Paragraph, Table
from certeval.results.listing import Listing


def document(listing: Listing) -> Document:
    """One table: kind, id, title and file."""
    if not listing.entries:
        return (Paragraph("There is none."),)
    columns = (
        Column("Kind", priority=5),
        Column("Id", priority=9),
        Column("Title", priority=7),
        Column("File", priority=6),
    )
    rows = tuple(
        (entry.kind, entry.id, entry.title or "(has problems)", entry.path)
        for entry in listing.entries
    )
    return (Table(columns, rows),)

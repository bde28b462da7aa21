"""What there is in a library, and where."""

from certeval.render.document import Column, Document, Paragraph, Table
from certeval.results.listing import Listing


def document(listing: Listing) -> Document:
    """One table: kind, id, title and file."""
    if not listing.entries:
        return (Paragraph("There is none."),)
    columns = (
        Column("Kind", keep=5),
        Column("Id", keep=9),
        Column("Title", keep=7),
        Column("File", keep=6),
    )
    rows = tuple(
        (entry.kind, entry.id, entry.title or "(has problems)", entry.path)
        for entry in listing.entries
    )
    return (Table(columns, rows),)

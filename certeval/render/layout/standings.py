"""Alternatives with their ranks, as several commands show them."""

from collections.abc import Sequence

from certeval.render.document import Column, Paragraph, Table
from certeval.results.alternative import Alternative
from certeval.results.citation import Named


def reader_of(audience: Named | None) -> str:
    """For whom, at the end of a heading."""
    return f" for {audience.title}" if audience else ""


def rated(one: Alternative, scale_max: str) -> Paragraph:
    """What one alternative comes to, where there is no other."""
    verdict = f": {one.band}" if one.band else ""
    return Paragraph(f"{one.rating_display} / {scale_max}, exactly {one.total_display}{verdict}")


def standings(alternatives: Sequence[Alternative], scale_max: str) -> Table:
    """Rank, rating and exact total of each; a shared rank is marked."""
    columns = (
        Column("Rank", priority=8, number=True),
        Column("Id", priority=9),
        Column("Title", priority=5),
        Column("Rating", priority=7, number=True),
        Column("Exact total", priority=6, number=True),
        Column("Band", priority=4),
    )
    rows = tuple(
        (
            f"{one.rank}{'=' if one.tied else ''}",
            one.id,
            one.title,
            f"{one.rating_display} / {scale_max}",
            one.total_column,
            one.band or "",
        )
        for one in alternatives
    )
    return Table(columns, rows)

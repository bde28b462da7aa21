"""Lay out alternatives with their ranks, as several commands show them."""

from collections.abc import Sequence

from certeval.render.document import Col, Paragraph, Table, table_of
from certeval.render.layout.scorecard import to
from certeval.results.alternative import Alternative
from certeval.results.citation import Named

BY = {"opinion": "", "evidence": " by evidence"}
"""What the end of a heading says of what was judged by."""


def reader_of(audience: Named | None) -> str:
    """Return the end of a heading: the audience, if there is one."""
    return f" for {audience.title}" if audience else ""


def rank_text(rank: int, *, tied: bool) -> str:
    """Return a rank, marked if it is shared: ``1``, ``2=``."""
    return f"{rank}{'=' if tied else ''}"


def fails(criteria: Sequence[str]) -> str:
    """Return the end of a rating that says which criteria are below their minimum, if any."""
    return f" (fails {', '.join(criteria)})" if criteria else ""


def rated(one: Alternative, scale_max: str) -> Paragraph:
    """Return the rating and exact total of a single alternative."""
    verdict = f": {one.band}" if one.band else ""
    if one.total_high:
        return Paragraph(f"{to(one.rating, one.rating_high)} / {scale_max}")
    return Paragraph(f"{one.rating} / {scale_max}, exactly {one.total}{verdict}")


def _rating(one: Alternative, scale_max: str) -> str:
    return f"{to(one.rating, one.rating_high)} / {scale_max}{fails(one.failed)}"


def standings(alternatives: Sequence[Alternative], scale_max: str) -> Table:
    """Return rank, rating and exact total of each alternative; a shared rank is marked."""
    is_open = any(one.total_high for one in alternatives)
    columns: tuple[Col[Alternative], ...] = (
        Col("Rank", lambda one: rank_text(one.rank, tied=one.tied), priority=8, number=True),
        Col("Id", lambda one: one.id, priority=9),
        Col("Title", lambda one: one.title, priority=5),
        Col("Rating", lambda one: _rating(one, scale_max), priority=7, number=True),
        Col("Lowest total" if is_open else "Exact total", lambda one: one.total_column, priority=6,
            number=True),
        Col("Band", lambda one: one.band or "", priority=4, shown=not is_open),
    )  # fmt: skip
    return table_of(alternatives, columns)

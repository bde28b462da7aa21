"""From rows to entries with their ranks and ties, as they are displayed."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from certeval.analysis.rank.top_rows import ScoredRow, TopRows
from certeval.analysis.rounding import exact_text, rating_of
from certeval.model.rubric import Rubric
from certeval.results.ranking import Elsewhere, Entry, Tie

_MOST_TIES = 10
_MOST_NAMED = 10


class Placed(NamedTuple):
    """Entries, the best first; the first ties among them, and how many there are."""

    entries: tuple[Entry, ...]
    ties: tuple[Tie, ...]
    tie_count: int


def place(
    top_rows: TopRows, rubric: Rubric, unit: int = 1, against: Mapping[str, Elsewhere] | None = None
) -> Placed:
    """Return entries with competition ranks.

    Args:
        top_rows: the rows to rank; their totals are points times *unit*.
        rubric: has the bands, and the decimal places of a rating.
        unit: the denominator of the totals.
        against: what the rows come to for another audience, by id.

    """
    rows = top_rows.rows()
    entries: list[Entry] = []
    ties: list[Tie] = []
    tie_count = 0
    for total, group in groupby(rows, key=lambda row: row.total):
        equals = list(group)
        is_last = len(entries) + len(equals) == len(rows)
        sharing = len(equals) + (top_rows.tied_beyond_cut if is_last else 0)
        points, behind = Fraction(total, unit), Fraction(rows[0].total - total, unit)
        shared = _Shared(len(entries) + 1, sharing, points, behind)
        entries += _entries(equals, shared, rubric, against or {})
        tie_count += sharing > 1
        if sharing > 1 and tie_count <= _MOST_TIES:
            ties.append(_tie(equals, shared))
    return Placed(tuple(entries), tuple(ties), tie_count)


class _Shared(NamedTuple):
    """What rows with equal totals have in common, in points; ``sharing`` is how many they are."""

    rank: int
    sharing: int
    total: Fraction
    behind: Fraction


def _entries(
    rows: Sequence[ScoredRow], shared: _Shared, rubric: Rubric, against: Mapping[str, Elsewhere]
) -> list[Entry]:
    rank, tied = shared.rank, shared.sharing > 1
    rank_display = f"{rank}{'=' if tied else ''}"
    total_display, behind_display = exact_text(shared.total), exact_text(shared.behind)
    rating = rating_of(shared.total, rubric.rounding)
    rating_display, band = f"{rating:f}", rubric.band_of(rating)
    return [
        Entry(
            rank=rank,
            rank_display=rank_display,
            tied=tied,
            id=row.id,
            title=row.title,
            total=shared.total,
            total_display=total_display,
            rating=rating,
            rating_display=rating_display,
            band=band.label if band else None,
            behind=shared.behind,
            behind_display=behind_display,
            against=against.get(row.id),
        )
        for row in rows
    ]


def _tie(rows: Sequence[ScoredRow], shared: _Shared) -> Tie:
    named = tuple(row.id for row in rows[:_MOST_NAMED])
    return Tie(shared.rank, shared.total, exact_text(shared.total), shared.sharing, named)


def elsewhere(entries: Sequence[Entry]) -> dict[str, Elsewhere]:
    """*entries* of one ranking, by id, to be held against those of another."""
    return {
        one.id: Elsewhere(
            one.rank,
            one.rank_display,
            one.tied,
            one.total,
            one.total_display,
            one.rating,
            one.rating_display,
        )
        for one in entries
    }

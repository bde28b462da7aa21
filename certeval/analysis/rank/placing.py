"""Turn the best rows into entries with ranks and ties."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from certeval.analysis.figures import exact
from certeval.analysis.rank.top_rows import ScoredRow, TopRows
from certeval.analysis.rounding import rating_of
from certeval.model.rubric import Rubric
from certeval.results.figures import Quantity
from certeval.results.ranking import Entry, OtherRank, Tie

_MAX_TIES = 10
_MAX_NAMED = 10


class Placed(NamedTuple):
    """Entries, the best first; the first ties among them, and the number of all ties."""

    entries: tuple[Entry, ...]
    ties: tuple[Tie, ...]
    tie_count: int


def place(
    top_rows: TopRows,
    rubric: Rubric,
    unit: int = 1,
    against: Mapping[str, OtherRank] | None = None,
) -> Placed:
    """Give rows their competition ranks.

    Args:
        top_rows: The rows to show; their totals are points times *unit*.
        rubric: Has the bands, and the decimal places of a rating.
        unit: The denominator of the totals, from 1.
        against: Ranks for another audience, by id.

    Returns:
        The entries, the best first, and the ties among them.

    """
    rows = top_rows.rows()
    entries: list[Entry] = []
    ties: list[Tie] = []
    tie_count = 0
    for _, group in groupby(rows, key=lambda row: row.standing):
        equals = list(group)
        total = equals[0].total
        is_last = len(entries) + len(equals) == len(rows)
        count = len(equals) + (top_rows.tied_beyond_cut if is_last else 0)
        tie = _Tie(
            rank=len(entries) + 1,
            size=count,
            total=exact(Fraction(total, unit)),
            behind=None if equals[0].failed else exact(Fraction(rows[0].total - total, unit)),
        )
        entries += _entries(equals, tie, rubric, against or {})
        tie_count += count > 1
        if count > 1 and tie_count <= _MAX_TIES:
            ids = tuple(row.id for row in equals[:_MAX_NAMED])
            ties.append(Tie(tie.rank, tie.total, count, ids))
    return Placed(tuple(entries), tuple(ties), tie_count)


class _Tie(NamedTuple):
    """What ``size`` rows with equal totals have in common."""

    rank: int
    size: int
    total: Quantity
    behind: Quantity | None


def _entries(
    rows: Sequence[ScoredRow], tie: _Tie, rubric: Rubric, against: Mapping[str, OtherRank]
) -> list[Entry]:
    rounded = rating_of(tie.total.value, rubric.rounding)
    rating, band = Quantity(Fraction(rounded), f"{rounded:f}"), rubric.band_of(rounded)
    return [
        Entry(
            rank=tie.rank,
            tied=tie.size > 1,
            id=row.id,
            title=row.title,
            total=tie.total,
            rating=rating,
            band=band.label if band else None,
            behind=tie.behind,
            failed=row.failed,
            against=against.get(row.id),
        )
        for row in rows
    ]


def tie_breakers_of(rubric: Rubric) -> tuple[str, ...]:
    """Return what orders equal totals.

    Args:
        rubric: names the criteria.

    Returns:
        The titles of the criteria, the first of them first.

    """
    titles = {item.id: item.title for item in rubric.criteria}
    return tuple(titles[name] for name in rubric.tie_breakers)


def other_ranks(entries: Sequence[Entry]) -> dict[str, OtherRank]:
    """Return the ranks for the other audience.

    Args:
        entries: All entries of the ranking for that audience.

    Returns:
        Their ranks by id.

    """
    return {one.id: OtherRank(one.rank, one.tied, one.total, one.rating) for one in entries}

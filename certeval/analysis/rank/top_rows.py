"""Keep the best of many rows, in memory for as many as are wanted."""

from fractions import Fraction
from typing import NamedTuple

_MIN_ROOM = 1000


class ScoredRow(NamedTuple):
    """A row that can be ranked. ``total`` is exact, in a unit that all rows share."""

    total: int | Fraction
    id: str
    title: str | None


class TopRows:
    """The best rows of all that are added: those with the highest totals, equal ones by id.

    The order in which rows are added makes no difference.

    Attributes:
        added: how many rows were added.
        tied_beyond_cut: how many rows are not kept and have the total of the last one that is; up
            to date after ``rows``.

    """

    def __init__(self, count: int | None) -> None:
        """Keep the best *count* rows, at least 1, or all rows for None."""
        self.added = self.tied_beyond_cut = 0
        self._count = count
        self._room = None if count is None else max(2 * count, _MIN_ROOM)
        self._rows: list[ScoredRow] = []
        self._lowest: int | Fraction | None = None

    def add(self, total: int | Fraction, row_id: str, title: str | None) -> None:
        """Add a row."""
        self.added += 1
        if self._lowest is not None and total < self._lowest:
            return
        self._rows.append(ScoredRow(total, row_id, title))
        if len(self._rows) == self._room:
            self._cut()

    def rows(self) -> list[ScoredRow]:
        """Return the rows that are kept, the best first."""
        self._cut()
        return self._rows

    def _cut(self) -> None:
        """Drop what is not among the best."""
        self._rows.sort(key=lambda row: (-row.total, row.id))
        if self._count is None or len(self._rows) <= self._count:
            return
        lowest = self._rows[self._count - 1].total
        tied = sum(row.total == lowest for row in self._rows[self._count :])
        # Rows dropped earlier are still tied if the lowest total is the same, and only then.
        self.tied_beyond_cut = tied + (self.tied_beyond_cut if lowest == self._lowest else 0)
        self._lowest = lowest
        del self._rows[self._count :]

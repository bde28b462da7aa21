"""Keep the best of many rows in memory that does not grow with the table."""

from fractions import Fraction
from typing import NamedTuple

_MIN_ROOM = 1000


class ScoredRow(NamedTuple):
    """A row with its exact total, in a unit that all rows share."""

    total: int | Fraction
    id: str
    title: str | None


class TopRows:
    """The rows with the highest totals, and by id if they tie.

    The order in which rows are added makes no difference.

    Attributes:
        added: The number of rows added.
        tied_beyond_cut: The number of rows that are not kept, but tie with the last one that is;
            up to date after ``rows``.

    """

    def __init__(self, count: int | None) -> None:
        """Keep the best *count* rows, at least 1; None keeps all."""
        self.added = self.tied_beyond_cut = 0
        self._count = count
        self._room = None if count is None else max(2 * count, _MIN_ROOM)
        self._rows: list[ScoredRow] = []
        self._lowest: int | Fraction | None = None

    def add(self, total: int | Fraction, row_id: str, title: str | None) -> None:
        """Add a row.

        Args:
            total: The exact total, in the unit of all rows.
            row_id: The id, unique among the rows.
            title: The title, if the row has one.

        """
        self.added += 1
        if self._lowest is not None and total < self._lowest:
            return
        self._rows.append(ScoredRow(total, row_id, title))
        if len(self._rows) == self._room:
            self._cut()

    def rows(self) -> list[ScoredRow]:
        """Sort the rows that are kept.

        Returns:
            The rows, the best first.

        """
        self._cut()
        return self._rows

    def _cut(self) -> None:
        """Drop all but the best rows."""
        self._rows.sort(key=lambda row: (-row.total, row.id))
        if self._count is None or len(self._rows) <= self._count:
            return
        lowest = self._rows[self._count - 1].total
        tied = sum(row.total == lowest for row in self._rows[self._count :])
        # Rows dropped earlier are still tied if the lowest total is the same, and only then.
        self.tied_beyond_cut = tied + (self.tied_beyond_cut if lowest == self._lowest else 0)
        self._lowest = lowest
        del self._rows[self._count :]

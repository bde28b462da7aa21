"""Keep the best of many rows in memory that does not grow with the table."""

from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.rank.standing import Standing

_MIN_ROOM = 1000


class ScoredRow(NamedTuple):
    """A row with its exact total, in a unit that all rows share, and what orders it.

    ``failed`` are the titles of criteria that are below their minimum.
    """

    total: int | Fraction
    id: str
    title: str | None
    standing: Standing
    failed: tuple[str, ...] = ()


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
        self._lowest: Standing | None = None

    def add(self, row: ScoredRow) -> None:
        """Add a row.

        Args:
            row: A row whose id is unique among the rows.

        """
        self.added += 1
        if self._lowest is not None and row.standing < self._lowest:  # type: ignore[operator]
            return
        self._rows.append(row)
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
        self._rows.sort(key=lambda row: row.id)
        self._rows.sort(key=lambda row: row.standing, reverse=True)
        if self._count is None or len(self._rows) <= self._count:
            return
        lowest = self._rows[self._count - 1].standing
        tied = sum(row.standing == lowest for row in self._rows[self._count :])
        # Rows dropped earlier are still tied if the lowest total is the same, and only then.
        self.tied_beyond_cut = tied + (self.tied_beyond_cut if lowest == self._lowest else 0)
        self._lowest = lowest
        del self._rows[self._count :]

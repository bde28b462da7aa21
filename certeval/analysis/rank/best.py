"""The best of many, in memory for as many as are wanted."""

from fractions import Fraction

from certeval.model.table import Row

_ROOM = 1000


class Best:
    """Keeps the best *count* rows of all that are added, or every one where *count* is None.

    The highest total comes first, and of equal ones the first by id, so that the order in which
    rows are added is irrelevant. ``added`` counts all; ``beyond`` those that are not kept and have
    the total of the last one kept.
    """

    def __init__(self, count: int | None) -> None:
        """Nothing is added yet."""
        self.added = self.beyond = 0
        self._count = count
        self._room = None if count is None else max(2 * count, _ROOM)
        self._rows: list[Row] = []
        self._least: int | Fraction | None = None

    def add(self, row: Row) -> None:
        """Take *row* in."""
        self.added += 1
        if self._least is not None and row.total < self._least:
            return
        self._rows.append(row)
        if len(self._rows) == self._room:
            self._cut()

    def rows(self) -> list[Row]:
        """Those that are kept, the best first."""
        self._cut()
        return self._rows

    def _cut(self) -> None:
        """Drop what is not among the best."""
        self._rows.sort(key=lambda row: (-row.total, row.id))
        if self._count is None or len(self._rows) <= self._count:
            return
        least = self._rows[self._count - 1].total
        equal = sum(row.total == least for row in self._rows[self._count :])
        # Those that were dropped before and had this total are still beyond; no others can be.
        self.beyond = equal + (self.beyond if least == self._least else 0)
        self._least = least
        del self._rows[self._count :]

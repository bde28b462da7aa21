"""Find the rows of a table that repeat an id, however many rows there are."""

import sqlite3
from collections.abc import Iterator, Sequence

from certeval.model.scalars import describe
from certeval.model.table import BadRow

_BATCH = 100  # ids that are written by one statement, which is quicker than one for each

_FIND = """
WITH repeated AS (SELECT id, min(line) AS first FROM ids GROUP BY id HAVING count(*) > 1)
SELECT line, id, first FROM repeated JOIN ids USING (id) WHERE line > first ORDER BY line
"""


class DuplicateIds:
    """The ids of a table's rows, in a private temporary database that spills to disk.

    Memory does not grow with the number of ids. The database goes away with ``close``.
    """

    def __init__(self) -> None:
        """Start without any id."""
        self._batch: list[int | str] = []  # a line and its id, the next line and its id, ...
        self._database = sqlite3.connect("", isolation_level=None)
        self._execute("PRAGMA journal_mode = OFF")  # nothing is ever rolled back
        self._execute("CREATE TABLE ids (line INTEGER PRIMARY KEY, id TEXT NOT NULL)")
        self._execute("BEGIN")  # one transaction: a commit for each batch takes time

    def add(self, row_id: str, line: int) -> None:
        """Add the id of a row.

        Args:
            row_id: the id, compared exactly.
            line: the line in which the row begins; the last id added for a line counts.

        Raises:
            OSError: the database cannot be written.

        """
        self._batch += (line, row_id)
        if len(self._batch) == 2 * _BATCH:
            self._write()

    def find(self) -> Iterator[BadRow]:
        """Yield each row with the id of an earlier row, in the order of their lines.

        Yields:
            The line of the row, and a hint with the line of the earlier one.

        Raises:
            OSError: the database cannot be written.

        """
        self._write()
        for line, row_id, first in self._execute(_FIND):
            hint = f"line {first} has it already"
            yield BadRow(line, f"duplicate id {describe(row_id)}", hint)

    def close(self) -> None:
        """Delete the database."""
        self._database.close()

    def _write(self) -> None:
        if self._batch:
            places = ", ".join(["(?, ?)"] * (len(self._batch) // 2))
            self._execute(f"INSERT OR REPLACE INTO ids VALUES {places}", self._batch)  # noqa: S608
            self._batch.clear()

    def _execute(self, statement: str, values: Sequence[int | str] = ()) -> sqlite3.Cursor:
        try:
            return self._database.execute(statement, values)
        except sqlite3.Error as error:
            raise OSError(f"its temporary database: {error}") from None

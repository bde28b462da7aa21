"""Read rows of raw scores from a file, however many, one at a time."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, Self

from certeval.diagnostics import Diagnostic, Rule
from certeval.errors import DefinitionError, NoRowError
from certeval.library.tables.columns import Columns
from certeval.library.tables.csv_rows import CsvRows
from certeval.library.tables.duplicate_ids import DuplicateIds
from certeval.library.tables.json_rows import JsonRows
from certeval.library.tables.lines import Lines
from certeval.library.tables.rewindable import open_rewindable
from certeval.library.text import display_path, reason_of
from certeval.model.table import BadRow, RawRow

MAX_REPORTED = 100
"""The most invalid rows that are reported; the others are counted."""

_START = "the first line of a table names its columns: id, and one for each criterion"


class Rows(Protocol):
    """The rows of a table in one form, valid or not, and warnings once they are read."""

    def __iter__(self) -> Iterator[RawRow | BadRow]: ...
    @property
    def warnings(self) -> tuple[str, ...]: ...


Form = Callable[[Lines, Columns, str], Rows]
"""Reads a form of table: takes its lines, of which the first that is not blank has just been read,
the columns, and the path for messages."""

_BY_ENDING: dict[str, Form] = {".jsonl": JsonRows, ".ndjson": JsonRows, ".json": JsonRows}
_BY_FIRST_CHARACTER: dict[str, Form] = {"{": JsonRows}
_OTHERWISE: Form = CsvRows


class Table:
    """A table of raw scores in a file. Close it, or use it in a ``with``.

    Iterating reads the table and yields the valid rows. A row whose scores turn out to be invalid
    has to be rejected before the next one is taken. Ids are not held in memory, so that duplicates
    are known at the end only: if there are any, iterate once more, and they are left out.

    Attributes:
        path: what messages call the file.
        rows: how many rows were read.
        bad_count: how many of them are invalid.
        bad_rows: the first of these.
        has_duplicates: whether rows were yielded that have the id of an earlier one.
        warnings: what else there is to say about the file, once all of it is read.

    """

    def __init__(self, path: Path, columns: Columns, *, strict: bool = False) -> None:
        """Open the file.

        Args:
            path: a file; ``-`` is standard input.
            columns: which column holds what.
            strict: whether an invalid row is an error.

        Raises:
            DefinitionError: the file cannot be read.

        """
        self.path = display_path(path)
        self.rows = self.bad_count = 0
        self.bad_rows: list[BadRow] = []
        self.has_duplicates = False
        self.warnings: tuple[str, ...] = ()
        self._columns = columns
        self._strict = strict
        self._ending = path.suffix.lower()
        self._file = open_rewindable(path)
        self._ids = DuplicateIds()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ids.close()
        self._file.close()

    def __iter__(self) -> Iterator[RawRow]:
        """Yield each row that looks valid.

        Raises:
            DefinitionError: the file cannot be read, its header has problems, a quote may not be
                closed, or no valid row is left; with ``strict``, a row is invalid.

        """
        self.rows, self.bad_count, self.bad_rows = 0, 0, []
        again = self.has_duplicates
        try:
            rows = self._open()
            yield from self._distinct(rows) if again else self._collect_ids(rows)
        except OSError as error:
            message = f"cannot be read: {reason_of(error)}"
            raise DefinitionError([Diagnostic(self.path, message, "unreadable")]) from None
        self.warnings = rows.warnings
        if not self.rows:
            raise DefinitionError([self._problem("no rows below the header", None)])
        if self.rows == self.bad_count:
            raise NoRowError(self.problems, self.bad_count)

    def reject(self, row: BadRow) -> None:
        """Leave out the row that was yielded last, or another invalid one.

        Args:
            row: the row, with the reason.

        Raises:
            DefinitionError: the table is read with ``strict``.

        """
        if self._strict:
            first = next(self._ids.find(), row)  # a duplicate before it, if there is one
            raise DefinitionError([self._problem(first.message, first.hint, first.line)])
        self.bad_count += 1
        if len(self.bad_rows) < MAX_REPORTED:
            self.bad_rows.append(row)

    @property
    def problems(self) -> list[Diagnostic]:
        """The first invalid rows, as problems of the file."""
        return [self._problem(row.message, row.hint, row.line) for row in self.bad_rows]

    def _collect_ids(self, rows: Rows) -> Iterator[RawRow]:
        for row in rows:
            self.rows += 1
            if isinstance(row, BadRow):
                self.reject(row)
                continue
            before = self.bad_count
            yield row
            if self.bad_count == before:
                self._ids.add(row.id, row.line)
        self.has_duplicates = next(self._ids.find(), None) is not None

    def _distinct(self, rows: Rows) -> Iterator[RawRow]:
        duplicates = self._ids.find()
        duplicate = next(duplicates, None)
        for row in rows:
            self.rows += 1
            if isinstance(row, BadRow):
                self.reject(row)
            elif duplicate and row.line == duplicate.line:
                self.reject(duplicate)
                duplicate = next(duplicates, None)
            else:
                yield row

    def _open(self) -> Rows:
        """Return the rows from the beginning of the file."""
        lines = Lines(self._file)
        first = next((text for text in lines if text.strip() or lines.unreadable), None)
        if first is None:
            raise DefinitionError([self._problem("the file is empty", _START)])
        by_first_character = _BY_FIRST_CHARACTER.get(first.lstrip()[:1], _OTHERWISE)
        form = _BY_ENDING.get(self._ending, by_first_character)
        return form(lines, self._columns, self.path)

    def _problem(self, message: str, hint: str | None, line: int | None = None) -> Diagnostic:
        rule: Rule = "value" if line else "structure"
        return Diagnostic(self.path, message, rule, hint, line)

"""Rows of raw scores from a file, however many: read one at a time, the bad ones told."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Self

from certeval.diagnostics import Diagnostic, Rule
from certeval.errors import DefinitionError, NoRowError, RowError
from certeval.library.tables.columns import FIRST, ID, TITLE, Columns
from certeval.library.tables.csv_rows import CsvRows
from certeval.library.tables.json_rows import JsonRows
from certeval.library.tables.lines import Line, lines
from certeval.library.tables.repeats import Repeats
from certeval.library.tables.seekable import open_seekable
from certeval.library.text import display_path, reason_of
from certeval.model.scalars import describe
from certeval.model.table import BadRow, Judge, Row

MOST_TOLD = 100
"""The most bad rows that are remembered; the others are counted."""

_LONGEST = 1000  # characters of an id or a title
_JSON_ENDINGS = (".jsonl", ".ndjson", ".json")
_NONE = (None, None)
_START = "the first line of a table names its columns: id, and one for each criterion"
_NO_LIST = "write an object a line, without brackets around them and commas between them"


class Table:
    """A table in CSV or JSON Lines. To be closed, or used in a ``with``.

    What was found on the way is known once a reading has come to its end: ``rows`` read,
    ``bad_rows`` (the first of them), how many there were (``bad_count``), and ``warnings``.
    """

    def __init__(self, path: Path, columns: Columns, *, whole: bool, strict: bool = False) -> None:
        """*whole* asks for a column for every criterion; *strict* makes a bad row an error.

        Raises:
            DefinitionError: the file cannot be read.

        """
        self.path = display_path(path)
        self.rows = self.bad_count = 0
        self.bad_rows: list[BadRow] = []
        self.warnings: tuple[str, ...] = ()
        self._columns = columns
        self._whole = whole
        self._strict = strict
        self._ends_in_json = path.suffix.lower() in _JSON_ENDINGS
        self._repeats = Repeats()
        self._file: BinaryIO = open_seekable(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._repeats.close()
        self._file.close()

    @property
    def problems(self) -> list[Diagnostic]:
        """The bad rows that are remembered."""
        return [self._problem(row.message, row.hint, row.line) for row in self.bad_rows]

    def readings(self) -> Iterator[Callable[[Judge], Iterator[Row]]]:
        """How to read the whole table; what comes of the last one counts.

        A second one is only needed where rows have the id of a row before. Ids are not held in
        memory, so that this is known at the end; the second one then leaves them out.

        Raises:
            DefinitionError: the header has problems, a row is bad and that is not to be, or no
                good one is left.

        """
        yield partial(self._read, doubles=None)
        doubles = self._repeats.find()
        first = next(doubles, None)
        if first:
            yield partial(self._read, doubles=chain((first,), doubles))

    def _read(self, judge: Judge, doubles: Iterator[tuple[int, int]] | None) -> Iterator[Row]:
        """Each good row; *doubles* has the lines of those to leave out, and of their equals."""
        self.rows, self.bad_count, self.bad_rows = 0, 0, []
        source = self._source()
        double, before = next(doubles or iter(()), _NONE)
        for line, parts in source:
            self.rows += 1
            try:
                row = _row(parts, judge, before if line == double else None)
            except RowError as error:
                if line == double:
                    double, before = next(doubles or iter(()), _NONE)
                else:
                    source.reread()
                if self._strict and doubles is None and self._has_double_before(line):
                    return
                self._refuse(line, error)
            else:
                if doubles is None:
                    self._repeats.add(row.id, line)
                yield row
        self.warnings = source.warnings
        self._demand_rows()

    def _has_double_before(self, line: int) -> bool:
        """Whether a row before *line* is bad for its id, which only a second reading tells."""
        return next(self._repeats.find(), (line, 0))[0] < line

    def _refuse(self, line: int, error: RowError) -> None:
        if self._strict:
            raise DefinitionError([self._problem(error.message, error.hint, line)])
        self.bad_count += 1
        if len(self.bad_rows) < MOST_TOLD:
            self.bad_rows.append(BadRow(line, error.message, error.hint))

    def _demand_rows(self) -> None:
        if not self.rows:
            raise DefinitionError([self._problem("no rows below the header", None)])
        if self.rows == self.bad_count:
            raise NoRowError(self.problems, self.bad_count)

    def _source(self) -> CsvRows | JsonRows:
        """The rows from the beginning of the file, in the format that it is in."""
        every = self._lines()
        first = next((line for line in every if not _is_blank(line)), None)
        if first is None:
            raise DefinitionError([self._problem("the file is empty", _START)])
        number, text = first
        start = text.lstrip()[:1] if isinstance(text, str) else ""
        every = chain((first,), every)
        if not (self._ends_in_json or start == "{"):
            return CsvRows(every, self._columns, path=self.path, whole=self._whole)
        if start == "[" or (isinstance(text, str) and text.strip() == "{"):
            what = "a list" if start == "[" else "an object of several lines"
            raise DefinitionError([self._problem(f"{what}, not JSON Lines", _NO_LIST, number)])
        return JsonRows(every, self._columns, path=self.path)

    def _lines(self) -> Iterator[Line]:
        try:
            yield from lines(self._file)
        except OSError as error:
            message = f"cannot be read: {reason_of(error)}"
            raise DefinitionError([Diagnostic(self.path, message, "unreadable")]) from None

    def _problem(self, message: str, hint: str | None, line: int | None = None) -> Diagnostic:
        rule: Rule = "value" if line else "structure"
        return Diagnostic(self.path, message, rule, hint, line)


def _row(parts: tuple[str, ...] | RowError, judge: Judge, before: int | None) -> Row:
    """A row of *parts*; the row that begins in the line *before* has its id, if that is not None.

    Raises:
        RowError: it is a bad one.

    """
    if isinstance(parts, RowError):
        raise parts
    name, title = parts[ID].strip(), parts[TITLE].strip() or None
    if not name:
        raise RowError("no id")
    if len(name) > _LONGEST or (title and len(title) > _LONGEST):
        which = "id" if len(name) > _LONGEST else "title"
        raise RowError(f"{which}: longer than {_LONGEST} characters")
    if before is not None:
        raise RowError(f"duplicate id {describe(name)}", f"line {before} has it already")
    return Row(judge(parts[FIRST:]), name, title)


def _is_blank(line: Line) -> bool:
    return isinstance(line[1], str) and not line[1].strip()

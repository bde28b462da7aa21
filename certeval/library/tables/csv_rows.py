"""Read the rows of a table in CSV, as RFC 4180 describes it."""

import csv
from collections.abc import Iterator
from operator import itemgetter

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError
from certeval.library.tables.columns import ID, Columns, listed, row_of
from certeval.library.tables.lines import Lines
from certeval.model.table import BadRow, RawRow

MAX_LINES = 100
"""The most lines that a row may span."""

_DELIMITERS = (",", ";", "\t")
_OPEN = "a quote is opened and never closed"
_DOUBLED = 'inside quotes, write "" for a quote'
_CLOSED = f"close each quote; {_DOUBLED}"


class CsvRows:
    """The rows below the header of a table in CSV.

    A row is never made from the middle of a cell: after a quote that is missing or one too many, a
    line may be inside a cell or not, and reading stops. An odd number of quotes in a row is a
    sign of that; only as long as all rows before had their cells in one line, it is taken for text,
    as in a title with 5" in it.
    """

    def __init__(self, lines: Lines, columns: Columns, path: str) -> None:
        """Read the header.

        Args:
            lines: the lines of a file, of which the first one of the header has just been read.
            columns: which column holds what.
            path: what messages call the file.

        Raises:
            DefinitionError: the header has problems.

        """
        self._lines = lines
        self._path = path
        self._start = lines.number
        self._quotes = 0
        self._doubtful = False  # whether a row may have been cut off, or joined to another
        self._delimiter = _delimiter(lines.text, columns)
        self._records = csv.reader(
            self._texts(), delimiter=self._delimiter, skipinitialspace=True, strict=True
        )
        self._header = [cell.strip() for cell in self._read_header()]
        self._places = columns.places(self._header, path, self._start)

    def __iter__(self) -> Iterator[RawRow | BadRow]:
        """Yield each row that is not blank.

        Raises:
            DefinitionError: a quote may not be closed.

        """
        lines, width, place_of_id = self._lines, len(self._header), self._places[ID]
        pick = itemgetter(*self._places)
        while True:
            self._start, self._quotes = lines.number + 1, 0
            try:
                cells = next(self._records)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._malformed(str(error))
                continue
            if lines.number > self._start or len(cells) != width:
                self._doubtful = True
            if self._doubtful and self._quotes % 2:
                raise self._stop("a quote in the middle of a cell", _CLOSED)
            if lines.unreadable:
                yield lines.unreadable
                lines.unreadable = None
            elif len(cells) != width:
                if any(map(str.strip, cells)):
                    yield self._wrong_cell_count(len(cells))
            elif cells[place_of_id].strip() or any(map(str.strip, cells)):
                cells.append("")  # for parts without a column
                yield row_of(self._start, pick(cells))

    @property
    def warnings(self) -> tuple[str, ...]:
        """Which columns are not used."""
        used = set(self._places)
        unused = [name for at, name in enumerate(self._header) if name and at not in used]
        return (f"columns that are not used: {listed(unused)}",) if unused else ()

    def _texts(self) -> Iterator[str]:
        """Yield the lines from the header on, but only as many of a row as it may span."""
        yield self._lines.text
        for text in self._lines:
            if self._lines.number - self._start >= MAX_LINES:
                return
            if '"' in text:
                self._quotes += text.count('"')
            yield text

    def _read_header(self) -> list[str]:
        header: list[str] = []
        problem: tuple[str, str | None] | None = None
        try:
            header = next(self._records)
        except csv.Error as error:
            problem = _plainly(str(error))
        if bad := self._lines.unreadable:
            problem = bad.message, bad.hint
        if problem:
            raise self._stop(*problem)
        return header

    def _malformed(self, message: str) -> BadRow:
        """Return why the csv module refuses a row.

        Raises:
            DefinitionError: the row may leave a quote open.

        """
        spans_lines = self._lines.number > self._start
        if spans_lines or self._quotes % 2 or "unexpected end" in message:
            raise self._stop(_OPEN, _DOUBLED) from None
        self._doubtful = True
        bad = self._lines.unreadable or BadRow(self._start, *_plainly(message))
        self._lines.unreadable = None
        return bad

    def _wrong_cell_count(self, count: int) -> BadRow:
        message = f"{count} cell{'' if count == 1 else 's'}, expected {len(self._header)}"
        hint = None
        if self._lines.number > self._start:
            hint = f"the row ends in line {self._lines.number}: is each quote closed?"
        elif count > len(self._header) and self._delimiter == ",":
            hint = "put a cell with a comma in it in quotes"
        return BadRow(self._start, message, hint)

    def _stop(self, message: str, hint: str | None) -> DefinitionError:
        return DefinitionError([Diagnostic(self._path, message, "structure", hint, self._start)])


def _plainly(message: str) -> tuple[str, str | None]:
    """Return a message and a hint for an error *message* of the csv module."""
    if "unexpected end" in message:
        return _OPEN, _DOUBLED
    if "expected after" in message:
        return "text after a quote that closes a cell", _DOUBLED
    if "field limit" in message:
        return f"a cell of more than {csv.field_size_limit()} characters", None
    return "a line break inside a cell without quotes", "put the cell in quotes"


def _delimiter(header: str, columns: Columns) -> str:
    """Return the delimiter that yields the most known columns, then the most cells."""
    return max(_DELIMITERS, key=lambda delimiter: _columns_with(delimiter, header, columns))


def _columns_with(delimiter: str, header: str, columns: Columns) -> tuple[int, int]:
    """Return how many known columns *delimiter* yields, and how many cells."""
    try:
        cells = next(csv.reader([header], delimiter=delimiter, skipinitialspace=True))
    except csv.Error:  # the header is refused anyway
        return 0, 0
    known = {columns.part(cell.strip()) for cell in cells} - {None}
    return len(known), len(cells)

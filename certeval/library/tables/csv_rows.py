"""The rows of a table in CSV: what their columns hold, by the header."""

import csv
from collections.abc import Iterator
from itertools import chain
from operator import itemgetter

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError, RowError
from certeval.library.tables.columns import ID, Columns, listed
from certeval.library.tables.delimited import Delimited
from certeval.library.tables.lines import Line

Parts = tuple[int, tuple[str, ...] | RowError]
"""The parts of a row, by number, and the line that it begins in; or why it cannot be read."""

_DELIMITERS = (",", ";", "\t")


class CsvRows:
    """The rows below the header, one at a time. A part without a column is empty."""

    def __init__(self, lines: Iterator[Line], columns: Columns, *, path: str, whole: bool) -> None:
        """Read the header, the first of *lines*; *path* is what messages call the file.

        Where *whole*, there has to be a column for every criterion.

        Raises:
            DefinitionError: the header has problems.

        """
        first = next(lines)
        self._line, text = first
        self._path = path
        if isinstance(text, RowError):
            raise DefinitionError([self._problem(text.message, text.hint)])
        self._delimiter = _delimiter(text, columns)
        self._records = Delimited(chain((first,), lines), self._delimiter)
        self._rest = iter(self._records)
        _, header = next(self._rest)
        if isinstance(header, RowError):
            raise DefinitionError([self._problem(header.message, header.hint)])
        self._header = [cell.strip() for cell in header]
        self._places = self._find(columns, whole=whole)

    def __iter__(self) -> Iterator[Parts]:
        width, at = len(self._header), self._places[ID]
        pick = itemgetter(*self._places)
        for number, cells in self._rest:
            if isinstance(cells, RowError):
                yield number, cells
            elif len(cells) != width:
                if any(map(str.strip, cells)):
                    yield number, self._misfit(len(cells))
            elif cells[at].strip() or any(map(str.strip, cells)):
                cells.append("")  # where parts are that have no column
                yield number, pick(cells)

    def reread(self) -> None:
        """Go back to the second line of the row that was given last, if it has one."""
        self._records.reread()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What columns are not used."""
        used = set(self._places)
        unused = [name for at, name in enumerate(self._header) if name and at not in used]
        return (f"columns that are not used: {listed(unused)}",) if unused else ()

    def _find(self, columns: Columns, *, whole: bool) -> list[int]:
        """The number of the column of each part; one past the last for a part without any."""
        found: dict[int, int] = {}
        problems = []
        hint = f"columns: {listed(self._header)}"
        for at, name in enumerate(self._header):
            part = columns.part(name)
            if part is None:
                continue
            if part in found:
                both = listed([self._header[found[part]], name])
                message = f"two columns for {columns.titles[part]}: {both}"
                said = "rename one of them"
                if columns.parts[part] not in columns.mapped:
                    said = f"say which with --map {columns.parts[part]}=COLUMN"
                problems.append(self._problem(message, said))
            found.setdefault(part, at)
        for part, name in enumerate(columns.parts):
            if part in found:
                continue
            if name in columns.mapped:
                problems.append(self._problem(f"no column '{columns.mapped[name]}'", hint))
            elif name != "title" and (whole or name == "id"):
                message = f"no column for {columns.titles[part]}"
                said = f"name it with --map {name}=COLUMN; {hint}"
                problems.append(self._problem(message, said))
        if problems:
            raise DefinitionError(problems)
        return [found.get(part, len(self._header)) for part in range(len(columns.parts))]

    def _misfit(self, count: int) -> RowError:
        cells = "1 cell" if count == 1 else f"{count} cells"
        message = f"{cells}, where the header has {len(self._header)}"
        if count > len(self._header) and self._delimiter == ",":
            return RowError(message, "a cell with a comma in it needs quotes around it")
        return RowError(message)

    def _problem(self, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(self._path, message, "structure", hint, self._line)


def _delimiter(text: str, columns: Columns) -> str:
    """What stands between the cells of *text*, the header: what makes most sense of it."""

    def sense(delimiter: str) -> tuple[int, int]:
        cells = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True))
        known = {columns.part(cell.strip()) for cell in cells} - {None}
        return len(known), len(cells)

    return max(_DELIMITERS, key=sense)

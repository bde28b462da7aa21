"""The records of a CSV file, after RFC 4180, with a way back out of quotes that are not closed."""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import islice

from certeval.errors import RowError
from certeval.library.tables.lines import LONGEST, Line

MOST_LINES = 100
"""The most lines that a record may span."""

_DOUBLED = 'inside quotes, write "" for a quote'

Record = tuple[int, list[str] | RowError]
"""The cells of a record by the line that it begins in; or why it cannot be read."""


class Delimited:
    """Records, one at a time; empty lines are none.

    A record of several lines may turn out to be a quote that was never closed, and what it has
    swallowed: ``reread`` then goes back to its second line.
    """

    def __init__(self, lines: Iterator[Line], delimiter: str) -> None:
        """Nothing is read yet of *lines*; *delimiter* stands between cells."""
        self._lines = lines
        self._delimiter = delimiter
        self._ahead: deque[Line] = deque()
        self._further: list[Line] = []

    def __iter__(self) -> Iterator[Record]:
        for number, text in self._pending():
            if isinstance(text, RowError):
                yield number, text
            elif '"' in text:
                yield number, self._quoted(text)
                self._further = []
            elif bare := text.rstrip("\r\n"):
                yield number, bare.split(self._delimiter)

    def reread(self) -> None:
        """Go back to the second line of the record that was given last, if it has one."""
        self._ahead.extendleft(reversed(self._further))
        self._further = []

    def _pending(self) -> Iterator[Line]:
        """The lines to come: those to be reread, then those that were never read."""
        while True:
            while self._ahead:
                yield self._ahead.popleft()
            for line in self._lines:
                yield line
                if self._ahead:
                    break
            else:
                return

    def _quoted(self, text: str) -> list[str] | RowError:
        """The record that begins with *text*, and goes on as long as a quote is open."""
        reader = csv.reader(
            self._from(text), delimiter=self._delimiter, skipinitialspace=True, strict=True
        )
        try:
            return next(reader)
        except csv.Error as error:
            self.reread()
            return _in_our_words(str(error))

    def _from(self, text: str) -> Iterator[str]:
        """*text*, and the lines after it as far as one record may reach."""
        size = len(text)
        yield text
        for line in islice(self._pending(), MOST_LINES - 1):
            self._further.append(line)
            if isinstance(line[1], RowError):
                return
            size += len(line[1])
            if size > LONGEST:
                return
            yield line[1]


def _in_our_words(message: str) -> RowError:
    if "unexpected end" in message:
        return RowError("a quote is opened and never closed", _DOUBLED)
    if "expected after" in message:
        return RowError("text after a quote that closes a cell", _DOUBLED)
    if "field limit" in message:
        return RowError(f"a cell of more than {csv.field_size_limit()} characters")
    return RowError("a line break inside a cell without quotes", "put the cell in quotes")

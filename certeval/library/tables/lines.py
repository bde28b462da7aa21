"""Read the lines of a file: numbered, in UTF-8, and none too long for memory."""

from collections.abc import Iterator
from typing import BinaryIO

from certeval.model.table import BadRow

MAX_BYTES = 1_000_000
"""The most bytes that a line may have; a longer one is skipped, piece by piece."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Lines:
    """The lines of a file from its beginning, each with its line ending.

    A line that cannot be read is replaced by one with as many quotes, or as few: with an odd number
    for an odd number. A reader of CSV then still knows which lines are inside a cell.

    Attributes:
        number: the number of the line that was read last, from 1.
        text: that line.
        unreadable: the first line that could not be read and why; a reader that has dealt with it
            sets this to None.

    """

    def __init__(self, file: BinaryIO) -> None:
        """Begin to read *file*, which can be rewound."""
        self.number = 0
        self.text = ""
        self.unreadable: BadRow | None = None
        self._file = file
        self._texts = self._read()

    def __iter__(self) -> Iterator[str]:
        """Return the iterator over the lines that have not been read yet."""
        return self._texts

    def _read(self) -> Iterator[str]:
        self._file.seek(0)
        while raw := self._file.readline(MAX_BYTES + 1):
            self.number += 1
            if self.number == 1:
                raw = raw.removeprefix(_BYTE_ORDER_MARK)
            try:
                self.text = raw.decode() if len(raw) <= MAX_BYTES else self._skip(raw)
            except UnicodeDecodeError as error:
                self._refuse(f"not UTF-8: byte 0x{raw[error.start]:02x}", "save the file as UTF-8")
                self.text = raw.decode(errors="replace")
            yield self.text

    def _skip(self, raw: bytes) -> str:
        """Read to the end of the line that begins with *raw*, and return what replaces it."""
        quotes = raw.count(b'"')
        while raw and not raw.endswith(b"\n"):
            raw = self._file.readline(MAX_BYTES)
            quotes += raw.count(b'"')
        self._refuse(f"the line is longer than {MAX_BYTES // 1000} kB", None)
        return '"\n' if quotes % 2 else "\n"

    def _refuse(self, message: str, hint: str | None) -> None:
        if self.unreadable is None:
            self.unreadable = BadRow(self.number, message, hint)

"""The lines of a file, one at a time: bounded, UTF-8, numbered from 1."""

from collections.abc import Iterator
from typing import BinaryIO

from certeval.errors import RowError

LONGEST = 1_000_000
"""The most bytes that a line may have; a longer one is passed over without being held."""

Line = tuple[int, str | RowError]
"""A line by its number, with what ends it; or why it cannot be read."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def lines(file: BinaryIO) -> Iterator[Line]:
    """Every line of *file*, from its beginning."""
    file.seek(0)
    number = 0
    while raw := file.readline(LONGEST + 1):
        number += 1
        if len(raw) > LONGEST:
            while raw and not raw.endswith(b"\n"):
                raw = file.readline(LONGEST)
            yield number, RowError(f"the line is longer than {LONGEST // 1000} kB")
            continue
        if number == 1:
            raw = raw.removeprefix(_BYTE_ORDER_MARK)
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            found = f"not UTF-8: byte 0x{raw[error.start]:02x}"
            yield number, RowError(found, "save the file as UTF-8")
        else:
            yield number, text

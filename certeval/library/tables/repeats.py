"""Which rows of a table have the id of a row before, however many rows there are."""

from collections.abc import Iterator
from contextlib import closing
from hashlib import blake2b

from certeval.library.tables.sorter import Sorter

_DIGEST = 16  # bytes: among 10^12 ids, two have the same by chance once in 10^14 tables
_LINE = 8  # bytes of a line's number


class Repeats:
    """Collects ids by their digests, and finds those that are there more than once.

    Takes memory that does not grow with their number: see ``Sorter``.
    """

    def __init__(self) -> None:
        """No id is known yet."""
        self._ids = Sorter(_DIGEST + _LINE)
        self._empty = blake2b(digest_size=_DIGEST)  # to copy one is quicker than to make one

    def add(self, name: str, line: int) -> None:
        """Take in the id *name* of the row that begins in *line*."""
        digest = self._empty.copy()
        digest.update(name.encode())
        self._ids.add(digest.digest() + line.to_bytes(_LINE, "big"))

    def find(self) -> Iterator[tuple[int, int]]:
        """The lines of rows whose id a row before has, in order, each with the first such line."""
        with closing(Sorter(2 * _LINE)) as pairs:
            digest = first = b""
            for record in self._ids:
                if digest and record.startswith(digest):
                    pairs.add(record[_DIGEST:] + first)
                else:
                    digest, first = record[:_DIGEST], record[_DIGEST:]
            for pair in pairs:
                yield int.from_bytes(pair[:_LINE], "big"), int.from_bytes(pair[_LINE:], "big")

    def close(self) -> None:
        """Give temporary files back."""
        self._ids.close()

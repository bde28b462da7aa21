"""Sorting more than there is room for."""

import tempfile
from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import BinaryIO

_HELD = 4096  # records in memory
_FAN_IN = 256  # runs that are merged at a time
_BLOCK = 128  # records of a run that are read at a time


class Sorter:
    """Sorts records, byte strings of one size, however many, in memory that is bounded.

    Sorted runs go to an anonymous temporary file, and are merged: D. E. Knuth, "The Art of Computer
    Programming", volume 3, section 5.4.
    """

    def __init__(self, size: int) -> None:
        """*size* is that of a record, in bytes."""
        self._size = size
        self._held: list[bytes] = []
        self._file: BinaryIO | None = None
        self._end = 0
        # Runs by how often they have been merged, each with where it begins and ends in the file.
        self._runs: list[list[tuple[int, int]]] = []

    def add(self, record: bytes) -> None:
        """Take *record* in."""
        self._held.append(record)
        if len(self._held) >= _HELD:
            self._spill()

    def __iter__(self) -> Iterator[bytes]:
        """All records taken in so far, in order; none may be added on the way."""
        runs = [self._read(*run) for level in self._runs for run in level]
        return merge(*runs, iter(sorted(self._held)))

    def close(self) -> None:
        """Give the temporary file back."""
        if self._file:
            self._file.close()

    def _spill(self) -> None:
        """Move what is held to the file, and merge runs of which there are many by now."""
        self._held.sort()
        self._write(iter(self._held), 0)
        self._held.clear()
        level = 0
        while len(self._runs[level]) == _FAN_IN:
            self._write(merge(*(self._read(*run) for run in self._runs[level])), level + 1)
            self._runs[level].clear()
            level += 1

    def _write(self, records: Iterator[bytes], level: int) -> None:
        """Write *records*, in order, as a run to the end of the file."""
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the sorter
        start = self._end
        while block := b"".join(islice(records, _BLOCK)):
            self._file.seek(self._end)  # records may come from the same file
            self._file.write(block)
            self._end += len(block)
        if level == len(self._runs):
            self._runs.append([])
        self._runs[level].append((start, self._end))

    def _read(self, start: int, end: int) -> Iterator[bytes]:
        """The records of a run."""
        assert self._file  # noqa: S101 - a run has been written
        while start < end:
            self._file.seek(start)
            block = self._file.read(min(_BLOCK * self._size, end - start))
            start += len(block)
            for at in range(0, len(block), self._size):
                yield block[at : at + self._size]

"""Lines of any file, one at a time and none too long."""

import io
import tracemalloc

import pytest

from certeval.errors import RowError
from certeval.library.tables import lines as reading
from certeval.library.tables.lines import lines

LONG = 1_000_000


def told(content):
    return [
        (number, text.message if isinstance(text, RowError) else text)
        for number, text in lines(io.BytesIO(content))
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b"a\nb", [(1, "a\n"), (2, "b")]),
        (b"a\r\nb\r\n", [(1, "a\r\n"), (2, "b\r\n")]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n", [(1, "a\n"), (2, "\ufeffb\n")]),
        (b"a\n\xe9\nc\n", [(1, "a\n"), (2, "not UTF-8: byte 0xe9"), (3, "c\n")]),
        (b"a\xc3\nb\n", [(1, "not UTF-8: byte 0xc3"), (2, "b\n")]),
        (b"\xed\xa0\x80", [(1, "not UTF-8: byte 0xed")]),
        (b"a\x0bb\xe2\x80\xa8c\x00\n", [(1, "a\x0bb\u2028c\x00\n")]),
        (b"a\rb\n", [(1, "a\rb\n")]),
        (b"x" * (LONG - 1) + b"\n", [(1, "x" * (LONG - 1) + "\n")]),
        (b"x" * LONG, [(1, "x" * LONG)]),
        (b"x" * LONG + b"\nb\n", [(1, "the line is longer than 1000 kB"), (2, "b\n")]),
        (b"x" * (3 * LONG) + b"\nb\n", [(1, "the line is longer than 1000 kB"), (2, "b\n")]),
        (b"a\n" + b"x" * (2 * LONG), [(1, "a\n"), (2, "the line is longer than 1000 kB")]),
        (b"x" * (LONG + 1), [(1, "the line is longer than 1000 kB")]),
    ],
)
def test_lines(content, expected):
    assert told(content) == expected


def test_a_file_is_read_from_its_beginning_each_time():
    file = io.BytesIO(b"a\nb\n")
    assert [text for _, text in lines(file)] == [text for _, text in lines(file)] == ["a\n", "b\n"]


class Endless(io.RawIOBase):
    """A single line of *size* bytes that is made up as it is read."""

    def __init__(self, size):
        self.left = size

    def seek(self, *_):
        return 0

    def readline(self, size):
        taken = min(size, self.left)
        self.left -= taken
        return b"x" * taken


def test_a_line_that_is_too_long_is_not_held():
    tracemalloc.start()
    ((number, text),) = lines(Endless(50 * LONG))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (number, type(text)) == (1, RowError)
    assert peak < 5 * reading.LONGEST

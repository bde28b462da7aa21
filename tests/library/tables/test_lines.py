"""Lines of any file, one at a time and none too long."""

import io
import tracemalloc

import pytest

from certeval.library.tables.lines import MAX_BYTES, Lines

LONG = 1_000_000


def read(content):
    """Each line by its number, with what is wrong with it, if anything is."""
    lines = Lines(io.BytesIO(content))
    found = []
    for text in lines:
        assert text == lines.text
        bad, lines.unreadable = lines.unreadable, None
        assert bad is None or bad.line == lines.number
        found.append((lines.number, bad.message if bad else text))
    return found


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
    assert read(content) == expected


def test_a_file_is_read_from_its_beginning_each_time():
    file = io.BytesIO(b"a\nb\n")
    assert list(Lines(file)) == list(Lines(file)) == ["a\n", "b\n"]


def test_reading_goes_on_where_it_was_left():
    lines = Lines(io.BytesIO(b"a\nb\nc\n"))
    assert next(iter(lines)) == "a\n"
    assert (lines.number, lines.text) == (1, "a\n")
    assert list(lines) == ["b\n", "c\n"]


@pytest.mark.parametrize("quotes", [0, 1, 2, 3])
def test_what_replaces_a_line_has_its_quotes(quotes):
    unreadable = b"\xff" + b'"' * quotes + b"\n"
    long = b"x" * LONG + b'"' * quotes + b"\n"
    for line in (unreadable, long):
        assert next(iter(Lines(io.BytesIO(line)))).count('"') % 2 == quotes % 2


def test_the_first_line_that_cannot_be_read_is_kept():
    lines = Lines(io.BytesIO(b"a\n\xff\n\xfe\nb\n"))
    assert len(list(lines)) == 4
    assert (lines.unreadable.line, lines.unreadable.hint) == (2, "save the file as UTF-8")


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
    read_lines = Lines(Endless(50 * LONG))
    assert list(read_lines) == ["\n"]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read_lines.unreadable.line == 1
    assert peak < 5 * MAX_BYTES

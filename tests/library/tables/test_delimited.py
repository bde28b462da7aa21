"""CSV as RFC 4180 has it, and what is not."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.errors import RowError
from certeval.library.tables import delimited
from certeval.library.tables.delimited import Delimited
from certeval.library.tables.lines import lines

NEVER = "a quote is opened and never closed"
AFTER = "text after a quote that closes a cell"
DOUBLED = 'inside quotes, write "" for a quote'


def records(content, delimiter=",", bad=()):
    """What is read; records that begin in the lines *bad* turn out to be wrong."""
    source = Delimited(lines(io.BytesIO(content.encode())), delimiter)
    found = []
    for number, cells in source:
        found.append((number, cells.message if isinstance(cells, RowError) else cells))
        if number in bad:
            source.reread()
    return found


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,b\nc,d\n", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("a,b\r\nc,d", [(1, ["a", "b"]), (2, ["c", "d"])]),
        ("\n\na,\n\r\n,b\n\n", [(3, ["a", ""]), (5, ["", "b"])]),
        ('"a, ""b""",c\n', [(1, ['a, "b"', "c"])]),
        ('a, "b, c" \n', [(1, AFTER)]),
        ('a, "b, c"\n', [(1, ["a", "b, c"])]),
        ('"a\nb",c\nd,e\n', [(1, ["a\nb", "c"]), (3, ["d", "e"])]),
        ('"a\r\nb",c\r\nd,e\r\n', [(1, ["a\r\nb", "c"]), (3, ["d", "e"])]),
        ('a,5" disk\nb,c\n', [(1, ["a", '5" disk']), (2, ["b", "c"])]),
        ('"a"b,c\nd,e\n', [(1, AFTER), (2, ["d", "e"])]),
        ('a,"b\nc,d\ne,f\n', [(1, NEVER), (2, ["c", "d"]), (3, ["e", "f"])]),
        ('a,"b\nc,"d\ne,f\n', [(1, AFTER), (2, NEVER), (3, ["e", "f"])]),
        ('a\rb,"c"\nd,e\n', [(1, "a line break inside a cell without quotes"), (2, ["d", "e"])]),
        ('""\n', [(1, [""])]),
    ],
)
def test_records(content, expected):
    assert records(content) == expected


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(delimiter):
    content = f'a{delimiter}"b{delimiter}c"{delimiter}d,e\nf{delimiter}g,h\n'
    assert records(content, delimiter) == [
        (1, ["a", f"b{delimiter}c", "d,e"]),
        (2, ["f", "g,h"]),
    ]


def test_what_a_quote_has_swallowed_is_given_back():
    content = 'a,"b\nc,d\ne",f\ng,h\n'
    assert records(content) == [(1, ["a", "b\nc,d\ne", "f"]), (4, ["g", "h"])]
    assert records(content, bad={1}) == [
        (1, ["a", "b\nc,d\ne", "f"]),
        (2, ["c", "d"]),
        (3, ['e"', "f"]),
        (4, ["g", "h"]),
    ]


def test_a_record_of_one_line_has_nothing_to_give_back():
    content = '"a\nb",c\nd,e\n"f",g\nh,i\n'
    whole = records(content)
    assert records(content, bad={3, 4}) == whole
    assert [number for number, _ in records(content, bad={1, 3, 4})] == [1, 2, 3, 4, 5]


def test_records_within_what_was_given_back():
    content = '"1\n"2\n3",x\n4",y\nz,z\n'
    assert records(content, bad={1, 2}) == [
        (1, AFTER),
        (2, ["2\n3", "x"]),
        (3, ['3"', "x"]),
        (4, ['4"', "y"]),
        (5, ["z", "z"]),
    ]


@pytest.mark.parametrize(("further", "ends"), [(99, True), (100, False), (500, False)])
def test_a_record_spans_at_most_a_hundred_lines(further, ends):
    content = 'a,"b\n' + "c,d\n" * (further - 1) + 'e",f\n'
    found = records(content)
    assert len(found) == (1 if ends else further + 1)
    assert found[0][1] == (["a", "b\n" + "c,d\n" * 98 + "e", "f"] if ends else NEVER)
    assert found[-1][0] == (1 if ends else further + 1)


def test_a_record_has_at_most_so_many_characters(monkeypatch):
    monkeypatch.setattr(delimited, "LONGEST", 12)
    assert records('a,"b\nc\nd"\ne,f\n') == [(1, ["a", "b\nc\nd"]), (4, ["e", "f"])]
    assert records('a,"b\ncccccccc\nd"\n')[:2] == [(1, NEVER), (2, ["cccccccc"])]


def test_a_line_that_cannot_be_read_ends_a_record():
    source = Delimited(lines(io.BytesIO(b'a,"b\n\xff\nc",d\n')), ",")
    assert [
        (number, cells.message if isinstance(cells, RowError) else cells)
        for number, cells in source
    ] == [(1, NEVER), (2, "not UTF-8: byte 0xff"), (3, ['c"', "d"])]


def test_a_cell_may_be_too_long():
    size = csv.field_size_limit()
    found = records(f'"{"x" * (size + 1)}"\na\n')
    assert found == [(1, f"a cell of more than {size} characters"), (2, ["a"])]


def test_hints():
    for content in ('"a', '"a"b'):
        ((_, error),) = Delimited(lines(io.BytesIO(content.encode())), ",")
        assert error.hint == DOUBLED


cells = st.text(st.sampled_from('ab ,;"\n\r'), max_size=5).map(str.lstrip)


@given(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=6), st.sampled_from(",;"))
def test_what_a_writer_writes_is_read_as_it_was(rows, delimiter):
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert [record for _, record in records(written.getvalue(), delimiter)] == rows


@given(st.text(st.sampled_from('a,"\n'), max_size=60))
def test_whatever_stands_there_every_line_is_in_some_record(content):
    found = records(content)
    assert [number for number, _ in found] == sorted({number for number, _ in found})
    spanned = set()
    for number, record in found:
        breaks = sum(cell.count("\n") for cell in record) if isinstance(record, list) else 0
        spanned |= set(range(number, number + breaks + 1))
    written = content.split("\n")
    assert {number for number, line in enumerate(written, 1) if line} <= spanned

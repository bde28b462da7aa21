"""CSV as RFC 4180 has it, and what is not."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.errors import DefinitionError
from certeval.library.tables.columns import Columns
from certeval.library.tables.csv_rows import CsvRows
from certeval.library.tables.lines import Lines
from certeval.model.table import BadRow
from tests import builders

COLUMNS = Columns(builders.rubric({"p": 50, "q": 50}).criteria, {})
HEADER = ("id", "title", "p", "q")
OPEN = "a quote is opened and never closed"
AFTER = "text after a quote that closes a cell"
MIDDLE = "a quote in the middle of a cell"
DOUBLED = 'inside quotes, write "" for a quote'


def read(content, delimiter=","):
    """What is read of rows below a header: cells, or a message, by line."""
    content = content if isinstance(content, bytes) else content.encode()
    lines = Lines(io.BytesIO(delimiter.join(HEADER).encode() + b"\n" + content))
    next(iter(lines))
    found = []
    for row in CsvRows(lines, COLUMNS, "t.csv"):
        if isinstance(row, BadRow):
            found.append((row.line, row.message))
        else:
            found.append((row.line, [row.id, row.title or "", *row.scores]))
    return found


def stop(content):
    """Where and why reading stops."""
    with pytest.raises(DefinitionError) as stopped:
        read(content)
    (problem,) = stopped.value.diagnostics
    return problem.line, problem.message, problem.hint


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a,b,1,2\nc,d,3,4\n", [(2, ["a", "b", "1", "2"]), (3, ["c", "d", "3", "4"])]),
        ("a,b,1,2\r\nc,d,3,4", [(2, ["a", "b", "1", "2"]), (3, ["c", "d", "3", "4"])]),
        ("\n\na,,1,2\n\r\n,b,,\n , ,,\n", [(4, ["a", "", "1", "2"]), (6, "no id")]),
        ('"a, ""b""",c,"1",2\n', [(2, ['a, "b"', "c", "1", "2"])]),
        ('a, "b, c",1,2\n', [(2, ["a", "b, c", "1", "2"])]),
        ('a,"b\nc",1,2\nd,e,3,4\n', [(2, ["a", "b\nc", "1", "2"]), (4, ["d", "e", "3", "4"])]),
        ('a,"b\r\nc",1,2\r\n', [(2, ["a", "b\r\nc", "1", "2"])]),
        ('a,5" disk,1,2\nb,c,1,2\n', [(2, ["a", '5" disk', "1", "2"]), (3, ["b", "c", "1", "2"])]),
        ('"a"b,c,1,2\nd,e,1,2\n', [(2, AFTER), (3, ["d", "e", "1", "2"])]),
        ('a,the "best" one,1,2\n', [(2, ["a", 'the "best" one', "1", "2"])]),
        ('a,"the "best" one",1,2\nd,e,1,2\n', [(2, AFTER), (3, ["d", "e", "1", "2"])]),
        (
            'a\rb,"c",1,2\nd,e,1,2\n',
            [(2, "a line break inside a cell without quotes"), (3, ["d", "e", "1", "2"])],
        ),
        ("a,b\nc,d,1,2\n", [(2, "2 cells, expected 4"), (3, ["c", "d", "1", "2"])]),
        (b"a,\xff,1,2\nc,d,1,2\n", [(2, "not UTF-8: byte 0xff"), (3, ["c", "d", "1", "2"])]),
        (b'a,"\xff\nb",1,2\nc,d,1,2\n', [(2, "not UTF-8: byte 0xff"), (4, ["c", "d", "1", "2"])]),
        (b'a,"b\n\xff",1,2\nc,d,1,2\n', [(3, "not UTF-8: byte 0xff"), (4, ["c", "d", "1", "2"])]),
        (b'"\xff"a,b,1,2\nc,d,1,2\n', [(2, "not UTF-8: byte 0xff"), (3, ["c", "d", "1", "2"])]),
    ],
)
def test_rows(content, expected):
    assert read(content) == expected


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_delimiters(delimiter):
    content = 'a|"b|c"|1,5|2\nd|e,f|3|4\n'.replace("|", delimiter)
    assert read(content, delimiter) == [
        (2, ["a", f"b{delimiter}c", "1,5", "2"]),
        (3, ["d", "e,f", "3", "4"]),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('a,"b,1,2\nc,d,3,4\ne,f,5,6\n', (2, OPEN)),
        ('a,b,1,2\nc,"d,3,4\n', (3, OPEN)),
        ('c,"d,3,4', (2, OPEN)),
        ('a,"b,1,2\nc,"d",3,4\n', (2, OPEN)),
        ('a,"b"c,1,"2\nd,e,3,4\n', (2, OPEN)),
        ('a,"5" disk",1,2\nd,e,3,4\n', (2, OPEN)),
        ('a,"b,1,2\nc,"\nd",3,4\ne,f,5,6\n', (4, MIDDLE)),
        ('a,b,1\nc,5" disk,1,2\n', (3, MIDDLE)),
        ('\nc,5" disk,1,2\n', (3, MIDDLE)),
        ('a,"b\nc",1,2\nd,5" disk,1,2\n', (4, MIDDLE)),
    ],
)
def test_where_a_quote_may_be_open_reading_stops(content, expected):
    line, message, hint = stop(content)
    assert (line, message) == expected
    assert hint == (DOUBLED if message == OPEN else f"close each quote; {DOUBLED}")


def test_a_row_that_may_have_swallowed_others_says_where_it_ends():
    lines = Lines(io.BytesIO(b'id,title,p,q\na,"b,1,2\nc",d,3,4\ne,f,5,6\n'))
    next(iter(lines))
    bad, good = CsvRows(lines, COLUMNS, "t.csv")
    assert bad == BadRow(2, "5 cells, expected 4", "the row ends in line 3: is each quote closed?")
    assert (good.line, good.id) == (4, "e")


@pytest.mark.parametrize(("further", "ends"), [(99, True), (100, False), (500, False)])
def test_a_row_spans_at_most_a_hundred_lines(further, ends):
    content = 'a,"b\n' + "c,d\n" * (further - 1) + 'e",1,2\nf,g,3,4\n'
    if ends:
        assert [(line, cells[0]) for line, cells in read(content)] == [(2, "a"), (102, "f")]
    else:
        assert stop(content)[:2] == (2, OPEN)


def test_a_cell_may_be_too_long():
    size = csv.field_size_limit()
    found = read(f'a,"{"x" * (size + 1)}",1,2\nb,c,1,2\n')
    assert found == [(2, f"a cell of more than {size} characters"), (3, ["b", "c", "1", "2"])]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("", [(2, "the line is longer than 1000 kB"), (3, ["c", "d", "3", "4"])]),
        ('"', [(2, "the line is longer than 1000 kB"), (5, ["g", "h", "7", "8"])]),
    ],
)
def test_quotes_of_a_line_that_is_too_long_count(end, expected):
    content = f"a,{'x' * 1_000_000}{end}\nc,d,3,4\n" + ('e,f",5,6\ng,h,7,8\n' if end else "")
    assert read(content) == expected


def test_a_header_may_span_lines():
    lines = Lines(io.BytesIO(b'"id",title,p,q,"no\nte"\na,b,1,2,x\n'))
    next(iter(lines))
    rows = CsvRows(lines, COLUMNS, "t.csv")
    assert [row.line for row in rows] == [3]
    assert rows.warnings == ("columns that are not used: 'no\nte'",)


cells = st.text(st.sampled_from('ab ,;"\n\r'), max_size=5).map("x{}".format)
rows = st.lists(st.lists(cells, min_size=4, max_size=4), max_size=6)


@given(rows, st.sampled_from(",;"), st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
def test_what_a_writer_writes_is_read_as_it_was(rows, delimiter, quoting):
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter, quoting=quoting).writerows(rows)
    found = [cells for _, cells in read(written.getvalue(), delimiter)]
    assert found == [[row[0].strip(), row[1].strip(), *row[2:]] for row in rows]


@given(
    st.lists(st.lists(st.text(st.sampled_from('a,"\n'), max_size=4), min_size=4, max_size=4),
             min_size=1, max_size=6),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.integers(0, 80),
    st.booleans(),
)  # fmt: skip
def test_no_row_is_made_from_the_middle_of_a_cell(rows, quoting, place, is_missing):
    """Whatever quote is too many or missing, each row that is read begins where one was written."""
    written = io.StringIO()
    csv.writer(written, quoting=quoting, lineterminator="\n").writerows(rows)
    text = written.getvalue()
    begins = {2}
    for row in rows:
        begins.add(max(begins) + 1 + sum(cell.count("\n") for cell in row))
    quotes = [at for at, character in enumerate(text) if character == '"']
    if is_missing and quotes:
        at = quotes[place % len(quotes)]
        broken = text[:at] + text[at + 1 :]
    else:
        broken = f'{text[:place]}"{text[place:]}'
    try:
        found = read(broken)
    except DefinitionError:
        return
    assert {line for line, cells in found if isinstance(cells, list)} <= begins

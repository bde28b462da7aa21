"""Tables: what is read of them, and how what is wrong with them is reported."""

import io
import json
import os
import sys
from fractions import Fraction
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.rank.top_rows import ScoredRow
from certeval.errors import DefinitionError, NoRowError, RowError, UsageError
from certeval.library.tables.columns import Columns
from certeval.library.tables.json_rows import JsonRows
from certeval.library.tables.lines import Lines
from certeval.library.tables.table import Table
from certeval.model.table import BadRow
from tests import builders

CRITERIA = builders.rubric({"depth": 60, "fair-price": 40}).criteria
HEAD = "id,title,depth,fair-price\n"


def judge(texts):
    """A judge who knows whole numbers and blanks."""
    try:
        return sum(int(text) for text in texts if text.strip())
    except ValueError:
        raise RowError(f"bad {'/'.join(texts)}") from None


class Read:
    """What came of reading a table."""

    def __init__(self, path, mapped=None, *, whole=True, strict=False, judge=judge):
        self.readings = 0
        columns = Columns(CRITERIA, mapped or {}, require_all_criteria=whole)
        with Table(path, columns, strict=strict) as table:
            self.rows = self._read(table, judge)
            if table.has_duplicates:
                self.rows = self._read(table, judge)
        self.table = table
        self.bad = [(row.line, row.message, row.hint) for row in table.bad_rows]

    def _read(self, table, judge):
        self.readings += 1
        rows = []
        for row in table:
            try:
                total = judge(row.scores)
                rows.append(ScoredRow(total, row.id, row.title, total))
            except RowError as error:
                table.reject(BadRow(row.line, error.message, error.hint))
        return rows

    @property
    def totals(self):
        return {row.id: row.total for row in self.rows}


@pytest.fixture
def written(tmp_path):
    def write(content, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def refusal(path, **more):
    """The problems of a table that cannot be read, by line, less the path."""
    with pytest.raises(DefinitionError) as refused:
        Read(path, **more)
    return [(item.line, item.message, item.hint) for item in refused.value.diagnostics]


@pytest.mark.parametrize(
    "content",
    [
        "id,title,depth,fair-price\na,Alpha,1,2\nb,,3,4\n",
        "\ufeffid,title,depth,fair-price\r\na,Alpha,1,2\r\n\r\nb,,3,4",
        "\n\nid;title;depth;fair-price\na;Alpha;1;2\n;;;\nb; ;3;4\n  \n",
        "id\ttitle\tdepth\tfair-price\na\tAlpha\t1\t2\n\t\t\t\nb\t\t3\t4\n",
        "Fair Price,ID,Depth,Title\n2,a,1,Alpha\n4,b,3,\n",
        'FAIR_PRICE,"Id","DEPTH","title"\n2,a,"1",Alpha\n4,b,3,""\n',
        "fair price , id , depth , title \n 2 , a , 1 , Alpha \n4,b,3,\n",
        '{"id": "a", "title": "Alpha", "depth": 1, "fair-price": 2}\n\n{"FairPrice": 4, "Depth": 3, "id": "b"}',  # noqa: E501
        '\ufeff{"id": " a ", "title": "Alpha", "depth": 1, "Fair Price": 2}\r\n{"id": "b", "title": null, "DEPTH": 3, "fair_price": 4}\r\n',  # noqa: E501
    ],
)  # fmt: skip
def test_a_table_in_many_guises(content, written):
    found = Read(written(content, "table"))
    assert [(row.id, row.title and row.title.strip(), row.total) for row in found.rows] == [
        ("a", "Alpha", 3),
        ("b", None, 7),
    ]
    table = found.table
    assert (table.rows, table.bad_count, table.warnings, found.readings) == (2, 0, (), 1)


def test_a_title_is_not_needed(written):
    found = Read(written("id,depth,fair-price\na,1,2\n"))
    assert found.rows[0].title is None


@pytest.mark.parametrize("name", ["t.jsonl", "t.NDJSON", "t.json"])
def test_endings_of_json(name, written):
    content = 'not JSON\n{"id": 7, "depth": 1, "fair-price": 2}\n'
    found = Read(written(content, name))
    assert (found.totals, found.table.bad_count) == ({"7": 3}, 1)


def test_a_criterion_can_be_called_by_its_title(written):
    criteria = builders.rubric({"a": 50, "b": 50}).criteria
    renamed = [one.model_copy(update={"title": t}) for one, t in zip(criteria, ("Q", "Id"),
                                                                      strict=True)]  # fmt: skip
    columns = Columns(renamed, {})
    assert [columns.part(name) for name in ("id", "ID", "q", "A", "b", "x")] == [
        0,
        0,
        2,
        2,
        3,
        None,
    ]


def test_names_that_mean_two_columns_mean_neither():
    criteria = builders.rubric({"a-b": 50, "ab": 50}).criteria
    same = [one.model_copy(update={"title": "Same"}) for one in criteria]
    columns = Columns(same, {})
    assert [columns.part(name) for name in ("a-b", "ab", "A B", "same")] == [2, 3, None, None]


def test_columns_can_be_mapped(written):
    mapped = {"id": "Name", "depth": "Tiefe", "fair-price": "title"}
    found = Read(written("Name,id,Tiefe,Depth,title\na,x,1,7,2\n"), mapped)
    assert found.totals == {"a": 3}
    assert found.rows[0].title is None
    assert found.table.warnings == ("columns that are not used: 'id', 'Depth'",)
    as_json = '{"Name": "a", "id": 5, "Tiefe": 1, "depth": "?", "title": 2}\n'
    again = Read(written(as_json, "t.jsonl"), mapped)
    assert again.totals == {"a": 3}
    assert again.table.warnings == ("keys that are not used: 'id', 'depth'",)


def test_what_cannot_be_mapped():
    with pytest.raises(UsageError) as unknown:
        Columns(CRITERIA, {"dept": "Tiefe"})
    assert unknown.value.message == "'dept' is neither id, title nor a criterion"
    assert unknown.value.hint == "criteria: depth, fair-price"
    with pytest.raises(UsageError) as twice:
        Columns(CRITERIA, {"id": "Name", "title": "Name"})
    assert twice.value.message == "id and title are one column, 'Name'"
    assert unknown.value.parameter == twice.value.parameter == "columns"


@pytest.mark.parametrize(
    ("header", "mapped", "problems"),
    [
        (
            "title,depth,fair-price",
            {},
            [("no column for id",
              "name it with `columns` id=COLUMN; columns: 'title', 'depth', 'fair-price'")],
        ),
        (
            "id,deep,fair-price",
            {},
            [("no column for DEPTH",
              "name it with `columns` depth=COLUMN; columns: 'id', 'deep', 'fair-price'")],
        ),
        (
            "id,depth,Fair Price,fair_price",
            {},
            [("two columns for FAIR-PRICE: 'Fair Price', 'fair_price'",
              "choose one with `columns` fair-price=COLUMN")],
        ),
        (
            "id,x,x,depth",
            {"fair-price": "x"},
            [("two columns for FAIR-PRICE: 'x', 'x'", "rename one of them")],
        ),
        (
            "id,depth,fair-price",
            {"title": "Name"},
            [("no column 'Name'", "columns: 'id', 'depth', 'fair-price'")],
        ),
        (
            "x",
            {"depth": "y"},
            [("no column 'y'", "columns: 'x'"),
             ("no column for FAIR-PRICE", "name it with `columns` fair-price=COLUMN; columns: 'x'"),
             ("no column for id", "name it with `columns` id=COLUMN; columns: 'x'")],
        ),
        ('id,"depth', {}, [("a quote is opened and never closed",
                            'inside quotes, write "" for a quote')]),
    ],
)  # fmt: skip
def test_a_header_with_problems(header, mapped, problems, written):
    path = written(f"\n{header}\na,b,c,d\n")
    assert refusal(path, mapped=mapped) == [(2, *problem) for problem in problems]


def test_a_header_with_many_columns_is_listed_in_part(written):
    header = ",".join(f"x{number}" for number in range(30))
    (_, _, hint), *_ = refusal(written(f"{header}\n"))
    assert hint.endswith("'x18', 'x19', and 10 more")
    unused = Read(written(f"id,depth,fair-price,{header}\n{'1,' * 32}1\n")).table.warnings
    assert unused[0].startswith("columns that are not used: 'x0', ")
    assert unused[0].endswith("'x19', and 10 more")


def test_columns_without_a_name_are_not_listed(written):
    found = Read(written("id,depth,fair-price,,\na,1,2,,\n"))
    assert (found.totals, found.table.warnings) == ({"a": 3}, ())


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", None, "the file is empty"),
        (b"\n \r\n\t", None, "the file is empty"),
        (b"\xef\xbb\xbf", None, "the file is empty"),
        (b"id,depth,fair-price\n\n,,\n", None, "no rows below the header"),
        ("id,depth,fair-price\n".encode("utf-16"), 1, "not UTF-8: byte 0xff"),
        (b"x" * 1_000_001, 1, "the line is longer than 1000 kB"),
    ],
)
def test_no_table_at_all(content, line, message, written):
    assert [problem[:2] for problem in refusal(written(content))] == [(line, message)]


def test_a_list_is_not_json_lines(written):
    assert refusal(written('\n[\n{"id": "a"}\n]\n', "t.json")) == [
        (2, "a list, not JSON Lines",
         "write one object per line, without brackets around them and commas between them"),
    ]  # fmt: skip


def test_what_is_not_there_or_no_file(tmp_path):
    assert refusal(tmp_path / "no.csv") == [(None, "cannot be read: no such file", None)]
    assert refusal(tmp_path) == [(None, "cannot be read: it is a folder, not a file", None)]


BAD_CSV = [
    ("b,x,1\n", "3 cells, expected 4", None),
    ("b\n", "1 cell, expected 4", None),
    ("b,x,1,2,3\n", "5 cells, expected 4",
     "put a cell with a comma in it in quotes"),
    (",x,1,2\n", "no id", None),
    (" ,,1,\n", "no id", None),
    ("b,x,one,2\n", "bad one/2", None),
    ("a,x,1,2\n", "duplicate id 'a'", "line 2 has it already"),
    (f"{'b' * 1001},x,1,2\n", "id: longer than 1000 characters", None),
    (f"b,{'x' * 1001},1,2\n", "title: longer than 1000 characters", None),
    (' "a" ,x,1,2\n', "text after a quote that closes a cell",
     'inside quotes, write "" for a quote'),
    (b"b,\xff,1,2\n", "not UTF-8: byte 0xff", "save the file as UTF-8"),
    ("b," + "x" * 1_000_000 + ",1,2\n", "the line is longer than 1000 kB", None),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "message", "hint"), BAD_CSV)
def test_a_bad_row_never_costs_a_good_one(bad, message, hint, written):
    bad = bad if isinstance(bad, bytes) else bad.encode()
    path = written(HEAD.encode() + b"a,x,1,2\n" + bad + b"c,x,3,4\n")
    found = Read(path)
    assert found.totals == {"a": 3, "c": 7}
    assert found.bad == [(3, message, hint)]
    assert (found.table.rows, found.table.bad_count) == (3, 1)
    assert [(item.path, item.line, item.message) for item in found.table.problems] == [
        (str(path), 3, message)
    ]
    assert refusal(path, strict=True) == [(3, message, hint)]


EXAMPLE = 'each line is an object, such as {"id": "welding", "depth": 7.5}'
ONE = "keep one of them"
BAD_JSON = [
    ("x", "invalid JSON in column 1: expecting value", EXAMPLE),
    ('{"id": "b", "depth": 1', "invalid JSON in column 23: expecting ',' delimiter", EXAMPLE),
    ("[1]", "expected an object, found a list", EXAMPLE),
    ("7", "expected an object, found '7'", EXAMPLE),
    ("null", "expected an object, found null", EXAMPLE),
    ('"x"', "expected an object, found 'x'", EXAMPLE),
    ("[" * 100_000, "nested too deeply", EXAMPLE),
    ('{"id": "b", "x": ' + "[" * 100_000, "nested too deeply", EXAMPLE),
    ('{"id": "b", "id": "b", "depth": 1}', "two values for id", ONE),
    ('{"id": "b", "x": 1, "x": 1}', "duplicate key 'x'", ONE),
    ('{"id": "b", "depth": null, "depth": 1}', "two values for DEPTH", ONE),
    ('{"id": "b", "Fair Price": 1, "fair-price": 1}', "two values for FAIR-PRICE", ONE),
    ('{"id": "b", "depth": "1"}', "DEPTH: expected a number, found the text '1'",
     "write it without the quotes"),
    ('{"id": "b", "depth": ""}', "DEPTH: expected a number, found the text ''", None),
    ('{"id": "b", "depth": "7e0"}', "DEPTH: expected a number, found the text '7e0'",
     "write it without an exponent"),
    ('{"id": "b", "depth": "7,5"}', "DEPTH: expected a number, found the text '7,5'",
     "use a decimal point and no thousands separators"),
    ('{"id": "b", "depth": true}', "DEPTH: expected a number, found true", None),
    ('{"id": "b", "depth": [1]}', "DEPTH: expected a number, found a list", None),
    ('{"id": "b", "depth": {"x": 1}}', "DEPTH: expected a number, found an object", None),
    ('{"id": "b", "depth": 1.5}', "bad 1.5/", None),
    ('{"id": "b", "depth": NaN}', "bad NaN/", None),
    ('{"id": "b", "depth": -Infinity}', "bad -Infinity/", None),
    ('{"id": "b", "depth": 1e999999999}', "bad 1e999999999/", None),
    ('{"id": "b", "depth": ' + "9" * 5000 + ".5}", f"bad {'9' * 5000}.5/", None),
    ('{"id": ["b"], "depth": 1}', "id: expected text, found a list", None),
    ('{"id": "b", "title": {}, "depth": 1}', "title: expected text, found an object", None),
    ('{"id": false, "depth": 1}', "id: expected text, found false", None),
    ('{"id": null, "depth": 1}', "no id", None),
    ('{"depth": 1}', "no id", None),
    ('{"id": "a", "depth": 1}', "duplicate id 'a'", "line 1 has it already"),
    ('{"id": "\\u0061", "depth": 1}', "duplicate id 'a'", "line 1 has it already"),
    ('{"id": "\\ud800", "depth": 1}', "half of a surrogate pair is not a character", None),
    ('{"id": "b", "\\udfff": 1}', "half of a surrogate pair is not a character", None),
    (b'{"id": "\xff"}', "not UTF-8: byte 0xff", "save the file as UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(("bad", "message", "hint"), BAD_JSON)
def test_a_bad_object_never_costs_a_good_one(bad, message, hint, written):
    bad = bad if isinstance(bad, bytes) else bad.encode()
    first, last = (f'{{"id": "{name}", "depth": 1}}\n'.encode() for name in "ac")
    path = written(first + bad + b"\n" + last, "t.jsonl")
    found = Read(path)
    assert found.totals == {"a": 1, "c": 1}
    assert found.bad == [(2, message, hint)]
    assert refusal(path, strict=True) == [(2, message, hint)]
    json.dumps([row[1] for row in found.bad]).encode()


def test_whole_surrogate_pairs_are_text(written):
    found = Read(written('{"id": "\\ud83d\\ude00", "depth": 1}\n', "t.jsonl"))
    assert found.totals == {"\U0001f600": 1}


def test_reading_stops_at_a_quote_that_is_not_closed(written):
    rows = "".join(f"c{number},x,1,2\n" for number in range(300))
    path = written(f'{HEAD}a,x,one,2\nb,"x,1,2\n{rows}d,y,3,4\n')
    assert refusal(path) == [
        (3, "a quote is opened and never closed", 'inside quotes, write "" for a quote')
    ]


def test_a_row_of_several_lines_may_be_good_or_bad(written):
    content = f'{HEAD}a,"two\nlines",1,2\nb,"x\ny",5,six\nc,"x\ny",3\ne,z,7,8\n'
    found = Read(written(content))
    assert found.totals == {"a": 3, "e": 15}
    assert found.rows[0].title == "two\nlines"
    assert found.bad == [
        (4, "bad 5/six", None),
        (6, "3 cells, expected 4", "the row ends in line 7: is each quote closed?"),
    ]


def test_a_repetition_of_several_lines_is_left_out_as_a_whole(written):
    found = Read(written(f'{HEAD}a,x,1,2\na,"two\nlines",3,4\nb,x,5,6\n'))
    assert found.totals == {"a": 3, "b": 11}
    assert [row[:2] for row in found.bad] == [(3, "duplicate id 'a'")]


def test_the_first_good_row_has_the_id(written):
    found = Read(written(f"{HEAD}a,x,one,2\na,x,1,2\nb,x,3,4\nb,x,5,6\na,x,7,8\nb,x,9,9\n"))
    assert found.totals == {"a": 3, "b": 7}
    assert found.bad == [
        (2, "bad one/2", None),
        (5, "duplicate id 'b'", "line 4 has it already"),
        (6, "duplicate id 'a'", "line 3 has it already"),
        (7, "duplicate id 'b'", "line 4 has it already"),
    ]
    assert (found.table.rows, found.table.bad_count, found.readings) == (6, 4, 2)


def test_strict_stops_at_the_first_whatever_is_wrong_with_it(written):
    path = written(f"{HEAD}a,x,1,2\na,x,1,2\nb,x,one,2\n")
    assert refusal(path, strict=True) == [(3, "duplicate id 'a'", "line 2 has it already")]
    path = written(f"{HEAD}a,x,1,2\nb,x,one,2\na,x,1,2\n")
    assert refusal(path, strict=True) == [(3, "bad one/2", None)]
    assert Read(written(f"{HEAD}a,x,1,2\n"), strict=True).totals == {"a": 3}


def test_no_good_row(written):
    path = written(f"{HEAD}a,x,one,2\nb\n")
    with pytest.raises(NoRowError) as refused:
        Read(path)
    assert refused.value.message == "no row is left to rank: 2 problems in 1 file"
    assert [item.line for item in refused.value.diagnostics] == [2, 3]
    path = written(HEAD + "b\n" * 250)
    with pytest.raises(NoRowError) as refused:
        Read(path)
    assert (
        refused.value.message
        == str(refused.value)
        == ("no row is left to rank: 100 problems in 1 file (the first 100 of 250)")
    )


def test_only_so_many_bad_rows_are_remembered(written):
    found = Read(written(HEAD + "b\n" * 250 + "a,x,1,2\n"))
    assert (len(found.bad), found.bad[-1][0]) == (100, 101)
    assert (found.table.bad_count, found.table.rows) == (250, 251)


def test_columns_may_be_missing_where_that_is_allowed(written):
    found = Read(written("id,depth,x\na,1,5\nb,,5\n"), whole=False)
    assert found.totals == {"a": 1, "b": 0}
    assert found.table.warnings == ("columns that are not used: 'x'",)


def test_keys_that_are_mapped_are_in_some_row(written):
    path = written('{"id": "a", "depth": 1}\n{"id": "b", "Tiefe": 1}\n', "t.jsonl")
    assert Read(path, {"depth": "Tiefe"}).totals == {"a": 0, "b": 1}
    assert refusal(path, mapped={"title": "Name", "fair-price": "Preis"}) == [
        (None, "no row has the key 'Name'", "named with `columns`"),
        (None, "no row has the key 'Preis'", "named with `columns`"),
    ]


def test_keys_of_all_kinds_take_bounded_memory():
    long = "k" * 5000
    content = "".join(
        f'{{"id": "a{number}", "{long}{number}": 1, "x{number}": 1, "DEPTH": 1}}\n'
        for number in range(1200)
    )
    lines = Lines(io.BytesIO(content.encode()))
    next(iter(lines))
    rows = JsonRows(lines, Columns(CRITERIA, {}), "t.jsonl")
    assert len(list(rows)) == 1200
    assert len(rows._parts) == len(rows._unused) == 1000
    (warning,) = rows.warnings
    assert warning.endswith("'x18', and 980 more or more")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_file_can_be_standard_input(form, written, monkeypatch):
    content = {
        "csv": f"{HEAD}a,x,1,2\na,x,3,4\n",
        "jsonl": '{"id": "a", "depth": 3}\n{"id": "a", "depth": 3}\n',
    }[form]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    found = Read(Path("-"))
    assert (found.totals, found.readings, found.table.path) == ({"a": 3}, 2, "<stdin>")


def test_standard_input_may_be_closed(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal(Path("-")) == [(None, "cannot be read: standard input is closed", None)]


def test_a_pipe_is_read_twice_all_the_same(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=[f"{HEAD}a,x,1,2\na,x,3,4\n"])
    writer.start()
    found = Read(pipe)
    writer.join()
    assert (found.totals, found.readings) == ({"a": 3}, 2)


def test_a_copy_that_fails_leaves_nothing_open(monkeypatch):
    class Failing:
        def read(self, _):
            raise OSError(5, "Input/output error")

    class Stdin:
        buffer = Failing()

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert refusal(Path("-")) == [(None, "cannot be read: input/output error", None)]


texts = st.sampled_from(
    ["", " ", "1", "2", "x", "a", "b", '"', '"a', 'a"', ",", "\n", "\r\n", "\t"]
)


@given(st.lists(texts, max_size=40))
def test_any_content_ends_in_rows_or_a_message(tmp_path_factory, parts):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes((HEAD + "a,x,1,2\n" + "".join(parts) + "\nz,x,3,4\n").encode())
    try:
        found = Read(path)
    except DefinitionError:
        return  # a quote may not be closed: see test_csv_rows
    assert found.totals["z"] == 7 or any(line > 2 for line, *_ in found.bad)
    assert found.table.rows == len(found.rows) + found.table.bad_count
    lines = [line for line, *_ in found.bad]
    assert lines == sorted(lines)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=30))
def test_repetitions_are_what_a_dictionary_finds(tmp_path_factory, ids):
    path = tmp_path_factory.getbasetemp() / "ids.csv"
    path.write_text(HEAD + "".join(f"i{number},x,{at},0\n" for at, number in enumerate(ids)))
    first: dict[str, int] = {}
    for at, number in enumerate(ids):
        first.setdefault(f"i{number}", at)
    found = Read(path)
    assert found.totals == first
    assert found.table.bad_count == len(ids) - len(first)


def test_totals_may_be_fractions(written):
    found = Read(written(f"{HEAD}a,x,1,2\n"), judge=lambda _: Fraction(1, 3))
    assert found.totals == {"a": Fraction(1, 3)}


def test_a_disk_that_fails_on_the_way(written):
    class Failing(io.BytesIO):
        def readline(self, size=-1):
            if self.tell() > 0:
                raise OSError(5, "Input/output error")
            return super().readline(size)

    with Table(written(HEAD), Columns(CRITERIA, {})) as table:
        table._file.close()
        table._file = Failing(f"{HEAD}a,A,1,2\n".encode())
        with pytest.raises(DefinitionError) as caught:
            list(table)
    (problem,) = caught.value.diagnostics
    assert problem.message == "cannot be read: input/output error"


def test_an_object_of_several_lines_is_no_line(written):
    with pytest.raises(DefinitionError) as caught:
        Read(written('{\n  "id": "b"\n}\n', "t.json"))
    (problem,) = caught.value.diagnostics
    assert (problem.line, problem.message) == (1, "an object over several lines, not JSON Lines")


def test_a_row_of_the_wrong_length_stays_invalid_where_a_duplicate_has_it_read_again(written):
    found = Read(written(f"{HEAD}a,,1,2\nb,,1\na,,3,4\n"))
    assert (found.readings, found.totals) == (2, {"a": 3})
    assert [line for line, *_ in found.bad] == [3, 4]


def test_a_cell_that_is_too_long_is_an_invalid_row(written):
    found = Read(written(f"{HEAD}a,,1,2\nb,{'x' * 200_000},3,4\nc,,5,6\n"))
    assert found.totals == {"a": 3, "c": 11}
    assert found.bad == [(3, "a cell of more than 131072 characters", None)]


def test_a_header_that_the_csv_module_refuses(written):
    assert refusal(written("id,depth,fair\rprice\na,1,2\n")) == [
        (1, "a line break inside a cell without quotes", "put the cell in quotes")
    ]
    assert refusal(written(f"id,depth,{'x' * 200_000}\na,1,2\n")) == [
        (1, "a cell of more than 131072 characters", None)
    ]

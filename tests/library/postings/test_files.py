"""Job postings are read from several forms of file; what cannot be read is reported."""

import json
import os

import pytest

from certeval.errors import DefinitionError, UsageError
from certeval.library.postings.files import MAX_REPORTED, PostingFiles, require_postings
from certeval.library.postings.rows import MAX_CHARACTERS


def read(*paths, column=None):
    files = PostingFiles(paths, column)
    return [(posting.line, posting.text) for posting in files], files


def problems(files):
    return [(one.path.rpartition("/")[2], one.line, one.message) for one in files.problems]


@pytest.fixture
def write(tmp_path):
    def make(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return make


def test_a_folder_has_a_posting_in_each_text_file(write, tmp_path):
    write("b.txt", "Second")
    write("a.md", "\ufeffFirst")
    write("sub/c.TXT", "Third")
    write(".hidden/d.txt", "Hidden")
    found, files = read(tmp_path)
    assert found == [(None, "First"), (None, "Second"), (None, "Third")]
    assert (files.files, files.problem_count) == (3, 0)


def test_what_is_no_posting_is_reported(write, tmp_path):
    write("a.txt", "Good")
    write("b.txt", b"caf\xe9")
    write("c.txt", b"one\ntwo \xff")
    write("d.txt", " \n")
    write("e.txt", "x" * (MAX_CHARACTERS + 1))
    write("f.pdf", "%PDF")
    write("g.csv", "")
    found, files = read(tmp_path)
    assert found == [(None, "Good")]
    assert problems(files) == [
        ("f.pdf", None, "not a text, CSV or JSON Lines file"),
        ("b.txt", 1, "not UTF-8: byte 0xe9"),
        ("c.txt", 2, "not UTF-8: byte 0xff"),
        ("d.txt", None, "no text"),
        ("e.txt", None, f"more than {MAX_CHARACTERS:,} characters"),
        ("g.csv", None, "the file is empty"),
    ]


def test_a_file_that_is_not_there_is_reported(tmp_path):
    _, files = read(tmp_path / "a.txt")
    assert problems(files) == [("a.txt", None, "cannot be read: no such file")]


def test_a_folder_that_cannot_be_listed_is_reported(tmp_path, monkeypatch):
    def walk(path, onerror):
        onerror(PermissionError(13, "Permission denied", str(path / "locked")))
        return iter(())

    monkeypatch.setattr(os, "walk", walk)
    files = PostingFiles([tmp_path])
    assert problems(files) == [("locked", None, "cannot be read: permission denied")]


@pytest.mark.parametrize("name", ["text", "Job Description", "job_description", "POSTING", "Body"])
def test_a_usual_column_is_found(name, write):
    path = write("a.csv", f'id,{name}\n1,"One, two\nthree"\n2,Four\n')
    assert read(path)[0] == [(2, "One, two\nthree"), (4, "Four")]
    path = write("a.jsonl", json.dumps({"id": 1, name: "One"}) + "\n\n" + json.dumps({name: "2"}))
    assert read(path)[0] == [(1, "One"), (3, "2")]


def test_the_likeliest_column_wins(write):
    assert read(write("a.csv", "body,description,text\n1,2,3\n"))[0] == [(2, "3")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_delimiter(delimiter, write):
    path = write("a.tsv", f"id{delimiter}text\n1{delimiter}Good\n")
    assert read(path)[0] == [(2, "Good")]


def test_a_column_can_be_named(write):
    path = write("a.csv", "text,details\nno,Yes\n")
    assert read(path, column="details")[0] == [(2, "Yes")]
    path = write("a.jsonl", '{"text": "no", "details": "Yes"}')
    assert read(path, column="details")[0] == [(1, "Yes")]


@pytest.mark.parametrize(
    ("column", "message"), [(None, "no column with the text"), ("x", "no column 'x'")]
)
def test_a_table_without_the_column_is_refused(column, message, write):
    path = write("a.csv", "id,title\n1,2\n")
    with pytest.raises(DefinitionError) as caught:
        read(path, column=column)
    (problem,) = caught.value.diagnostics
    assert (problem.line, problem.message) == (1, message)
    assert problem.hint == "name it with `text_column`; columns: 'id', 'title'"


def test_bad_rows_of_csv(write):
    rows = ["id,text", "1,Good", "2", '3,"a"b', "4,  ", "", ",", "5,caf\xe9", "6,a\rb", "7,Also"]
    found, files = read(write("a.csv", "\n".join(rows).encode("latin-1")))
    assert found == [(2, "Good"), (10, "Also")]
    assert problems(files) == [
        ("a.csv", 3, "1 cells, expected 2"),
        ("a.csv", 4, "text after a quote that closes a cell"),
        ("a.csv", 5, "no text"),
        ("a.csv", 8, "not UTF-8: byte 0xe9"),
        ("a.csv", 9, "a line break inside a cell without quotes"),
    ]


def test_a_cell_that_is_too_long(write):
    cell = "x" * (MAX_CHARACTERS + 1)
    found, files = read(write("a.csv", f"id,text\n1,{cell}\n2,Good\n"))
    assert found == [(3, "Good")]
    assert problems(files) == [("a.csv", 2, f"a cell of more than {MAX_CHARACTERS:,} characters")]


def test_a_cell_of_many_lines_that_is_too_long_stops_everything(write):
    cell = ("x" * 1000 + "\n") * (MAX_CHARACTERS // 1000)
    with pytest.raises(DefinitionError):
        read(write("a.csv", f'id,text\n1,"{cell}"\n'))


@pytest.mark.parametrize("more", [1, 6000])
def test_a_quote_that_is_not_closed_stops_everything(more, write):
    path = write("a.csv", 'id,text\n1,Good\n2,"open\n' + "3,x\n" * more)
    with pytest.raises(DefinitionError) as caught:
        read(path)
    (problem,) = caught.value.diagnostics
    assert (problem.line, problem.message) == (3, "a quote is opened and never closed")


def test_a_header_that_cannot_be_read_is_refused(write):
    with pytest.raises(DefinitionError) as caught:
        read(write("a.csv", b"t\xe9xt\n1\n"))
    assert caught.value.diagnostics[0].message == "not UTF-8: byte 0xe9"
    with pytest.raises(DefinitionError) as caught:
        read(write("a.csv", "a\rb,c\n1\n"))
    assert caught.value.diagnostics[0].message == "no column with the text"


def test_bad_lines_of_json(write):
    lines = ['{"text": "Good"}', "{", "[1]", '{"text": 5}', '{"text": null}', '{"x": 1}', "{}"]
    found, files = read(write("a.jsonl", "\n".join(lines).encode() + b'\n{"text": "\xff"}'))
    assert found == [(1, "Good")]
    assert problems(files) == [
        ("a.jsonl", 2, "invalid JSON"),
        ("a.jsonl", 3, "expected an object"),
        ("a.jsonl", 4, "'text': expected text"),
        ("a.jsonl", 5, "no text"),
        ("a.jsonl", 6, "no key with the text"),
        ("a.jsonl", 7, "no key with the text"),
        ("a.jsonl", 8, "not UTF-8: byte 0xff"),
    ]


def test_a_key_that_is_named_and_not_there(write):
    _, files = read(write("a.jsonl", '{"text": "Good"}'), column="body")
    assert problems(files) == [("a.jsonl", 1, "no key 'body'")]


def test_an_object_over_several_lines_is_one_problem(write):
    found, files = read(write("a.json", '{\n "text": "Good",\n "id": 1\n}\n'))
    assert (found, problems(files)) == ([], [("a.json", 1, "invalid JSON")])


def test_a_list_is_refused(write):
    with pytest.raises(DefinitionError) as caught:
        read(write("a.json", '[{"text": "a"}]'))
    assert caught.value.diagnostics[0].message == "expected an object, found a list"


def test_a_file_of_another_ending_is_read_by_its_content(write):
    assert read(write("a.dat", '{"text": "Good"}'))[0] == [(1, "Good")]
    assert read(write("b.dat", "text\nGood\n"))[0] == [(2, "Good")]


def test_only_the_first_problems_are_kept(write):
    path = write("a.csv", "text,x\n" + "1\n" * (MAX_REPORTED + 5))
    _, files = read(path)
    assert (files.problem_count, len(files.problems)) == (MAX_REPORTED + 5, MAX_REPORTED)


def test_a_folder_without_a_file_is_refused(tmp_path):
    with pytest.raises(UsageError, match="there is no file to read"):
        PostingFiles([tmp_path])


def test_a_file_named_twice_is_read_once(write):
    path = write("a.txt", "Good")
    assert len(read(path, path)[0]) == 1


def test_there_has_to_be_a_posting(write):
    files = PostingFiles([write("a.csv", "text\n")])
    assert list(files) == []
    with pytest.raises(UsageError, match="there is no posting to count"):
        require_postings(files, 0)
    files = PostingFiles([write("a.txt", " ")])
    assert list(files) == []
    with pytest.raises(DefinitionError):
        require_postings(files, 0)
    require_postings(files, 1)

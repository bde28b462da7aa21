"""Finding the rows that repeat an id, among more than there is room for."""

import tracemalloc
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.library.tables import duplicate_ids
from certeval.library.tables.duplicate_ids import DuplicateIds


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch):
    monkeypatch.setattr(duplicate_ids, "_BATCH", 3)


def duplicates(rows):
    """The lines of duplicates among lines with ids, each with its message."""
    with closing(DuplicateIds()) as ids:
        for line, row_id in rows:
            ids.add(row_id, line)
        found = list(ids.find())
        assert found == list(ids.find()), "it can be asked again"
    return [(row.line, row.hint) for row in found]


def test_duplicates_come_by_line_with_the_first_row_of_each_id():
    rows = [(2, "a"), (3, "b"), (4, "a"), (7, "c"), (9, "b"), (300, "a"), (2**40, "c")]
    assert duplicates(rows) == [
        (4, "line 2 has it already"),
        (9, "line 3 has it already"),
        (300, "line 2 has it already"),
        (2**40, "line 7 has it already"),
    ]


@pytest.mark.parametrize(
    "ids", [[], ["a"], ["a", "A", "\xe4", "a\u0308"], ["1", "01", "1.0"], ["a\0b", "a", "a\0c"]]
)
def test_ids_are_compared_exactly(ids):
    assert duplicates(enumerate(ids)) == []


def test_a_message_names_the_id():
    with closing(DuplicateIds()) as ids:
        ids.add("a\0b", 2)
        ids.add("a\0b", 3)
        (found,) = ids.find()
    assert found.message == "duplicate id 'a\0b'"


def test_more_can_be_added_after_a_search():
    with closing(DuplicateIds()) as ids:
        ids.add("a", 1)
        assert next(ids.find(), None) is None
        ids.add("a", 2)
        assert [row.line for row in ids.find()] == [2]


def test_a_line_that_is_read_again_is_no_duplicate_of_itself():
    assert duplicates([(1, "a"), (2, "b"), (1, "a"), (2, "b")]) == []


def test_a_disk_that_is_full():
    with closing(DuplicateIds()) as ids:
        ids._database.execute("PRAGMA max_page_count = 2")
        ids.add("x" * 9000, 1)
        with pytest.raises(OSError, match=r"^its temporary database: .* full$"):
            next(ids.find())


@given(st.lists(st.sampled_from("abcdefghij"), max_size=80))
def test_duplicates_are_what_a_dictionary_finds(ids):
    first: dict[str, int] = {}
    expected = [
        (line, f"line {first[row_id]} has it already")
        for line, row_id in enumerate(ids)
        if first.setdefault(row_id, line) != line
    ]
    assert duplicates(enumerate(ids)) == expected


def test_memory_does_not_grow_with_their_number(monkeypatch):
    """Of the memory that Python takes; SQLite's own is bounded by its page cache."""
    monkeypatch.setattr(duplicate_ids, "_BATCH", 100)

    def peak(count):
        with closing(DuplicateIds()) as ids:
            tracemalloc.start()
            for line in range(count):
                ids.add(f"c{line % (count - 1)}", line)
            assert [row.line for row in ids.find()] == [count - 1]
            held = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        return held

    peak(300)  # once for what is imported on the way
    assert peak(20_000) < peak(1000) + 100_000, "bytes; in a list they would take ten times as many"

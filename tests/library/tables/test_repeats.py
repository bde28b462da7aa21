"""Finding repetitions among more than there is room for."""

import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.library.tables import sorter as sorting
from certeval.library.tables.repeats import Repeats
from certeval.library.tables.sorter import Sorter


@pytest.fixture(autouse=True)
def _little_room(monkeypatch):
    """Few records make many runs, and runs of runs."""
    monkeypatch.setattr(sorting, "_HELD", 3)
    monkeypatch.setattr(sorting, "_FAN_IN", 2)
    monkeypatch.setattr(sorting, "_BLOCK", 2)


def sorted_by(records) -> Iterator[bytes]:
    found = Sorter(2)
    for record in records:
        found.add(record)
    try:
        assert list(found) == list(found), "it can be asked again"
        yield from found
    finally:
        found.close()


@given(st.lists(st.binary(min_size=2, max_size=2), max_size=100))
def test_records_come_sorted(records):
    assert list(sorted_by(records)) == sorted(records)


def test_nothing_is_written_for_few():
    found = Sorter(2)
    found.add(b"ab")
    assert found._file is None
    found.close()


def test_more_can_be_added_later():
    found = Sorter(1)
    for record in b"gfedcb":
        found.add(bytes([record]))
    assert b"".join(found) == b"bcdefg"
    found.add(b"a")
    assert b"".join(found) == b"abcdefg"
    found.close()


def repeated(names):
    found = Repeats()
    for line, name in names:
        found.add(name, line)
    doubles = list(found.find())
    assert doubles == list(found.find())
    found.close()
    return doubles


def test_repetitions_come_by_line_with_the_first_of_each():
    names = [(2, "a"), (3, "b"), (4, "a"), (7, "c"), (9, "b"), (300, "a"), (2**40, "c")]
    assert repeated(names) == [(4, 2), (9, 3), (300, 2), (2**40, 7)]
    assert repeated([]) == repeated([(1, "a"), (2, "A"), (3, "")]) == []


@given(st.lists(st.sampled_from("abcdefghij"), max_size=80))
def test_repetitions_are_what_a_dictionary_finds(names):
    first: dict[str, int] = {}
    expected = [
        (line, first[name])
        for line, name in enumerate(names)
        if first.setdefault(name, line) != line
    ]
    assert repeated(enumerate(names)) == expected


def test_memory_does_not_grow_with_their_number(monkeypatch):
    monkeypatch.setattr(sorting, "_HELD", 256)
    monkeypatch.setattr(sorting, "_FAN_IN", 16)

    def peak(count):
        found = Repeats()
        tracemalloc.start()
        for line in range(count):
            found.add(f"c{line % (count - 1)}", line)
        assert list(found.find()) == [(count - 1, 0)]
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        found.close()
        return held

    peak(300)  # once for what is imported on the way
    assert peak(20_000) < 3 * peak(1000)

"""The best of many rows."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.rank import top_rows
from certeval.analysis.rank.top_rows import ScoredRow, TopRows

totals = st.lists(st.integers(0, 4) | st.fractions(0, 4, max_denominator=3), max_size=40)


def kept(rows, count):
    found = TopRows(count)
    for row in rows:
        found.add(row)
    return found.rows(), found


def rows_of(values):
    return [ScoredRow(value, f"c{number:02}", None, value) for number, value in enumerate(values)]


@pytest.fixture(autouse=True)
def _little_room(monkeypatch):
    """Let rows be dropped while others are added, and not only at the end."""
    monkeypatch.setattr(top_rows, "_MIN_ROOM", 3)


@given(totals, st.integers(1, 10))
def test_the_best_are_the_first_of_all(values, count):
    rows = rows_of(values)
    every, whole = kept(rows, None)
    best, cut = kept(rows, count)
    assert every == sorted(rows, key=lambda row: (-row.total, row.id))
    assert best == every[:count]
    assert (whole.added, whole.tied_beyond_cut) == (len(rows), 0)
    assert cut.added == len(rows)
    assert cut.tied_beyond_cut == sum(row.total == best[-1].total for row in every[count:])


@given(totals, st.integers(1, 10), st.integers())
def test_the_order_of_adding_is_irrelevant(values, count, seed):
    rows = rows_of(values)
    shuffled = Random(seed).sample(rows, len(rows))  # noqa: S311 - any order will do
    one, other = kept(rows, count), kept(shuffled, count)
    assert one[0] == other[0]
    assert one[1].tied_beyond_cut == other[1].tied_beyond_cut


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(top_rows, "_MIN_ROOM", 10)
    found = TopRows(2)
    for number in range(1000):
        total = Fraction(number, 7)
        found.add(ScoredRow(total, f"{number}", None, total))
        assert len(found._rows) < 10
    assert [row.id for row in found.rows()] == ["999", "998"]

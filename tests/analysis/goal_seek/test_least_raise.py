"""The fewest steps, against trying all of them."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from certeval.analysis.goal_seek.least_raise import Ascent, Way

F = Fraction
some_ways = st.lists(
    st.tuples(st.integers(1, 4), st.fractions(F(1, 20), 1, max_denominator=20)),
    min_size=1,
    max_size=4,
).map(lambda pairs: [Way(at, F(room), gain) for at, (room, gain) in enumerate(pairs)])


def units(taken):
    return {one.way.at: one.units for one in taken}


def by_trying(ways, ascent):
    """All that suffices in whole units, the best first."""
    enough = []
    for counts in product(*(range(int(way.room) + 1) for way in ways)):
        gain = sum(count * way.gain for count, way in zip(counts, ways, strict=True))
        if gain > ascent.need if ascent.strict else gain >= ascent.need:
            used = tuple(at for at, count in enumerate(counts) if count)
            enough.append((sum(counts), len(used), used, -gain, counts))
    return sorted(enough)


@given(some_ways, st.fractions(0, 1), st.booleans())
def test_whole_steps_are_the_fewest_there_are(ways, part, strict):
    need = part * sum(way.room * way.gain for way in ways)
    ascent = Ascent(need, strict, whole=True)
    assume(need > 0 or strict)
    assume(part < 1 or not strict)
    count, _, used, gain, _ = by_trying(ways, ascent)[0]
    taken = ascent.fewest(ways)
    assert sum(one.units for one in taken) == count
    assert tuple(one.way.at for one in taken) == used
    assert -sum(one.units * one.way.gain for one in taken) == gain
    assert not any(one.more for one in taken)


@given(some_ways, st.fractions(0, 1), st.booleans())
def test_points_are_the_least_there_are(ways, part, strict):
    """Fine steps come as close to it as they are fine, and none below it suffices."""
    need = part * sum(way.room * way.gain for way in ways)
    assume(0 < part < 1)
    taken = Ascent(need, strict, whole=False).fewest(ways)
    assert sum(one.units * one.way.gain for one in taken) == need
    assert all(0 <= one.units <= one.way.room for one in taken)
    assert [one.more for one in taken].count(True) == strict
    assert all(one.units < one.way.room for one in taken if one.more)
    least = sum(one.units for one in taken)
    fine = 1000
    finer = [Way(way.at, way.room * fine, way.gain / fine) for way in ways]
    steps = sum(one.units for one in Ascent(need, strict, whole=True).fewest(finer))
    assert 0 <= steps - least * fine <= 1


@given(some_ways, st.fractions(0, 1))
def test_points_of_the_fewest_criteria(ways, part):
    """No smaller set of criteria reaches as much with as many points."""
    need = part * sum(way.room * way.gain for way in ways)
    assume(part > 0)
    taken = Ascent(need, strict=False, whole=False).fewest(ways)
    least = sum(one.units for one in taken)
    for chosen in product((False, True), repeat=len(ways)):
        pool = [way for way, is_in in zip(ways, chosen, strict=True) if is_in]
        if len(pool) < len(taken):
            left, gain = least, F(0)
            for way in sorted(pool, key=lambda way: -way.gain):
                gain += min(left, way.room) * way.gain
                left -= min(left, way.room)
            assert gain < need


def test_one_criterion_rather_than_the_heaviest_of_two():
    """The heaviest first takes three steps on two criteria; three on one are enough."""
    ways = [Way(0, F(1), F("0.30")), Way(1, F(5), F("0.29"))]
    assert units(Ascent(F("0.87"), strict=False, whole=True).fewest(ways)) == {1: 3}


def test_of_equal_ones_the_first():
    ways = [Way(at, F(2), F("0.25")) for at in range(4)]
    assert units(Ascent(F(1), strict=False, whole=True).fewest(ways)) == {0: 2, 1: 2}
    assert units(Ascent(F("0.4"), strict=False, whole=True).fewest(ways)) == {0: 2}


def test_of_equal_ones_the_roomiest_where_that_saves_one():
    ways = [Way(0, F(1), F("0.25")), Way(1, F(1), F("0.25")), Way(2, F(3), F("0.25"))]
    assert units(Ascent(F("0.75"), strict=False, whole=True).fewest(ways)) == {2: 3}


def test_more_than_all_of_one_spills_into_the_next():
    ways = [Way(0, F(2), F("0.6")), Way(1, F(3), F("0.4"))]
    taken = Ascent(F("1.2"), strict=True, whole=False).fewest(ways)
    assert [(one.way.at, one.units, one.more) for one in taken] == [(0, 2, False), (1, 0, True)]
    taken = Ascent(F("1.2"), strict=True, whole=True).fewest(ways)
    assert units(taken) == {0: 2, 1: 1}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    "ways",
    [
        [Way(at, F(10), F(1, 40)) for at in range(40)],
        [Way(at, F(1 + at * 7 % 11), F(30 + at * 13 % 29, 1000)) for at in range(40)],
    ],
    ids=["alike", "unlike"],
)
def test_forty_criteria_are_no_trouble(ways, whole, monkeypatch):
    asked, hopeful = [], Ascent._hopeful
    monkeypatch.setattr(Ascent, "_hopeful", lambda *args: asked.append(1) or hopeful(*args))
    need = sum(way.room * way.gain for way in ways) * F(2, 3)
    taken = Ascent(need, strict=False, whole=whole).fewest(ways)
    assert len(asked) < 1000
    assert sum(one.units * one.way.gain for one in taken) >= need

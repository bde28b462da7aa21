"""The fewest steps, compared with trying all of them."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from certeval.analysis.goal_seek.least_raise import Candidate, RaiseProblem
from certeval.analysis.rounding import LowerBound

F = Fraction
some_candidates = st.lists(
    st.tuples(st.integers(1, 4), st.fractions(F(1, 20), 1, max_denominator=20)),
    min_size=1,
    max_size=4,
).map(lambda pairs: [Candidate(at, F(room), gain) for at, (room, gain) in enumerate(pairs)])


def units(taken):
    return {one.candidate.at: one.units for one in taken}


def by_trying(candidates, problem):
    """All that suffices in whole units, the best first."""
    enough = []
    for counts in product(*(range(int(candidate.room) + 1) for candidate in candidates)):
        gain = sum(
            count * candidate.gain for count, candidate in zip(counts, candidates, strict=True)
        )
        if problem.need.reached_by(gain):
            used = tuple(at for at, count in enumerate(counts) if count)
            enough.append((sum(counts), len(used), used, -gain, counts))
    return sorted(enough)


@given(some_candidates, st.fractions(0, 1), st.booleans())
def test_whole_steps_are_the_fewest_there_are(candidates, part, exclusive):
    need = part * sum(candidate.room * candidate.gain for candidate in candidates)
    problem = RaiseProblem(LowerBound(need, exclusive), whole_units=True)
    assume(need > 0 or exclusive)
    assume(part < 1 or not exclusive)
    count, _, used, gain, _ = by_trying(candidates, problem)[0]
    taken = problem.fewest(candidates)
    assert sum(one.units for one in taken) == count
    assert tuple(one.candidate.at for one in taken) == used
    assert -sum(one.units * one.candidate.gain for one in taken) == gain
    assert not any(one.exclusive for one in taken)


@given(some_candidates, st.fractions(0, 1), st.booleans())
def test_points_are_the_least_there_are(candidates, part, exclusive):
    """Fine steps come as close to it as they are fine, and none below it suffices."""
    need = part * sum(candidate.room * candidate.gain for candidate in candidates)
    assume(0 < part < 1)
    taken = RaiseProblem(LowerBound(need, exclusive), whole_units=False).fewest(candidates)
    assert sum(one.units * one.candidate.gain for one in taken) == need
    assert all(0 <= one.units <= one.candidate.room for one in taken)
    assert [one.exclusive for one in taken].count(True) == exclusive
    assert all(one.units < one.candidate.room for one in taken if one.exclusive)
    least = sum(one.units for one in taken)
    fine = 1000
    finer = [
        Candidate(candidate.at, candidate.room * fine, candidate.gain / fine)
        for candidate in candidates
    ]
    steps = sum(
        one.units
        for one in RaiseProblem(LowerBound(need, exclusive), whole_units=True).fewest(finer)
    )
    assert 0 <= steps - least * fine <= 1


@given(some_candidates, st.fractions(0, 1))
def test_points_of_the_fewest_criteria(candidates, part):
    """No smaller set of criteria reaches as much with as many points."""
    need = part * sum(candidate.room * candidate.gain for candidate in candidates)
    assume(part > 0)
    taken = RaiseProblem(LowerBound(need, exclusive=False), whole_units=False).fewest(candidates)
    least = sum(one.units for one in taken)
    for chosen in product((False, True), repeat=len(candidates)):
        pool = [candidate for candidate, is_in in zip(candidates, chosen, strict=True) if is_in]
        if len(pool) < len(taken):
            left, gain = least, F(0)
            for candidate in sorted(pool, key=lambda candidate: -candidate.gain):
                gain += min(left, candidate.room) * candidate.gain
                left -= min(left, candidate.room)
            assert gain < need


def test_one_criterion_rather_than_the_heaviest_of_two():
    """The heaviest first takes three steps on two criteria; three on one are enough."""
    candidates = [Candidate(0, F(1), F("0.30")), Candidate(1, F(5), F("0.29"))]
    assert units(
        RaiseProblem(LowerBound(F("0.87"), exclusive=False), whole_units=True).fewest(candidates)
    ) == {1: 3}


def test_of_equal_ones_the_first():
    candidates = [Candidate(at, F(2), F("0.25")) for at in range(4)]
    assert units(
        RaiseProblem(LowerBound(F(1), exclusive=False), whole_units=True).fewest(candidates)
    ) == {0: 2, 1: 2}
    assert units(
        RaiseProblem(LowerBound(F("0.4"), exclusive=False), whole_units=True).fewest(candidates)
    ) == {0: 2}


def test_of_equal_ones_the_roomiest_where_that_saves_one():
    candidates = [
        Candidate(0, F(1), F("0.25")),
        Candidate(1, F(1), F("0.25")),
        Candidate(2, F(3), F("0.25")),
    ]
    assert units(
        RaiseProblem(LowerBound(F("0.75"), exclusive=False), whole_units=True).fewest(candidates)
    ) == {2: 3}


def test_more_than_all_of_one_spills_into_the_next():
    candidates = [Candidate(0, F(2), F("0.6")), Candidate(1, F(3), F("0.4"))]
    taken = RaiseProblem(LowerBound(F("1.2"), exclusive=True), whole_units=False).fewest(candidates)
    assert [(one.candidate.at, one.units, one.exclusive) for one in taken] == [
        (0, 2, False),
        (1, 0, True),
    ]
    taken = RaiseProblem(LowerBound(F("1.2"), exclusive=True), whole_units=True).fewest(candidates)
    assert units(taken) == {0: 2, 1: 1}


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    "candidates",
    [
        [Candidate(at, F(10), F(1, 40)) for at in range(40)],
        [Candidate(at, F(1 + at * 7 % 11), F(30 + at * 13 % 29, 1000)) for at in range(40)],
    ],
    ids=["alike", "unlike"],
)
def test_forty_criteria_are_no_trouble(candidates, whole, monkeypatch):
    asked, may_suffice = [], RaiseProblem._may_suffice
    monkeypatch.setattr(
        RaiseProblem, "_may_suffice", lambda *args: asked.append(1) or may_suffice(*args)
    )
    need = sum(candidate.room * candidate.gain for candidate in candidates) * F(2, 3)
    taken = RaiseProblem(LowerBound(need, exclusive=False), whole_units=whole).fewest(candidates)
    assert len(asked) < 1000
    assert sum(one.units * one.candidate.gain for one in taken) >= need

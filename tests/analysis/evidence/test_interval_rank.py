"""Ranks of intervals."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import competition_ranks
from certeval.analysis.evidence.derive import Interval
from certeval.analysis.evidence.interval_rank import (
    certainly_first,
    possible_ranks,
)

points = st.integers(0, 6).map(Fraction)
intervals = st.tuples(points, points).map(lambda ends: Interval(min(ends), max(ends)))


def totals(*ends):
    return [Interval(Fraction(low), Fraction(high)) for low, high in ends]


def test_intervals_that_overlap_cannot_be_told_apart():
    assert possible_ranks(totals((6, 8), (5, 7), (1, 2))) == ((1, 2), (1, 2), (3, 3))
    assert certainly_first(totals((6, 8), (5, 7), (1, 2))) is None


def test_one_that_is_above_all_others_is_first():
    found = totals((1, 2), (6, 7), (3, 5))
    assert certainly_first(found) == 1
    assert possible_ranks(found) == ((3, 3), (1, 1), (2, 2))


def test_equal_numbers_share_the_better_rank():
    assert possible_ranks(totals((5, 5), (5, 5), (3, 3))) == ((1, 1), (1, 1), (3, 3))


@given(st.lists(intervals, min_size=1, max_size=5))
def test_the_ranks_of_any_values_in_the_intervals_are_possible(found):
    ranks = possible_ranks(found)
    for values in product(*({one.low, (one.low + one.high) / 2, one.high} for one in found)):
        for rank, (best, worst) in zip(competition_ranks(values), ranks, strict=True):
            assert best <= rank <= worst


@given(st.lists(intervals, min_size=1, max_size=5))
def test_the_best_and_the_worst_rank_are_reached(found):
    for at, (best, worst) in enumerate(possible_ranks(found)):
        low = [one.low if other != at else one.high for other, one in enumerate(found)]
        high = [one.high if other != at else one.low for other, one in enumerate(found)]
        assert competition_ranks(low)[at] == best
        assert competition_ranks(high)[at] == worst

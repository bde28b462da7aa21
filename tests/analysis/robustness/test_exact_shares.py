"""Exact shares of the simplex, against areas that are cut out of it and against draws."""

from fractions import Fraction
from itertools import pairwise
from math import comb, sqrt
from operator import mul

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.robustness.exact_shares import mean_weights_above, share_above
from certeval.analysis.robustness.weight_samplers import uniform
from tests.analysis.comparison_cases import chance, few, identity

differences = st.integers(-4, 4).map(Fraction) | st.fractions(-3, 3, max_denominator=4)
"""Small ones, so that some are equal and some 0."""


def rows(least, most):
    return st.lists(differences, min_size=least, max_size=most)


def corners(count):
    """The corners of the simplex of *count* weights."""
    return [[Fraction(each) for each in row] for row in identity(count)]


def kept(polygon, apart):
    """What is left of *polygon*, a list of corners, where the weighted sum of *apart* is above 0.

    Each side is cut where the sum is 0 (Sutherland and Hodgman's way).
    """
    left = []
    for at, corner in enumerate(polygon):
        before = polygon[at - 1]
        here, there = (sum(map(mul, apart, point)) for point in (corner, before))
        if here * there < 0:
            along = there / (there - here)
            left.append([b + along * (c - b) for b, c in zip(before, corner, strict=True)])
        if here >= 0:
            left.append(corner)
    return left


def triangles(polygon):
    """The area of each triangle of a fan, in halves of the simplex's own, and its middle."""
    first = polygon[0]
    for one, other in pairwise(polygon[1:]):
        (a, b), (c, d) = ([point[at] - first[at] for at in (0, 1)] for point in (one, other))
        middle = [sum(each) / 3 for each in zip(first, one, other, strict=True)]
        yield abs(a * d - b * c), middle


def cut(apart):
    """Share and mean weighting where the weighted sum of *apart* is above 0; of 2 or 3 criteria."""
    left = kept(corners(len(apart)), apart) if any(apart) else []
    if len(apart) == 2:
        ends = sorted(point[0] for point in left)
        share = ends[-1] - ends[0] if ends else Fraction()
        middle = (ends[0] + ends[-1]) / 2 if share else None
        return share, (middle, 1 - middle) if share else None
    parts = list(triangles(left)) if len(left) > 2 else []
    share = sum((area for area, _ in parts), Fraction())
    if not share:
        return share, None
    return share, tuple(sum(area * middle[at] for area, middle in parts) / share for at in range(3))


@given(rows(2, 3))
def test_against_what_is_cut_out_of_the_simplex(apart):
    share, middle = cut(apart)
    assert share_above(apart) == share
    assert mean_weights_above(apart) == middle


@pytest.mark.parametrize(
    ("apart", "share"),
    [
        ([10, -5], Fraction(2, 3)),
        ([-10, 5], Fraction(1, 3)),
        ([1], 1),
        ([-1], 0),
        ([0], 0),
        ([0, 0, 0], 0),
        ([0, 0, 1], 1),
        ([0, -1, 0], 0),
        ([1, 1, 1], 1),
        ([1, -1], Fraction(1, 2)),
        ([1, 1, -1], Fraction(3, 4)),
        ([1, 1, 1, -1], Fraction(7, 8)),
        ([2, 2, -1, -1], Fraction(20, 27)),
    ],
)
def test_shares(apart, share):
    assert share_above([Fraction(each) for each in apart]) == share


def test_two_certificates():
    apart = [Fraction(10), Fraction(-5)]
    assert share_above(apart) == Fraction(2, 3)
    assert mean_weights_above(apart) == (Fraction(2, 3), Fraction(1, 3))
    assert mean_weights_above([-each for each in apart]) == (Fraction(1, 6), Fraction(5, 6))


def test_where_nothing_is_above_there_is_no_mean():
    assert mean_weights_above([Fraction(0), Fraction(-1)]) is None
    assert mean_weights_above([Fraction(0), Fraction(0)]) is None


def test_the_mean_of_all_weightings():
    assert mean_weights_above([Fraction(1)]) == (1,)
    assert mean_weights_above([Fraction(2), Fraction(0), Fraction(1)]) == (Fraction(1, 3),) * 3


@pytest.mark.parametrize("count", range(1, 8))
def test_one_good_score_against_the_mean_of_all(count):
    """(n, 0, ... 0) is above (1, ... 1) where its weight is over 1/n: (1 - 1/n)^(n - 1)."""
    apart = [Fraction(count - 1), *[Fraction(-1)] * (count - 1)]
    share = Fraction(count - 1, count) ** (count - 1) if count > 1 else 0
    assert share_above(apart) == share


@few
@given(rows(1, 7))
def test_both_sides_make_a_whole(apart):
    turned = [-each for each in apart]
    assert share_above(apart) + share_above(turned) == bool(any(apart))


@few
@given(rows(1, 6), st.randoms(use_true_random=False))
def test_the_order_of_the_criteria_is_irrelevant(apart, random):
    order = list(range(len(apart)))
    random.shuffle(order)
    turned = [apart[at] for at in order]
    assert share_above(turned) == share_above(apart)
    means = mean_weights_above(apart)
    assert mean_weights_above(turned) == (means and tuple(means[at] for at in order))


@few
@given(rows(1, 6), st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_points_of_any_size_come_to_the_same(apart, factor):
    larger = [each * factor for each in apart]
    assert share_above(larger) == share_above(apart)
    assert mean_weights_above(larger) == mean_weights_above(apart)


@few
@given(rows(1, 6), st.data())
def test_a_share_is_one_and_grows_with_each_difference(apart, data):
    at = data.draw(st.integers(0, len(apart) - 1))
    more = [each + (place == at) for place, each in enumerate(apart)]
    assert 0 <= share_above(apart) <= share_above(more) <= 1


@few
@given(rows(1, 6))
def test_the_mean_is_a_weighting_and_is_above(apart):
    means = mean_weights_above(apart)
    if means is not None:
        assert sum(means) == 1
        assert min(means) > 0
        assert sum(map(mul, means, apart)) > 0
    both = [(share_above(row), mean_weights_above(row)) for row in (apart, [-a for a in apart])]
    if any(apart):
        whole = [sum(share * mean[at] for share, mean in both if mean) for at in range(len(apart))]
        assert whole == [Fraction(1, len(apart))] * len(apart), "both means are around the middle"


def drawn(apart, draws, seed):
    """In how many draws the weighted sum is above 0, and the sums of the weights there."""
    draw, above = uniform(chance(seed), len(apart)), [float(each) for each in apart]
    hits = [
        weights for weights in (draw() for _ in range(draws)) if sum(map(mul, weights, above)) > 0
    ]
    return len(hits), [sum(column) for column in zip(*hits, strict=True)]


@pytest.mark.parametrize(
    "apart",
    [
        [10, -5],
        [1, 1, -2],
        [2, -1, -1, Fraction(1, 2)],
        [0, 0, 1, -1, -1],
        [-3, -3, 1, 1, 1, 1],
        [Fraction(1, 10), -9, Fraction(1, 5), 0, 4, Fraction(-1, 2), 1],
    ],
)
def test_against_draws(apart):
    draws, apart = 20_000, [Fraction(each) for each in apart]
    share = share_above(apart)
    count, sums = drawn(apart, draws, seed=7)
    assert abs(count / draws - share) <= 5 * sqrt(share * (1 - share) / draws)
    for mean, total in zip(mean_weights_above(apart), sums, strict=True):
        assert abs(total / count - mean) <= 5 * 0.5 / sqrt(count), "a weight's sd is 0.5 at most"


def test_two_against_a_million_draws():
    """A point of a square, folded along its diagonal, is a point of a triangle."""
    apart = [Fraction(2), Fraction(-1), Fraction(-1, 2)]
    random, draws, count = chance(11).random, 1_000_000, 0
    for _ in range(draws):
        one, other = random(), random()
        if one + other > 1:
            one, other = 1 - one, 1 - other
        count += 2 * one - other - 0.5 * (1 - one - other) > 0
    share = share_above(apart)
    assert abs(count / draws - share) <= 5 * sqrt(share * (1 - share) / draws)


@few
@given(st.integers(1, 6), st.integers(1, 6))
def test_two_repeated_differences_have_a_closed_form(ups, downs):
    """The weights of *ups* criteria are above half in all: a sum of binomial terms."""
    count = ups + downs - 1
    share = sum(Fraction(comb(count, down), 2**count) for down in range(ups))
    assert share_above([Fraction(1)] * ups + [Fraction(-1)] * downs) == share

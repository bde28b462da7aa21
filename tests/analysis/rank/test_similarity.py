"""The similarity of two rankings."""

from fractions import Fraction
from math import isclose
from random import Random
from statistics import correlation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import competition_ranks
from certeval.analysis.rank.similarity import spearman, ws

FIVE = [1, 2, 3, 4, 5]
scores = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=12)


def both_ranked(pairs):
    return [competition_ranks([Fraction(pair[at]) for pair in pairs]) for at in (0, 1)]


def test_the_published_case():
    """Salabun and Urbaniak, 2020."""
    assert spearman(FIVE, [1, 3, 2, 4, 5]) == Fraction(9, 10)
    assert ws(FIVE, [1, 3, 2, 4, 5]) == Fraction(41, 48)


def test_a_difference_at_the_top_counts_more_for_ws():
    top, bottom = [2, 1, 3, 4, 5], [1, 2, 3, 5, 4]
    assert spearman(FIVE, top) == spearman(FIVE, bottom) == Fraction(9, 10)
    assert ws(FIVE, top) < ws(FIVE, bottom)


@pytest.mark.parametrize("measure", [spearman, ws])
@pytest.mark.parametrize("alone", [[], [1]])
def test_fewer_than_two_alternatives_have_no_order(measure, alone):
    assert measure(alone, alone) is None


def test_spearman_needs_unequal_ranks():
    assert spearman([1, 1, 1], [1, 2, 3]) is None
    assert spearman([1, 2, 3], [1, 1, 1]) is None
    assert ws([1, 1, 1], [1, 2, 3]) == 1 - Fraction(1, 2) * Fraction(1, 2) - Fraction(1, 2)


@pytest.mark.parametrize("count", [2, 3, 7])
def test_the_same_and_the_reverse(count):
    order = list(range(1, count + 1))
    assert spearman(order, order) == ws(order, order) == 1
    assert spearman(order, order[::-1]) == -1


def test_equals_have_the_mean_of_their_ranks():
    """Kendall's treatment of ties, worked by hand: ranks 1.5 1.5 3 against 1 2 3."""
    found = spearman([1, 1, 3], [1, 2, 3])
    exact = Fraction(3, 2)  # over the root of 3/2 times 2
    assert isclose(found, float(exact) / 3**0.5, rel_tol=1e-15)
    assert abs(found * found - Fraction(3, 4)) < Fraction(1, 10**38)


@given(scores)
def test_spearman_is_pearson_of_mean_ranks(pairs):
    one, other = both_ranked(pairs)
    found = spearman(one, other)
    means = [[rank + (some.count(rank) - 1) / 2 for rank in some] for some in (one, other)]
    if found is None:
        assert 1 in {len(set(some)) for some in (one, other)}
    else:
        assert -1 <= found <= 1
        assert isclose(found, correlation(*means), abs_tol=1e-12)


@given(st.permutations(range(1, 9)), st.permutations(range(1, 9)))
def test_without_ties_spearman_is_the_textbook_formula(one, other):
    squares = sum((x - y) ** 2 for x, y in zip(one, other, strict=True))
    assert spearman(one, other) == 1 - Fraction(6 * squares, 8 * 63)


@given(scores, st.integers())
def test_the_order_of_alternatives_is_irrelevant(pairs, seed):
    shuffled = Random(seed).sample(pairs, len(pairs))  # noqa: S311 - any order will do
    for measure in (spearman, ws):
        assert measure(*both_ranked(pairs)) == measure(*both_ranked(shuffled))


@given(scores)
def test_ws_is_one_only_for_the_same_ranks(pairs):
    one, other = both_ranked(pairs)
    assert (ws(one, other) == 1) == (one == other)
    assert ws(one, other) <= 1

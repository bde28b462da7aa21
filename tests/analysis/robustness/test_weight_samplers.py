"""Weightings are drawn uniformly from the simplex, or around stated weights, and from no other."""

from fractions import Fraction
from math import sqrt
from random import Random

import pytest

from certeval.analysis.robustness.weight_samplers import around, uniform
from tests.analysis.comparison_cases import chance

DRAWS = 20_000


def off(values, expected, sd):
    """By how many standard errors the mean of *values* misses what is *expected*."""
    return abs(sum(values) / len(values) - expected) / (sd / sqrt(len(values)))


def corner_shares_off(drawn, count):
    """By how many standard errors the shares of P(w > t) = (1 - t)^(n - 1) are missed at most."""
    worst = 0.0
    for level in (0.1, 0.25, 0.5, 0.75):
        share = (1 - level) ** (count - 1)
        for at in range(count):
            hits = [weights[at] > level for weights in drawn]
            worst = max(worst, off(hits, share, sqrt(share * (1 - share))))
    return worst


@pytest.mark.parametrize("count", [2, 3, 6])
def test_uniform_weightings(count):
    draw = uniform(chance(3), count)
    drawn = [draw() for _ in range(DRAWS)]
    assert {len(weights) for weights in drawn} == {count}
    assert all(abs(sum(weights) - 1) < 1e-12 for weights in drawn)
    assert min(map(min, drawn)) >= 0
    variance = (count - 1) / (count**2 * (count + 1))
    for at in range(count):
        column = [weights[at] for weights in drawn]
        assert off(column, 1 / count, sqrt(variance)) < 5
        squares = [(weight - 1 / count) ** 2 for weight in column]
        assert abs(sum(squares) / DRAWS - variance) < 5 * 2 * variance / sqrt(DRAWS)
    assert corner_shares_off(drawn, count) < 5


@pytest.mark.parametrize("count", [3, 6])
def test_uniform_numbers_over_their_sum_would_be_found_out(count):
    random = chance(3)
    drawn = []
    for _ in range(DRAWS):
        sizes = [random.random() for _ in range(count)]
        drawn.append([size / sum(sizes) for size in sizes])
    assert corner_shares_off(drawn, count) > 15


def test_a_single_criterion_has_all_the_weight():
    assert uniform(chance(1), 1)() == [1.0]
    assert around(chance(1), [Fraction(1)], 50.0)() == [1.0]


@pytest.mark.parametrize("concentration", [0.5, 2.0, 50.0, 1000.0])
def test_weightings_around_the_stated_ones(concentration):
    shares = [Fraction(1, 2), Fraction(3, 10), Fraction(0), Fraction(1, 5)]
    draw = around(chance(5), shares, concentration)
    drawn = [draw() for _ in range(DRAWS)]
    assert all(abs(sum(weights) - 1) < 1e-12 for weights in drawn)
    for at, share in enumerate(shares):
        column = [weights[at] for weights in drawn]
        if share == 0:
            assert set(column) == {0.0}
            continue
        sd = sqrt(share * (1 - share) / (concentration + 1))
        assert off(column, float(share), sd) < 5
        found = sqrt(sum((weight - share) ** 2 for weight in column) / DRAWS)
        assert abs(found / sd - 1) < 0.04


def test_weights_around_all_in_one_stay_there():
    draw = around(chance(5), [Fraction(0), Fraction(1), Fraction(0)], 2.0)
    assert {tuple(draw()) for _ in range(100)} == {(0.0, 1.0, 0.0)}


def test_the_same_seed_draws_the_same():
    for make in (
        lambda random: uniform(random, 4),
        lambda random: around(random, [Fraction(1, 4)] * 4, 50.0),
    ):
        one, again, other = (
            [draw() for _ in range(5)]
            for draw in (make(chance(1)), make(chance(1)), make(chance(2)))
        )
        assert one == again
        assert one != other


class Scripted(Random):
    """Says what it was told to say."""

    def __init__(self, *said):
        super().__init__()
        self.said = list(said)

    def random(self):
        return self.said.pop(0)

    def gammavariate(self, alpha, beta):
        return self.said.pop(0)


def test_where_nothing_weighs_anything_it_is_drawn_again():
    assert uniform(Scripted(0.0, 0.0, 0.0, 0.5), 2)() == [0.0, 1.0]
    half = Fraction(1, 2)
    assert around(Scripted(0.0, 0.0, 1.0, 3.0), [half, half], 1.0)() == [0.25, 0.75]


def test_the_loosest_weightings_give_all_to_one_in_the_stated_shares():
    draw = around(chance(5), [Fraction(1, 4), Fraction(3, 4)], 1e-3)
    firsts = sum(draw()[0] for _ in range(2000))
    assert abs(firsts / 2000 - 1 / 4) < 5 * sqrt(3 / 16 / 2000)

"""The exact interval of a proportion."""

from fractions import Fraction
from math import exp, lgamma, log, log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.count_interval import proportion_interval

# L. D. Brown, T. T. Cai and A. DasGupta, "Interval Estimation for a Binomial Proportion",
# Statistical Science 16 (2001), gives the limits as Beta quantiles; these are R's binom.test.
PUBLISHED = [
    (1, 10, "0.00252857854446178", "0.445016117028195"),
    (5, 10, "0.187086028447398", "0.812913971552602"),
    (9, 10, "0.554983882971805", "0.997471421455538"),
]


@pytest.mark.parametrize(("count", "of", "low", "high"), PUBLISHED)
def test_the_limits_are_those_of_clopper_and_pearson(count, of, low, high):
    found = proportion_interval(count, of, Fraction(95))
    for one, known in zip(found, (low, high), strict=True):
        assert abs(one - Fraction(known)) < Fraction(1, 10**11)


def test_zero_of_many_is_a_bound_of_about_three_in_n():
    low, high = proportion_interval(0, 10_215, Fraction(95))
    assert low == 0
    assert Fraction("2.93") < high * 10_000 < Fraction("2.94")


def test_all_of_many_is_a_bound_from_below():
    none, everything = (proportion_interval(count, 30, Fraction(95)) for count in (0, 30))
    assert everything == (1 - none[1], 1)


@given(st.integers(1, 40), st.data())
def test_the_interval_holds_the_share_that_was_counted_and_turns_around(of, data):
    count = data.draw(st.integers(0, of))
    low, high = proportion_interval(count, of, Fraction(95))
    assert 0 <= low <= Fraction(count, of) <= high <= 1
    other_low, other_high = proportion_interval(of - count, of, Fraction(95))
    assert abs(low - (1 - other_high)) < Fraction(1, 10**10)
    assert abs(high - (1 - other_low)) < Fraction(1, 10**10)


def test_a_larger_sample_narrows_the_interval():
    widths = [
        high - low
        for low, high in (proportion_interval(n // 10, n, Fraction(95)) for n in (10, 100, 1000))
    ]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("count", [1, 600, 30_000, 50_000, 70_000, 99_999])
def test_a_limit_is_where_the_count_becomes_too_rare(count):
    """The tail is added up in floats, by the logarithms of its terms."""
    of = 100_000
    low, high = (float(end) for end in proportion_interval(count, of, Fraction(95)))
    assert sum(_binomial(number, of, high) for number in range(count + 1)) == (
        pytest.approx(0.025, rel=1e-6)
    )
    assert sum(_binomial(number, of, low) for number in range(count, of + 1)) == (
        pytest.approx(0.025, rel=1e-6)
    )


def _binomial(number, of, share):
    ways = lgamma(of + 1) - lgamma(number + 1) - lgamma(of - number + 1)
    return exp(ways + number * log(share) + (of - number) * log1p(-share))

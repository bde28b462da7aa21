from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from certeval.analysis.weight_line import break_even_share, total_at_share, total_of_others
from certeval.analysis.weighted_sum import weighted_sum
from tests.analysis.comparison_cases import few, halves, percents, shifted

points = st.fractions(-10, 10, max_denominator=4)
shares = st.fractions(0, 1, max_denominator=40)


@few
@given(st.data())
def test_the_line_is_the_weighted_sum_with_other_weights_in_proportion(data):
    weights = [Fraction(weight) for weight in data.draw(percents(3))]
    row = [Fraction(data.draw(halves)) for _ in weights]
    at = data.draw(st.integers(0, 2))
    assume(weights[at] < 100)
    share = data.draw(shares)
    others = total_of_others(weighted_sum(weights, row), weights[at] / 100, row[at])
    moved = shifted(weights, at, 100 * share)
    assert sum(moved) == 100
    assert total_at_share(share, row[at], others) == weighted_sum(moved, row)


def test_without_other_weights_there_are_no_proportions():
    assert total_of_others(Fraction(7), Fraction(1), Fraction(7)) is None


@few
@given(points, points, points, points)
def test_two_lines_cross_where_their_totals_are_equal(raw, others, other_raw, other_others):
    share = break_even_share(raw, others, other_raw, other_others)
    if share is None:
        assert raw - other_raw == others - other_others
    else:
        one, other = (
            total_at_share(share, raw, others),
            total_at_share(share, other_raw, other_others),
        )
        assert one == other


@pytest.mark.parametrize(
    ("one", "target", "share"),
    [
        ((8, 6), 7, Fraction(1, 2)),
        ((8, 6), 6, 0),
        ((8, 6), 9, Fraction(3, 2)),
        ((6, 6), 7, None),
        ((7, 7), 7, None),
    ],
)
def test_a_line_reaches_a_fixed_total(one, target, share):
    assert break_even_share(*map(Fraction, one), Fraction(target), Fraction(target)) == share

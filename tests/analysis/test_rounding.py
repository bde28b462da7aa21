from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.rounding import half_up, in_full, places_of

exact = st.decimals(-1000, 1000, allow_nan=False, places=6)


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("1.275", 2, "1.28"),  # binary floats give 1.27
        ("1.625", 2, "1.63"),  # banker's rounding gives 1.62
        ("7.275", 1, "7.3"),
        ("7.05", 1, "7.1"),  # binary floats and banker's rounding give 7.0
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-1.5", 0, "-2"),
        ("-0.04", 1, "0.0"),
        ("0", 2, "0.00"),
        ("10", 1, "10.0"),
        ("0.005", 2, "0.01"),
    ],
)
def test_half_up(value, places, shown):
    assert str(half_up(Decimal(value), places)) == shown


def test_a_third_is_rounded_from_the_fraction_itself():
    assert str(half_up(Fraction(1, 3), 30)) == "0." + "3" * 30
    assert str(half_up(Fraction(5 * 10**40 - 1, 10**41), 0)) == "0"


@given(exact, st.integers(0, 5))
def test_rounding_moves_by_at_most_half_a_unit(value, places):
    rounded = half_up(value, places)
    assert abs(rounded - value) <= Decimal("0.5") * Decimal(10) ** -places
    assert half_up(rounded, places) == rounded


@given(exact, exact, st.integers(0, 5))
def test_rounding_keeps_the_order(one, other, places):
    if one <= other:
        assert half_up(one, places) <= half_up(other, places)


@given(exact)
def test_in_full_loses_nothing(value):
    assert Decimal(in_full(value)) == value


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        (Decimal("20.00"), 0, "20"),
        (Decimal("29.5"), 1, "29.5"),
        (Decimal("0.123456789012"), 12, "0.123456789012"),
        (Fraction(1, 1024), 10, "0.0009765625"),
        (Fraction(3, 125), 3, "0.024"),
        (Fraction(200, 11), None, "about 18.181818"),
        (Fraction(1, 70), None, "about 0.014286"),
    ],
)
def test_as_many_places_as_needed(value, places, shown):
    assert places_of(value) == places
    assert in_full(value) == shown

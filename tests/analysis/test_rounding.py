from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certeval.analysis.rounding import (
    aligned_text,
    approximate_text,
    exact_text,
    half_up,
    least_total,
    places_of,
    rating_of,
    rounded,
)
from certeval.model.rubric import Rounding

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


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("7.05", 1, "7.0"),
        ("7.15", 1, "7.2"),
        ("7.0500000001", 1, "7.1"),
        ("1.275", 2, "1.28"),
        ("1.625", 2, "1.62"),
        ("0.5", 0, "0"),
        ("2.5", 0, "2"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-2"),
        ("-0.05", 1, "0.0"),
        ("9.95", 1, "10.0"),
    ],
)
def test_half_even(value, places, shown):
    assert str(rounded(Decimal(value), places, "half-even")) == shown
    assert round(Decimal(value), places) == Decimal(shown)


@given(exact, st.integers(0, 5))
def test_half_even_is_what_decimals_round_to(value, places):
    assert rounded(value, places, "half-even") == round(value, places)


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


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("9.3125", "about 9.313"),
        ("9.125", "9.125"),
        ("9.50", "9.5"),
        (Fraction(1, 3), "about 0.333"),
    ],
)
def test_approximate_text(value, shown):
    assert approximate_text(Fraction(value), 3) == shown


@given(exact)
def test_exact_text_loses_nothing(value):
    assert Decimal(exact_text(value)) == value


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
def test_places_of(value, places, shown):
    assert places_of(value) == places
    assert exact_text(value) == shown


@given(st.decimals(-20, 20, places=3), st.integers(0, 3), st.sampled_from(["half-up", "half-even"]))
def test_totals_from_the_least_on_have_the_rating(value, places, mode):
    rounding = Rounding(rating_places=places, mode=mode)
    least = least_total(value, rounding)
    for off in (-1, -Fraction(1, 10**9), 0, Fraction(1, 10**9), 1):
        number = least.value + off
        assert least.reached_by(number) == (rating_of(number, rounding) >= value)


@pytest.mark.parametrize(
    ("mode", "value", "places", "least", "exclusive"),
    [
        ("half-up", "8", 1, "7.95", False),
        ("half-up", "8", 0, "7.5", False),
        ("half-up", "5.5", 1, "5.45", False),
        ("half-up", "5.55", 1, "5.55", False),
        ("half-up", "0.01", 0, "0.5", False),
        ("half-up", "0", 1, "-0.05", True),  # which itself is displayed as -0.1
        ("half-up", "-1", 0, "-1.5", True),
        ("half-even", "8", 1, "7.95", False),
        ("half-even", "7.1", 1, "7.05", True),  # which itself is displayed as 7.0
        ("half-even", "7", 0, "6.5", True),
        ("half-even", "0", 1, "-0.05", False),
    ],
)
def test_least_total(mode, value, places, least, exclusive):
    rounding = Rounding(rating_places=places, mode=mode)
    assert least_total(Decimal(value), rounding) == (Fraction(least), exclusive)


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((), []),
        (("7",), ["7"]),
        (("7", "7.50", "0.125"), ["7.000", "7.500", "0.125"]),
        (("7", "0.12345"), ["7.0000", "0.1235"]),
        (("1/3", "2"), ["0.3333", "2.0000"]),
        (("-0.5", "0"), ["-0.5", "0.0"]),
    ],
)
def test_a_column_has_as_many_decimals_as_its_longest_number(values, shown):
    assert aligned_text(map(Fraction, values)) == shown


@settings(max_examples=50)
@given(st.lists(st.fractions(-10, 10, max_denominator=40), max_size=4), st.integers(0, 4))
def test_a_column_has_at_most_so_many_decimals(values, at_most):
    lengths = {len(text.partition(".")[2]) for text in aligned_text(values, at_most)}
    assert len(lengths) <= 1
    assert max(lengths, default=0) <= at_most
    needed = [places_of(value) for value in values]
    if values and all(count is not None and count <= at_most for count in needed):
        assert lengths == {max(needed)}
        assert [Fraction(text) for text in aligned_text(values, at_most)] == values

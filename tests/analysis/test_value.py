"""From a measurement to a score."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.value import (
    measurement_for,
    value_of,
    value_of_word,
    value_over,
    value_range,
)
from certeval.errors import MeasurementError
from certeval.model.scale import Scale
from certeval.model.value_function import ValueFunction

SCALE = Scale(min=1, max=10)
PAYBACK = {"better": "less", "axis": "logarithmic", "points": {"1": 9, "8": 7, "52": 5, "260": 3}}


def function(**fields):
    return ValueFunction.model_validate(fields)


def test_less_is_better_turns_the_scale_around():
    turned = function(better="less")
    assert [value_of(turned, Fraction(x), SCALE).score for x in (1, 2, 10)] == [10, 9, 1]


def test_a_scale_of_its_own_is_a_line_between_two_points():
    interview = function(points={"0": 1, "40": 10})
    assert value_of(interview, Fraction(30), SCALE).score == Fraction(31, 4)


def test_a_curve_is_exact_between_its_points():
    curve = function(points={"0": 1, "3": 2, "4": 10})
    assert value_of(curve, Fraction(1), SCALE) == (Fraction(4, 3), True)
    assert value_of(curve, Fraction(7, 2), SCALE) == (Fraction(6), True)


def test_a_logarithm_is_rounded_once_and_says_so():
    value = value_of(function(**PAYBACK), Fraction("2.9"), SCALE)
    # 9 - 2 ln 2.9 / ln 8
    assert value == (Fraction("7.975965"), False)


def test_a_point_of_a_logarithmic_curve_is_exact():
    assert value_of(function(**PAYBACK), Fraction(8), SCALE) == (Fraction(7), True)


def test_equal_ratios_are_equal_steps_of_the_score():
    curve = function(axis="logarithmic", points={"1": 1, "16": 9})
    scores = [value_of(curve, Fraction(x), SCALE).score for x in (2, 4, 8)]
    assert scores == [3, 5, 7]


@pytest.mark.parametrize(
    ("beyond", "scores"), [("hold", [1, 5]), ("extend", [1, 9])], ids=["hold", "extend"]
)
def test_beyond_the_points(beyond, scores):
    curve = function(points={"10": 1, "20": 5}, beyond=beyond)
    assert [value_of(curve, Fraction(x), SCALE).score for x in (0, 30)] == scores


def test_a_refused_measurement_is_an_error():
    curve = function(points={"10": 1, "20": 5}, beyond="refuse")
    with pytest.raises(MeasurementError, match=r"^20\.5 is outside 10 to 20$"):
        value_of(curve, Fraction("20.5"), SCALE)


def test_nothing_at_or_below_zero_is_on_a_logarithmic_axis():
    curve = function(axis="logarithmic", points={"1": 1, "16": 9}, beyond="extend")
    with pytest.raises(MeasurementError, match=r"^0 has no place on a logarithmic axis$"):
        value_of(curve, Fraction(0), SCALE)


def test_words_are_compared_without_regard_to_case_and_spaces():
    levels = function(words={"Quite Advanced": 4, "no": 1})
    assert value_of_word(levels, " quite  ADVANCED ").score == 4
    assert value_of_word(levels, "beginner") is None


def test_a_number_is_no_word():
    with pytest.raises(MeasurementError, match=r"^3 is not one of the words$") as caught:
        value_of(function(words={"low": 1, "high": 9}), Fraction(3), SCALE)
    assert caught.value.hint == "words: low, high"


def test_the_range_of_a_function_is_what_it_can_give():
    assert value_range(function(points={"0": 3, "1": 8}, words={"yes": 9}), SCALE) == (3, 9)
    assert value_range(function(points={"0": 3, "1": 8}, beyond="extend"), SCALE) == (1, 10)


def test_a_range_of_measurements_takes_in_the_points_inside():
    best_in_the_middle = function(points={"0": 1, "10": 9, "20": 1})
    low, high = value_over(best_in_the_middle, Fraction(5), Fraction(19), SCALE)
    assert (low.score, high.score) == (Fraction(9, 5), 9)


def test_a_score_that_the_curve_does_not_reach_has_no_measurement():
    assert measurement_for(function(points={"0": 3, "1": 8}), Fraction(9), SCALE) is None


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "a value function that gives no scores"),
        ({"points": {"0": 1}}, "a curve needs two points or more"),
        ({"points": {"a": 1, "1": 2}}, "expected a number, found 'a'"),
        ({"points": {"0": "x", "1": 2}}, "expected a number, found 'x'"),
        ({"points": [1]}, "expected a mapping, found a list"),
        ({"points": {}}, "expected a mapping, found an empty mapping"),
        ({"points": {"1": 1, "1.0": 2}}, "two scores for 1"),
        ({"words": {"low": "x"}}, "expected a number, found 'x'"),
        ({"words": {"a b": 1, "A  B": 2}}, "'A  B' is the same word as 'a b'"),
        ({"better": "less", "points": {"0": 1, "2": 3}}, "but 2 scores 3 and 0 scores 1"),
        ({"axis": "logarithmic", "better": "less"}, "a logarithmic axis without points"),
        ({"axis": "logarithmic", "points": {"0": 1, "2": 3}}, "0 has no place on a logarithmic"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_value_function(fields, message):
    with pytest.raises(ValueError, match=r".") as caught:
        function(**fields)
    (detail,) = caught.value.errors()
    assert message in detail["msg"]


def test_scores_off_the_scale():
    found = function(points={"0": 0, "1": 10}, words={"no": 11}).off_scale(SCALE)
    assert [(one.at, one.message) for one in found] == [
        (("points",), "score 0 of '0' is outside the scale 1-10"),
        (("words",), "score 11 of 'no' is outside the scale 1-10"),
    ]


def test_a_value_function_is_written_as_it_was_read():
    fields = {"points": {"0.5": 1, "2": "9.5"}, "words": {"yes": 10}}
    written = function(**fields).model_dump()
    assert written["points"] == {"0.5": 1.0, "2": 9.5}
    assert ValueFunction.model_validate({"points": function(**fields).points}).points[0] == (
        Decimal("0.5"),
        Decimal(1),
    )


numbers = st.decimals(min_value=1, max_value=1000, places=2)
curves = st.builds(
    lambda xs, ys, axis: function(
        points=dict(zip(map(str, sorted(xs)), map(str, sorted(ys)), strict=False)), axis=axis
    ),
    st.sets(numbers, min_size=4, max_size=4),
    st.sets(st.decimals(min_value=1, max_value=10, places=1), min_size=4, max_size=4),
    st.sampled_from(["linear", "logarithmic"]),
)


@given(curves, numbers, numbers)
def test_a_better_measurement_never_scores_lower(curve, one, other):
    low, high = sorted((Fraction(one), Fraction(other)))
    assert value_of(curve, low, SCALE).score <= value_of(curve, high, SCALE).score


@given(curves, numbers)
def test_the_score_is_within_what_the_function_can_give(curve, measurement):
    low, high = value_range(curve, SCALE)
    assert low <= value_of(curve, Fraction(measurement), SCALE).score <= high


@given(curves, st.fractions(min_value=1, max_value=10, max_denominator=50))
def test_the_inverse_leads_back_to_the_score(curve, score):
    low, high = value_range(curve, SCALE)
    measurement = measurement_for(curve, score, SCALE)
    if not low <= score <= high:
        assert measurement is None
        return
    back = value_of(curve, measurement, SCALE).score
    # on a logarithmic axis, the measurement is rounded to six decimal places
    assert back == score if curve.axis == "linear" else abs(back - score) < Fraction(1, 100)


@given(curves, numbers, numbers)
def test_a_range_holds_the_scores_of_all_its_measurements(curve, one, other):
    low, high = sorted((Fraction(one), Fraction(other)))
    lowest, highest = value_over(curve, low, high, SCALE)
    for at in (low, high, (low + high) / 2):
        assert lowest.score <= value_of(curve, at, SCALE).score <= highest.score


def test_words_that_were_read_already_are_taken_as_they_are():
    words = function(words={"yes": 10, "no": 1}).words
    assert function(words=words).words == words

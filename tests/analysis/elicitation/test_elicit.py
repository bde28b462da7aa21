"""Weights from an order of criteria: published values, properties, and what is refused."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from certeval.analysis.elicitation.elicit import Preference, elicit, importances
from certeval.analysis.elicitation.surrogate_weights import (
    FORMULAS,
    mean_by_group,
    rank_order_centroid,
    rank_reciprocal,
    rank_sum,
)
from certeval.analysis.rounding import signed
from certeval.errors import UnknownCriterionError, UsageError
from tests import builders

F = Fraction
# The weights of Barron and Barrett (1996), as they are printed, to four decimals
CENTROIDS = {
    1: ["1.0000"],
    2: [".7500", ".2500"],
    3: [".6111", ".2778", ".1111"],
    4: [".5208", ".2708", ".1458", ".0625"],
    5: [".4567", ".2567", ".1567", ".0900", ".0400"],
    6: [".4083", ".2417", ".1583", ".1028", ".0611", ".0278"],
}
THREE = builders.rubric({"a": 50, "b": 30, "c": 20})


def orders(smallest=1):
    """Criteria in groups, the most important first."""
    return st.lists(st.integers(1, 4), min_size=smallest, max_size=8).map(_named)


def _named(sizes):
    names = iter([f"c{number}" for number in range(sum(sizes))])
    return [[next(names) for _ in range(size)] for size in sizes]


def rubric_of(order):
    names = sorted(name for group in order for name in group)
    weights = dict.fromkeys(names, "0") | {names[0]: "100"}
    return builders.rubric(weights)


def weights(result):
    return {line.criterion: line.weight_percent.value for line in result.lines}


@pytest.mark.parametrize("count", CENTROIDS)
def test_the_published_centroids(count):
    found = rank_order_centroid(count)
    assert all(
        abs(exact - F(shown)) < F(1, 20000)
        for exact, shown in zip(found, CENTROIDS[count], strict=True)
    )
    assert sum(found) == 1


def test_three_criteria_exactly():
    assert rank_order_centroid(3) == (F(11, 18), F(5, 18), F(2, 18))
    assert rank_sum(3) == (F(3, 6), F(2, 6), F(1, 6))
    assert rank_reciprocal(3) == (F(6, 11), F(3, 11), F(2, 11))


@given(st.integers(1, 12))
def test_the_centroid_is_the_mean_of_the_corners_of_weightings_in_this_order(count):
    corners = [[F(1, size)] * size + [F()] * (count - size) for size in range(1, count + 1)]
    means = tuple(sum(parts) / count for parts in zip(*corners, strict=True))
    assert rank_order_centroid(count) == means


@given(st.sampled_from(sorted(FORMULAS)), st.integers(1, 30))
def test_formulas_fall_and_add_up_to_1(method, count):
    found = FORMULAS[method].weights(count)
    assert sum(found) == 1
    assert all(first > then > 0 for first, then in pairwise(found))


def test_equally_important_criteria_have_the_mean_weight_of_their_places():
    assert list(mean_by_group((F(1, 2), F(1, 3), F(1, 6)), (2, 1))) == [F(5, 12), F(1, 6)]
    result = elicit(THREE, Preference("rank-sum", [["b", "a"], ["c"]]))
    assert weights(result) == {"b": F(500, 12), "a": F(500, 12), "c": F(100, 6)}
    assert [(line.place, line.shared_by) for line in result.lines] == [(1, 2), (1, 2), (3, 1)]


def test_weights_are_in_proportion_to_points():
    preference = Preference(
        "swing", [["c"], ["a", "b"]], {"c": Decimal(0), "a": Decimal(50), "b": Decimal("12.5")}
    )
    result = elicit(THREE, preference)
    assert weights(result) == {"a": 80, "b": 20, "c": 0}
    assert [line.points.display for line in result.lines] == ["50", "12.5", "0"]
    assert [line.place for line in result.lines] == [1, 2, 3]
    assert [other.id for other in result.others] == ["roc", "rank-sum", "reciprocal"]
    assert [weight.criterion for weight in result.others[0].weights] == ["a", "b", "c"]


def test_criteria_with_the_same_points_share_a_place():
    points = {"a": Decimal(10), "b": Decimal("10.0"), "c": Decimal(20)}
    result = elicit(THREE, Preference("swing", [["a"], ["b"], ["c"]], points))
    assert [(line.criterion, line.place) for line in result.lines] == [
        ("c", 1), ("a", 2), ("b", 2),
    ]  # fmt: skip
    roc = result.others[0].weights
    assert [weight.weight_percent.value for weight in roc] == [F(1100, 18), F(350, 18), F(350, 18)]


def test_a_line():
    result = elicit(THREE, Preference("roc", [["b"], ["a"], ["c"]]), "r.yaml")
    assert (result.rubric.id, result.rubric.file) == ("rubric", "r.yaml")
    assert (result.method.id, result.method.title) == ("roc", "rank-order centroid")
    assert result.total_display == "100%"
    first, second, third = result.lines
    assert (first.criterion, first.title, first.question) == ("b", "B", "b?")
    assert (first.weight_percent.display, first.written_weight) == ("61.11%", 11)
    assert (first.rubric_percent.display, first.difference_points.display) == ("30%", "+31.11")
    assert second.difference_points.display == "-22.22"
    assert second.difference_points.value == F(500, 18) - 50
    assert third.written_weight == 2
    assert first.points.value is None
    assert [other.id for other in result.others] == ["rank-sum", "reciprocal"]


def test_weights_equal_to_the_rubrics_differ_by_0():
    halves = builders.rubric({"a": 75, "b": 25})
    result = elicit(halves, Preference("roc", [["a"], ["b"]]))
    assert [line.weight_percent.display for line in result.lines] == ["75%", "25%"]
    assert {line.difference_points.display for line in result.lines} == {"0"}


@pytest.mark.parametrize(
    ("method", "order", "message", "hint"),
    [
        ("roc", [], "missing criteria", "list them from most to least important: a, b, c"),
        (
            "roc",
            [["b"]],
            "missing from the order: a, c",
            "add them at the end, joined by commas if they are equally important",
        ),
        ("swing", [["b"]], "missing from the order: a, c", "add them with their points, as a=20"),
        ("roc", [["b"], ["a", "b"], ["c"]], "'b' is named twice", "name each criterion once"),
        (
            "swing",
            [["a"], ["b"], ["c"]],
            "all points are 0",
            "give the most important criterion 100",
        ),
    ],
)
def test_orders_that_are_refused(method, order, message, hint):
    points = {name: Decimal() for group in order for name in group} if method == "swing" else {}
    with pytest.raises(UsageError) as caught:
        elicit(THREE, Preference(method, order, points))
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_an_unknown_criterion():
    with pytest.raises(UnknownCriterionError) as caught:
        elicit(THREE, Preference("roc", [["a"], ["b"], ["d"]]))
    assert str(caught.value) == "criteria: the rubric has no criterion 'd'"


@given(orders(), st.sampled_from(sorted(FORMULAS)))
def test_weights_add_up_and_never_rise_along_the_order(order, method):
    result = elicit(rubric_of(order), Preference(method, order))
    _holds(result)
    assert [line.criterion for line in result.lines] == [name for group in order for name in group]
    for group in order:
        assert len({weights(result)[name] for name in group}) == 1


@example([Decimal("995.55"), Decimal("995.58"), Decimal("995.58")])
@given(st.lists(st.decimals(0, 1000, places=2), min_size=1, max_size=12).filter(any))
def test_points_add_up_and_never_rise_along_the_order(points):
    order = [[f"c{number}"] for number in range(len(points))]
    given = {f"c{number}": count for number, count in enumerate(points)}
    result = elicit(rubric_of(order), Preference("swing", order, given))
    _holds(result)
    assert [line.points.value for line in result.lines] == sorted(map(F, points), reverse=True)
    for line in result.lines:
        assert line.weight_percent.value * sum(map(F, points)) == line.points.value * 100


def _holds(result):
    exact = [line.weight_percent.value for line in result.lines]
    written = [line.written_weight for line in result.lines]
    assert sum(exact) == 100
    for falling in (exact, written, [-line.place for line in result.lines]):
        assert all(first >= then for first, then in pairwise(falling))
    for weight, shown in zip(exact, written, strict=True):
        assert weight * sum(written) == 100 * shown
    for other in result.others:
        assert sum(weight.weight_percent.value for weight in other.weights) == 100


proportions = st.lists(st.fractions(0, 1) | st.integers(0, 10**18), min_size=1).filter(any)


@given(proportions)
def test_importances_keep_the_order(given_weights):
    written = importances(list(map(F, given_weights)))
    for (one, shown), (other, seen) in product(zip(given_weights, written, strict=True), repeat=2):
        assert one != other or shown == seen
        assert one <= other or shown >= seen
    assert max(written) <= 10**12


def test_importances_are_exact_if_they_are_short():
    assert importances([F(11, 18), F(5, 18), F(1, 9)]) == [11, 5, 2]
    assert importances([F(100, 3)] * 3) == [1, 1, 1]
    assert importances([F(10**13), F(1)]) == [10**12, 0]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("0.25", "+0.25"), ("-0.1", "-0.10"), ("0", "0"), ("0.001", "+0.00"), ("-0.005", "-0.01")],
)
def test_a_difference_has_a_sign(value, shown):
    assert signed(F(value), 2) == shown

"""Each total of a tornado is what the scorer gives on the altered input."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.rounding import half_up
from certeval.analysis.score import score
from certeval.analysis.sensitivity.tornado import Perturbation, tornado
from tests import builders
from tests.analysis.comparison_cases import BANDS, as_given, contests, few, rivals, shifted

points = st.decimals("0.1", 12, places=1)
rates = st.decimals(1, 100, places=0)
alone = contests(fewest=1, most=1, bands=BANDS)


def bars(found, points=1, percent=20):
    return tornado(found.cards[0], found.rubric, Perturbation(Decimal(points), Decimal(percent)))


def named(found, **more):
    return [(one.criterion, one.moved) for one in bars(found, **more)]


@few
@given(alone, points, rates)
def test_each_total_is_what_the_scorer_gives(found, by, rate):
    (case,), (card,) = found.cases, found.cards
    weights = {line.criterion: line.weight_percent.value for line in card.lines}
    places = list(weights)
    for bar in bars(found, by, rate):
        for end, total in (
            (bar.lower.value, bar.total_at_lower.value),
            (bar.higher.value, bar.total_at_higher.value),
        ):
            if bar.moved == "score":
                raw = Decimal(end.numerator) / end.denominator
                again = score(case, overrides={bar.criterion: raw})
            else:
                moved = shifted(list(weights.values()), places.index(bar.criterion), end)
                given = as_given(dict(zip(places, moved, strict=True)))
                again = score(case, weights=given, normalize=True)
            assert again.total.value == total


@few
@given(alone, points, rates)
def test_scores_and_weights_stay_within_their_limits(found, by, rate):
    (card,) = found.cards
    lines = {line.criterion: line for line in card.lines}
    for bar in bars(found, by, rate):
        line = lines[bar.criterion]
        now = line.raw.value if bar.moved == "score" else line.weight_percent.value
        change = Fraction(by) if bar.moved == "score" else now * Fraction(rate) / 100
        most = 10 if bar.moved == "score" else 100
        assert bar.lower.value == max(0, now - change)
        assert bar.higher.value == min(most, now + change)


@few
@given(alone, points, rates)
def test_the_widest_comes_first_and_shares_place_each_in_the_span(found, by, rate):
    (card,) = found.cards
    moved = bars(found, by, rate)
    widths = [one.width.value for one in moved]
    assert widths == sorted(widths, reverse=True)
    least, most = min(one.least for one in moved), max(one.most for one in moved)
    for one in moved:
        assert {one.least, one.most} == {one.total_at_lower.value, one.total_at_higher.value}
        assert one.width.value == one.most - one.least
        assert one.least <= card.total.value <= one.most
        assert 0 <= one.least_share <= one.total_share <= one.most_share <= 1
        if most > least:
            assert one.least_share == (one.least - least) / (most - least)
            assert one.total_share == (card.total.value - least) / (most - least)
            assert one.most_share == (one.most - least) / (most - least)


@few
@given(alone, points, rates)
def test_verdicts_are_those_of_the_ends(found, by, rate):
    (card,) = found.cards
    for one in bars(found, by, rate):
        ends = {found.rubric.band_of(half_up(end, 1)).label for end in (one.least, one.most)}
        assert set(one.verdicts) == ends - {card.band.label}


def test_a_weight_of_all_100_percent_is_not_moved():
    assert named(rivals([100], [[5]])) == [("c0", "score")]
    assert named(rivals([100, 0], [[5, 7]])) == [("c0", "score")]


def test_a_criterion_of_weight_0_moves_nothing_and_is_left_out():
    found = {one.criterion for one in bars(rivals([50, 0, 50], [[5, 7, 6]]))}
    assert found == {"c0", "c2"}


def test_nothing_moves_at_all():
    (one,) = bars(rivals([100], [[5]]), points="0.000000000000001")
    assert one.width.value == Fraction(2, 10**15)
    both = bars(rivals([100, 0], [[10, 10]], 9.5), points=1)
    assert both[0].most_share == both[0].total_share == 1
    level = bars(rivals([0, 100], [["9.5", "9.5"]], 9.5, 10), points=1)
    assert {one.total_share for one in level} == {0}


def test_a_higher_weight_of_a_low_score_lowers_the_total():
    found = {(one.criterion, one.moved): one for one in bars(rivals([50, 50], [[8, 4]]))}
    weight = found["c1", "weight"]
    assert (weight.lower.value, weight.higher.value) == (40, 60)
    assert (weight.total_at_lower.value, weight.total_at_higher.value) == (
        Fraction("6.4"),
        Fraction("5.6"),
    )
    assert (weight.least, weight.most) == (Fraction("5.6"), Fraction("6.4"))
    assert (str(weight.total_at_lower), str(weight.total_at_higher)) == ("6.4", "5.6")


def test_as_displayed():
    found = rivals([75, 25], {"x": ["9.5", 3]}, bands=BANDS)
    shown = [
        (
            one.title,
            one.moved,
            *map(str, (one.lower, one.higher, one.total_at_lower, one.total_at_higher, one.width)),
        )
        for one in bars(found, points=1, percent=50)
    ]
    assert shown == [
        ("C0", "weight", "37.5", "100.0", "5.438", "9.500", "4.063"),
        ("C1", "weight", "12.5", "37.5", "8.688", "7.063", "1.625"),
        ("C0", "score", "8.5", "10.0", "7.125", "8.250", "1.125"),
        ("C1", "score", "2", "4", "7.625", "8.125", "0.500"),
    ]  # fmt: skip
    assert [one.verdicts for one in bars(found, points=1, percent=50)] == [
        ("fair",), (), (), (),
    ]  # fmt: skip
    assert {one.alternative for one in bars(found)} == {"x"}


def test_without_bands_there_are_no_verdicts():
    assert {one.verdicts for one in bars(rivals([50, 50], [[8, 4]]), points=5)} == {()}


def test_the_audiences_scores_and_weights_are_what_is_moved():
    (case,) = rivals([50, 50], {"x": [8, 4]}).cases
    reader = builders.audience(
        adjustments=[builders.adjustment("c1", 1)],
        weights=[
            {"criterion": f"c{at}", "weight_percent": weight, "source": "me"}
            for at, weight in enumerate(("20", "80"))
        ],
    )
    card = score(replace(case, audience=reader))
    first = tornado(card, case.rubric, Perturbation(Decimal(1), Decimal(10)))[0]
    assert (first.criterion, first.lower.value, first.higher.value) == ("c1", 4, 6)
    assert (first.least, first.most) == (Fraction("4.8"), Fraction("6.4"))

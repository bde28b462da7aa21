"""Inside an interval the answer stays the same, just outside it does not: checked on a grid."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import competition_ranks, score_all
from certeval.analysis.rounding import half_up, percent
from certeval.analysis.score import score
from certeval.analysis.sensitivity.stability import stability, verdict_stability
from tests.analysis.comparison_cases import BANDS, as_given, contests, few, rivals, shifted, totals

COARSE = [Fraction(step) for step in range(0, 101, 4)]
FINE = [Fraction(step, 4) for step in range(401)]
A_LITTLE = Fraction(1, 10**9)
starts = st.lists(st.integers(1, 19), unique=True, max_size=4)


def around(interval, grid=COARSE):
    """A grid of weights, the ends of *interval*, and just beyond and just within them."""
    ends = (interval.low_percent.value, interval.high_percent.value)
    close = {end + by for end in ends for by in (-A_LITTLE, 0, A_LITTLE)}
    return sorted({*grid, *(weight for weight in close if 0 <= weight <= 100)})


def shown(interval):
    """The ends of *interval* as people see them."""
    return f"{interval.low_percent} to {interval.high_percent}"


def column(found, at, weight):
    """The totals where the criterion *at* has *weight* percent."""
    return totals(shifted(found.matrix.weights, at, weight), found.matrix.scores)


def best(found, at, weight):
    found_totals = column(found, at, weight)
    pairs = zip(found.ids, found_totals, strict=True)
    return {name for name, total in pairs if total == max(found_totals)}


@few
@given(contests())
def test_the_leader_stays_first_inside_and_not_outside(found):
    ranks = competition_ranks(found.matrix.totals)
    first = {name for name, rank in zip(found.ids, ranks, strict=True) if rank == 1}
    for at, one in enumerate(stability(found.matrix, found.ids)):
        if one.weight_percent.value == 100:
            assert one.winner is None
            continue
        assert (
            one.winner.low_percent.value
            <= one.weight_percent.value
            <= one.winner.high_percent.value
        )
        for weight in around(one.winner):
            inside = one.winner.low_percent.value <= weight <= one.winner.high_percent.value
            assert (first <= best(found, at, weight)) == inside


@few
@given(contests())
def test_no_rank_changes_inside_and_some_do_outside(found):
    now = competition_ranks(found.matrix.totals)
    for at, one in enumerate(stability(found.matrix, found.ids)):
        if one.weight_percent.value == 100:
            assert one.ranking is None
            continue
        assert (
            one.ranking.low_percent.value
            <= one.weight_percent.value
            <= one.ranking.high_percent.value
        )
        assert one.winner.low_percent.value <= one.ranking.low_percent.value
        assert one.ranking.high_percent.value <= one.winner.high_percent.value
        for weight in around(one.ranking):
            if one.ranking.low_percent.value < weight < one.ranking.high_percent.value:
                assert competition_ranks(column(found, at, weight)) == now
            elif not one.ranking.low_percent.value <= weight <= one.ranking.high_percent.value:
                assert competition_ranks(column(found, at, weight)) != now


@few
@given(contests())
def test_just_beyond_an_end_there_is_the_new_leader(found):
    for at, one in enumerate(stability(found.matrix, found.ids)):
        if one.winner is None:
            continue
        low, high = one.winner.low_percent.value, one.winner.high_percent.value
        assert bool(one.winner.below) == (low > 0)
        assert bool(one.winner.above) == (high < 100)
        if one.winner.below:
            assert best(found, at, low - A_LITTLE) == {name for (name,) in one.winner.below}
        if one.winner.above:
            assert best(found, at, high + A_LITTLE) == {name for (name,) in one.winner.above}


@few
@given(contests())
def test_just_beyond_an_end_there_is_the_new_order(found):
    def ahead(at, weight):
        total = dict(zip(found.ids, column(found, at, weight), strict=True))
        return {
            (one, other) for one in found.ids for other in found.ids if total[one] > total[other]
        }

    for at, one in enumerate(stability(found.matrix, found.ids)):
        if one.ranking is None:
            continue
        now = ahead(at, one.weight_percent.value)
        if one.ranking.below:
            changed = ahead(at, one.ranking.low_percent.value - A_LITTLE) - now
            assert changed == set(one.ranking.below)
        if one.ranking.above:
            changed = ahead(at, one.ranking.high_percent.value + A_LITTLE) - now
            assert changed == set(one.ranking.above)


def test_a_fine_grid():
    weights, rows = [40, 30, 20, 10], [[8, 7, 5, 6], [6, 8, 8, 7], [6, 7, "6.5", 7]]
    found = rivals(weights, rows)
    now = competition_ranks(found.matrix.totals)
    assert now == (2, 1, 3)
    for at, one in enumerate(stability(found.matrix, found.ids)):
        for weight in around(one.winner, FINE):
            inside = one.winner.low_percent.value <= weight <= one.winner.high_percent.value
            assert ("b" in best(found, at, weight)) == inside
        for weight in around(one.ranking, FINE):
            if weight not in (one.ranking.low_percent.value, one.ranking.high_percent.value):
                inside = one.ranking.low_percent.value < weight < one.ranking.high_percent.value
                assert (competition_ranks(column(found, at, weight)) == now) == inside


def test_two_that_cross():
    found = rivals([40, 60], {"x": [9, 5], "y": [4, 7]})
    first, second = stability(found.matrix, found.ids)
    assert [card.total.value for card in found.cards] == [Fraction("6.6"), Fraction("5.8")]
    low = Fraction(200, 7)  # 9 t + 5 (1 - t) = 4 t + 7 (1 - t)
    assert (first.winner.low_percent.value, first.winner.high_percent.value) == (low, 100)
    assert (first.winner.below, first.winner.above) == ((("y",),), ())
    assert shown(first.winner) == "28.6% to 100%"
    assert (second.winner.low_percent.value, second.winner.high_percent.value) == (0, 100 - low)
    assert (second.winner.below, second.winner.above) == ((), (("y",),))
    assert first.ranking.below == (("y", "x"),)
    assert (first.criterion, first.title, str(first.weight_percent)) == ("c0", "C0", "40%")
    assert first.verdict is None


def test_a_dominant_one_stays_first_whatever_the_weight():
    found = rivals([40, 60], [[9, 7], [4, 7]])
    for one in stability(found.matrix, found.ids):
        assert shown(one.winner) == shown(one.ranking) == "0% to 100%"
        assert one.winner.below == one.winner.above == ()


def test_identical_ones_stay_level_whatever_the_weight():
    found = rivals([40, 60], [[9, 7], [9, 7]])
    for one in stability(found.matrix, found.ids):
        assert shown(one.winner) == shown(one.ranking) == "0% to 100%"


def test_a_tie_has_no_room():
    found = rivals([50, 50], {"x": [8, 6], "y": [6, 8]})
    first, _ = stability(found.matrix, found.ids)
    assert shown(first.winner) == "50% to 50%"
    assert (first.winner.below, first.winner.above) == ((("y",),), (("x",),))
    assert first.ranking.below == (("y", "x"),)


def test_a_criterion_of_weight_0():
    found = rivals([0, 100], {"x": [2, 8], "y": [8, 6]})
    first, second = stability(found.matrix, found.ids)
    assert shown(first.winner) == "0% to 25%"
    assert first.winner.above == (("y",),)
    assert (second.winner, second.ranking) == (None, None)
    assert second.weight_percent.value == 100


def test_a_tie_at_weight_0():
    found = rivals([0, 100], {"x": [2, 8], "y": [8, 8]})
    first, _ = stability(found.matrix, found.ids)
    assert (shown(first.winner), first.winner.above) == ("0% to 0%", (("y",),))


def test_several_that_tie_at_an_end():
    found = rivals([40, 60], {"x": [9, 5], "y": [4, 7], "z": [4, 7]})
    first, _ = stability(found.matrix, found.ids)
    assert first.winner.below == (("y",), ("z",))
    assert first.ranking.below == (("y", "x"), ("z", "x"))


def test_of_several_that_meet_at_an_end_the_steepest_is_first_beyond_it():
    found = rivals([20, 80], {"x": [0, 8], "y": [8, 4], "z": [4, 6]})
    first, _ = stability(found.matrix, found.ids)
    half = column(found, 0, Fraction(100, 3))
    assert half == [Fraction(16, 3)] * 3, "all three tie there"
    assert best(found, 0, Fraction(34)) == {"y"}
    assert first.winner.above == (("y",),)


def test_the_interval_is_around_the_weights_in_use():
    cases = rivals([40, 60], {"x": [9, 5], "y": [4, 7]}).cases
    tried = rivals([20, 80], {"x": [9, 5], "y": [4, 7]})
    cards = score_all(cases, weights={"c0": Decimal(20), "c1": Decimal(80)})
    assert [card.total.value for card in cards] == [card.total.value for card in tried.cards]
    first, _ = stability(tried.matrix, tried.ids)
    assert shown(first.winner) == "0% to 28.6%"


@few
@given(contests(fewest=1, most=1), starts, st.integers(0, 2))
def test_the_verdict_stays_inside_and_not_outside(found, lowest, places):
    # Bands that the printed rating can tell apart.
    lowest = {Decimal(start) / 2 for start in lowest if places or start % 2 == 0}
    bands = [
        {"from": str(start), "label": f"from {start}", "meaning": "so"}
        for start in sorted({Decimal(0), *lowest}, reverse=True)
    ]
    rounding = {"rating_places": str(places)}
    weights = [criterion.weight_percent for criterion in found.rubric.criteria]
    row = [item.raw for item in found.cases[0].certificate.scores]
    found = rivals(weights, [row], bands=bands, rounding=rounding)
    (card,) = found.cards
    for at, one in enumerate(verdict_stability(card, found.rubric)):
        if one.weight_percent.value == 100:
            assert one.verdict is None
            continue
        low, high = one.verdict.low_percent.value, one.verdict.high_percent.value
        assert low <= one.weight_percent.value <= high
        for weight in around(one.verdict):
            (total,) = column(found, at, weight)
            label = found.rubric.band_of(half_up(total, places)).label
            if low < weight < high:
                assert label == card.band.label
            elif weight < low:
                assert label != card.band.label
                if weight == low - A_LITTLE:
                    assert one.verdict.below == ((label,),)
            elif weight > high:
                assert label != card.band.label
                if weight == high + A_LITTLE:
                    assert one.verdict.above == ((label,),)


@few
@given(contests(fewest=1, most=1, criteria=(2, 4), bands=BANDS))
def test_the_scorer_agrees_on_the_verdict(found):
    (case,), (card,) = found.cases, found.cards
    names = [line.criterion for line in card.lines]
    weights = [line.weight_percent.value for line in card.lines]
    for at, one in enumerate(verdict_stability(card, found.rubric)):
        if one.verdict:
            for weight in (
                one.verdict.low_percent.value / 2,
                (100 + one.verdict.high_percent.value) / 2,
            ):
                moved = shifted(weights, at, weight)
                given = as_given(dict(zip(names, moved, strict=True)))
                band = score(case, weights=given, normalize=True).band
                inside = one.verdict.low_percent.value <= weight <= one.verdict.high_percent.value
                assert (band == card.band) == inside


def test_a_verdict_without_bands_is_not_asked_for():
    found = rivals([40, 60], [[9, 7]])
    assert {one.verdict for one in verdict_stability(found.cards[0], found.rubric)} == {None}


def test_a_single_band_applies_everywhere():
    found = rivals([40, 60], [[9, 7]], bands=BANDS[-1:])
    ends = {shown(one.verdict) for one in verdict_stability(found.cards[0], found.rubric)}
    assert ends == {"0% to 100%"}


def test_a_verdict_that_no_printed_rating_can_have_does_not_come_next():
    bands = [
        {"from": start, "label": f"from {start}", "meaning": "so"} for start in ("0.2", "0.1", "0")
    ]
    found = rivals([50, 50], [[1, 0]], bands=bands, rounding={"rating_places": "0"})
    assert found.cards[0].band.label == "from 0.2"
    first, _ = verdict_stability(found.cards[0], found.rubric)
    assert first.verdict.low_percent.value == 50  # less than half a point is printed as 0
    assert first.verdict.below == (("from 0",),)


def test_a_verdict_turns_where_the_printed_rating_does():
    found = rivals([50, 50], {"x": [9, 5]}, bands=BANDS)
    first, second = verdict_stability(found.cards[0], found.rubric)
    assert found.cards[0].rating.display == "7.0"
    assert first.verdict.low_percent.value == Fraction("48.75")  # a total of 6.95 is printed as 7.0
    assert (first.verdict.below, first.verdict.above) == ((("fair",),), ())
    assert shown(first.verdict) == "48.8% to 100%"
    assert second.verdict.high_percent.value == Fraction("51.25")
    assert (first.winner, first.ranking) == (None, None)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(20), "20%"),
        (Fraction("12.5"), "12.5%"),
        (Fraction("12.25"), "12.3%"),
        (Fraction(200, 7), "28.6%"),
        (Fraction(0), "0%"),
        (Fraction(2, 3), "0.7%"),
        (Fraction("99.96"), "100.0%"),
    ],
)
def test_percent(value, text):
    assert percent(value) == text

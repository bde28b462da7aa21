"""Ties: which change of a weight, or of a score, makes two totals equal."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from certeval.analysis.decision_matrix import alternatives
from certeval.analysis.rounding import places_of
from certeval.analysis.score import score
from certeval.analysis.sensitivity.critical_criterion import critical, ties
from certeval.analysis.sensitivity.stability import stability
from tests.analysis.comparison_cases import as_given, contests, few, rivals

TITLES = {f"c{at}": f"C{at}" for at in range(9)}


def tied(found):
    return ties(found.matrix, alternatives(found.cards), found.rubric.scale)


def rows_of(found):
    return dict(zip(found.ids, found.matrix.scores, strict=True))


def totals_of(found):
    return dict(zip(found.ids, found.matrix.totals, strict=True))


@few
@given(contests())
def test_each_pair_and_criterion_once_the_better_one_first(found):
    told = tied(found)
    count = len(found.ids)
    assert len(told) == count * (count - 1) // 2 * len(found.matrix.criteria)
    assert len({(tie.ahead, tie.behind, tie.criterion) for tie in told}) == len(told)
    totals = totals_of(found)
    ranked = [totals[tie.ahead] for tie in told]
    assert all(totals[tie.ahead] >= totals[tie.behind] for tie in told)
    assert ranked == sorted(ranked, reverse=True), "the pairs with the first come first"


@few
@given(contests())
def test_the_published_formula(found):
    rows, totals = rows_of(found), totals_of(found)
    shares = [weight / 100 for weight in found.matrix.weights]
    for tie in tied(found):
        at = found.matrix.criteria.index(tie.criterion)
        one, other, share = rows[tie.ahead][at], rows[tie.behind][at], shares[at]
        assert tie.tied == (totals[tie.ahead] == totals[tie.behind])
        if tie.tied:
            assert (tie.weight_change, tie.new_weight_display) == (0, "tied")
            continue
        if one == other:
            assert tie.weight_change is None
            assert not tie.weight_feasible
            assert tie.relative_percent is None
            assert tie.new_weight_percent is None
            continue
        delta = (totals[tie.behind] - totals[tie.ahead]) / (other - one)
        assert tie.weight_change == -100 * delta
        assert tie.weight_feasible == (delta <= share and delta < 1), "some weight has to be left"
        assert tie.relative_percent == (100 * abs(delta) / share if share else None)
        if tie.weight_feasible:
            assert tie.new_weight_percent == 100 * (share - delta) / (1 - delta)
            assert 0 <= tie.new_weight_percent <= 100
        else:
            assert tie.new_weight_percent is None


@few
@given(contests())
def test_the_scorer_ties_the_two_under_the_changed_weight(found):
    cases = {case.certificate.id: case for case in found.cases}
    for tie in tied(found):
        if tie.new_weight_percent is not None:
            weights = dict(zip(found.matrix.criteria, found.matrix.weights, strict=True))
            weights[tie.criterion] += tie.weight_change
            one, other = (
                score(cases[name], weights=as_given(weights), normalize=True)
                for name in (tie.ahead, tie.behind)
            )
            assert one.total == other.total
            (line,) = [line for line in one.lines if line.criterion == tie.criterion]
            assert line.weight_percent == tie.new_weight_percent


@few
@given(contests())
def test_the_scorer_ties_the_two_under_the_changed_score(found):
    cases, totals = {case.certificate.id: case for case in found.cases}, totals_of(found)
    for tie in tied(found):
        for name, other, raw, feasible in (
            (tie.behind, tie.ahead, tie.needed_raw, tie.needed_feasible),
            (tie.ahead, tie.behind, tie.lowered_raw, tie.lowered_feasible),
        ):
            if tie.weight_percent == 0:
                assert raw is None
            assert feasible == (raw is not None and 0 <= raw <= 10)
            if feasible and places_of(raw) is not None:
                exact = Decimal(raw.numerator) / raw.denominator
                tried = score(cases[name], overrides={tie.criterion: exact})
                assert tried.total == totals[other]


@few
@given(contests())
def test_after_rescaling_the_ties_are_the_ends_of_the_stability_intervals(found):
    told, totals = tied(found), totals_of(found)
    first = alternatives(found.cards)
    alone = sum(one.rank == 1 for one in first) == 1
    for one in stability(found.matrix, found.ids):
        if one.winner is None:
            continue
        mine = [tie for tie in told if tie.criterion == one.criterion and not tie.tied]
        for interval, pairs in (
            (one.ranking, mine),
            (one.winner, [tie for tie in mine if totals[tie.ahead] == max(totals.values())]),
        ):
            points = {tie.new_weight_percent for tie in pairs if tie.new_weight_percent is not None}
            ends = {interval.low_percent, interval.high_percent}
            level = {one.weight_percent} if any(tie.tied for tie in told) else set()
            assert ends <= points | level | {0, 100}
            if interval is one.ranking or alone:
                inside = {
                    point for point in points
                    if interval.low_percent < point < interval.high_percent
                }  # fmt: skip
                assert inside == set(), "nobody ties inside"


@few
@given(contests())
def test_the_critical_criteria_have_the_smallest_relative_change(found):
    told = tied(found)
    first = [one.id for one in alternatives(found.cards) if one.rank == 1]
    for winners in (first, None):
        reachable = [
            tie
            for tie in told
            if tie.weight_feasible
            and not tie.tied
            and tie.relative_percent is not None
            and (winners is None or tie.ahead in winners)
        ]
        result = critical(told, TITLES, winners)
        if not reachable:
            assert (result.criteria, result.relative_percent) == ((), None)
            continue
        least = min(tie.relative_percent for tie in reachable)
        assert result.relative_percent == least
        assert set(result.criteria) == {
            tie.criterion for tie in reachable if tie.relative_percent == least
        }


@few
@given(contests())
def test_any_two_tie_no_later_than_two_with_the_first(found):
    told = tied(found)
    first = [one.id for one in alternatives(found.cards) if one.rank == 1]
    top, anyone = critical(told, TITLES, first), critical(told, TITLES)
    if top.relative_percent is not None:
        assert anyone.relative_percent <= top.relative_percent


def test_a_worked_example():
    # 40 % and 60 %: X = 6.6, Y = 5.8. delta = (5.8 - 6.6) / (4 - 9) = 0.16 of the first weight,
    # and (5.8 - 6.6) / (7 - 5) = -0.4 of the second, which is to say that it has to grow.
    found = rivals([40, 60], {"x": [9, 5], "y": [4, 7]})
    first, second = tied(found)
    assert (first.ahead, first.behind, first.criterion) == ("x", "y", "c0")
    assert (first.weight_change, first.relative_percent) == (-16, 40)
    assert (first.relative_display, first.weight_feasible) == ("-40%", True)
    assert (first.new_weight_percent, first.new_weight_display) == (Fraction(200, 7), "28.6%")
    assert (second.weight_change, second.relative_percent) == (40, Fraction(200, 3))
    assert (second.relative_display, second.new_weight_display) == ("+66.7%", "71.4%")
    assert (first.raw, first.needed_raw, first.lowered_raw) == (4, 6, 7)
    assert (first.needed_display, first.lowered_display) == ("6", "7")
    assert second.needed_raw == 7 + Fraction(4, 3)
    assert second.needed_display == "about 8.333"
    assert critical((first, second), TITLES, ["x"]).display == (
        "C0: lowering its weight by 40% (before rescaling to 100%) would produce a tie for first."
    )
    assert critical((first, second), TITLES).display == (
        "C0: lowering its weight by 40% (before rescaling to 100%) would produce a tie between "
        "any two."
    )


def test_a_weight_cannot_fall_below_nothing():
    # 10 % and 90 %: X = 8.3, Y = 6.4; delta = (6.4 - 8.3) / (1 - 2) = 1.9, more than there is.
    found = rivals([10, 90], {"x": [2, 9], "y": [1, 7]})
    first, second = tied(found)
    assert (first.weight_change, first.weight_feasible) == (-190, False)
    assert (first.new_weight_percent, first.new_weight_display) == (None, "none")
    assert first.relative_display == ""
    assert (second.weight_feasible, first.needed_display) == (False, "out of range")
    assert not first.needed_feasible
    assert critical((first, second), TITLES).display == (
        "No change of one weight alone would produce a tie between any two."
    )
    assert critical((first, second), TITLES, ["x"]).display == (
        "No change of one weight alone would produce a tie for first."
    )


def test_those_that_tie_as_it_is_are_no_news():
    found = rivals([50, 50], {"x": [8, 6], "y": [7, 7], "z": [1, 1]})
    (first, *_) = tied(found)
    assert (first.tied, first.weight_change, first.new_weight_display) == (True, 0, "tied")
    assert critical(tied(found), TITLES).criteria == ()
    alike = critical(tied(rivals([50, 50], {"x": [8, 6], "w": [8, 6]})), TITLES, ["x", "w"])
    assert (alike.criteria, alike.display) == ((), "All of them tie already.")


def test_all_criteria_that_tie_for_the_critical_one():
    found = rivals([50, 50], {"x": [8, 8], "y": [9, 5], "z": [5, 9]})
    result = critical(tied(found), TITLES)
    assert (result.criteria, result.relative_percent) == (("c1", "c0"), Fraction(200, 3))
    assert result.display == (
        "C1 or C0: lowering its weight by 66.7% (before rescaling to 100%) would produce a tie "
        "between any two."
    )


def test_percent_any_may_be_less_than_percent_top():
    found = rivals([50, 50], {"x": [10, 9], "y": [6, 4], "z": ["4.5", 5]})
    told = tied(found)
    assert critical(told, TITLES, ["x"]).criteria == ()
    assert critical(told, TITLES).criteria == ("c0",)
    assert critical(told, TITLES).relative_percent == Fraction(100, 3)


def test_a_criterion_of_weight_0_has_no_relative_change_and_no_score():
    found = rivals([0, 100], {"x": [2, 8], "y": [8, 6]})
    first, second = tied(found)
    assert (first.relative_percent, first.relative_display) == (None, "")
    assert first.new_weight_percent == 25
    assert (first.needed_raw, first.lowered_raw) == (None, None)
    assert not first.needed_feasible
    assert not first.lowered_feasible
    assert second.needed_raw == 8


def test_a_weight_of_all_100_percent_leads_to_no_tie():
    found = rivals([100, 0], {"x": [8, 2], "y": [6, 9]})
    first, second = tied(found)
    assert first.new_weight_percent is None, "without it there is no weight left at all"
    assert second.new_weight_percent == Fraction(200, 9)


def test_a_tie_without_any_weight_left_is_said_as_such():
    found = rivals([50, 50], {"x": [9, 5], "y": [5, 5]})
    tie = next(tie for tie in tied(found) if tie.criterion == "c0")
    assert (tie.weight_change, tie.relative_display) == (-50, "-100%")
    assert (tie.new_weight_percent, tie.new_weight_display) == (0, "0%")
    assert critical(tied(found), TITLES, ["x"]).criteria == ("c0",)

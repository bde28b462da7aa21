"""Ties: which change of a weight, or of a score, makes two totals equal."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from certeval.analysis.decision_matrix import alternatives
from certeval.analysis.rounding import places_of
from certeval.analysis.score import score
from certeval.analysis.sensitivity.critical_criterion import critical_criterion, tie_conditions
from certeval.analysis.sensitivity.stability import stability
from certeval.render.layout.sensitivity import WORDS
from certeval.results.sensitivity import CriticalCriterion, TieCondition
from tests.analysis.comparison_cases import as_given, contests, few, rivals


def value(figure):
    return figure.value if figure else None


def shown(tie, name):
    return WORDS[TieCondition][f"{name}_display"](tie)


def sentence(critical):
    return WORDS[CriticalCriterion]["display"](critical)


def conditions(found):
    return tie_conditions(found.matrix, alternatives(found.cards), found.rubric.scale)


def rows_of(found):
    return dict(zip(found.ids, found.matrix.scores, strict=True))


def totals_of(found):
    return dict(zip(found.ids, found.matrix.totals, strict=True))


@few
@given(contests())
def test_each_pair_and_criterion_once_the_better_one_first(found):
    ties = conditions(found)
    count = len(found.ids)
    assert len(ties) == count * (count - 1) // 2 * len(found.matrix.criteria)
    assert len({(tie.ahead, tie.behind, tie.criterion) for tie in ties}) == len(ties)
    totals = totals_of(found)
    ranked = [totals[tie.ahead] for tie in ties]
    assert all(totals[tie.ahead] >= totals[tie.behind] for tie in ties)
    assert ranked == sorted(ranked, reverse=True), "the pairs with the first come first"


@few
@given(contests())
def test_the_published_formula(found):
    rows, totals = rows_of(found), totals_of(found)
    shares = [weight / 100 for weight in found.matrix.weights]
    for tie in conditions(found):
        at = found.matrix.criteria.index(tie.criterion)
        one, other, share = rows[tie.ahead][at], rows[tie.behind][at], shares[at]
        assert tie.tied == (totals[tie.ahead] == totals[tie.behind])
        if tie.tied:
            assert (tie.weight_change, shown(tie, "new_weight")) == (0, "tied")
            continue
        if one == other:
            assert tie.weight_change is None
            assert not tie.weight_feasible
            assert value(tie.relative_percent) is None
            assert value(tie.new_weight_percent) is None
            continue
        delta = (totals[tie.behind] - totals[tie.ahead]) / (other - one)
        assert tie.weight_change == -100 * delta
        assert tie.weight_feasible == (delta <= share and delta < 1), "some weight has to be left"
        assert value(tie.relative_percent) == (100 * abs(delta) / share if share else None)
        if tie.weight_feasible:
            assert value(tie.new_weight_percent) == 100 * (share - delta) / (1 - delta)
            assert 0 <= value(tie.new_weight_percent) <= 100
        else:
            assert value(tie.new_weight_percent) is None


@few
@given(contests())
def test_the_scorer_ties_the_two_under_the_changed_weight(found):
    cases = {case.certificate.id: case for case in found.cases}
    for tie in conditions(found):
        if value(tie.new_weight_percent) is not None:
            weights = dict(zip(found.matrix.criteria, found.matrix.weights, strict=True))
            weights[tie.criterion] += tie.weight_change
            one, other = (
                score(cases[name], weights=as_given(weights), normalize=True)
                for name in (tie.ahead, tie.behind)
            )
            assert one.total.value == other.total.value
            (line,) = [line for line in one.lines if line.criterion == tie.criterion]
            assert line.weight_percent.value == value(tie.new_weight_percent)


@few
@given(contests())
def test_the_scorer_ties_the_two_under_the_changed_score(found):
    cases, totals = {case.certificate.id: case for case in found.cases}, totals_of(found)
    for tie in conditions(found):
        for name, other, raw, feasible in (
            (tie.behind, tie.ahead, value(tie.needed_raw), tie.needed_feasible),
            (tie.ahead, tie.behind, value(tie.lowered_raw), tie.lowered_feasible),
        ):
            if tie.weight_percent.value == 0:
                assert raw is None
            assert feasible == (raw is not None and 0 <= raw <= 10)
            if feasible and places_of(raw) is not None:
                exact = Decimal(raw.numerator) / raw.denominator
                tried = score(cases[name], overrides={tie.criterion: exact})
                assert tried.total.value == totals[other]


@few
@given(contests())
def test_after_rescaling_the_ties_are_the_ends_of_the_stability_intervals(found):
    ties, totals = conditions(found), totals_of(found)
    first = alternatives(found.cards)
    alone = sum(one.rank == 1 for one in first) == 1
    for one in stability(found.matrix, found.ids):
        if one.winner is None:
            continue
        mine = [tie for tie in ties if tie.criterion == one.criterion and not tie.tied]
        for interval, pairs in (
            (one.ranking, mine),
            (one.winner, [tie for tie in mine if totals[tie.ahead] == max(totals.values())]),
        ):
            points = {
                value(tie.new_weight_percent)
                for tie in pairs
                if value(tie.new_weight_percent) is not None
            }
            ends = {interval.low_percent.value, interval.high_percent.value}
            level = {one.weight_percent.value} if any(tie.tied for tie in ties) else set()
            assert ends <= points | level | {0, 100}
            if interval is one.ranking or alone:
                inside = {
                    point for point in points
                    if interval.low_percent.value < point < interval.high_percent.value
                }  # fmt: skip
                assert inside == set(), "there is no tie inside"


@few
@given(contests())
def test_the_critical_criteria_have_the_smallest_relative_change(found):
    ties = conditions(found)
    first = [one.id for one in alternatives(found.cards) if one.rank == 1]
    for winners in (first, None):
        reachable = [
            tie
            for tie in ties
            if tie.weight_feasible
            and not tie.tied
            and value(tie.relative_percent) is not None
            and (winners is None or tie.ahead in winners)
        ]
        result = critical_criterion(ties, winners)
        if not reachable:
            assert (result.criteria, value(result.relative_percent)) == ((), None)
            continue
        least = min(value(tie.relative_percent) for tie in reachable)
        assert value(result.relative_percent) == least
        assert set(result.criteria) == {
            tie.criterion for tie in reachable if value(tie.relative_percent) == least
        }


@few
@given(contests())
def test_any_two_tie_no_later_than_two_with_the_first(found):
    ties = conditions(found)
    first = [one.id for one in alternatives(found.cards) if one.rank == 1]
    top, anyone = critical_criterion(ties, first), critical_criterion(ties)
    if value(top.relative_percent) is not None:
        assert value(anyone.relative_percent) <= value(top.relative_percent)


def test_a_worked_example():
    # 40 % and 60 %: X = 6.6, Y = 5.8. delta = (5.8 - 6.6) / (4 - 9) = 0.16 of the first weight,
    # and (5.8 - 6.6) / (7 - 5) = -0.4 of the second, which is to say that it has to grow.
    found = rivals([40, 60], {"x": [9, 5], "y": [4, 7]})
    first, second = conditions(found)
    assert (first.ahead, first.behind, first.criterion) == ("x", "y", "c0")
    assert (first.weight_change, value(first.relative_percent)) == (-16, 40)
    assert (shown(first, "relative"), first.weight_feasible) == ("-40%", True)
    assert (value(first.new_weight_percent), shown(first, "new_weight")) == (
        Fraction(200, 7),
        "28.6%",
    )
    assert (second.weight_change, value(second.relative_percent)) == (40, Fraction(200, 3))
    assert (shown(second, "relative"), shown(second, "new_weight")) == ("+66.7%", "71.4%")
    assert (first.raw, value(first.needed_raw), value(first.lowered_raw)) == (4, 6, 7)
    assert (shown(first, "needed"), shown(first, "lowered")) == ("6", "7")
    assert value(second.needed_raw) == 7 + Fraction(4, 3)
    assert shown(second, "needed") == "about 8.333"
    assert sentence(critical_criterion((first, second), ["x"])) == (
        "C0: lowering its weight by 40% (before rescaling to 100%) would produce a tie for first."
    )
    assert sentence(critical_criterion((first, second))) == (
        "C0: lowering its weight by 40% (before rescaling to 100%) would produce a tie between "
        "any two."
    )


def test_a_weight_cannot_become_negative():
    # 10 % and 90 %: X = 8.3, Y = 6.4; delta = (6.4 - 8.3) / (1 - 2) = 1.9, more than its weight.
    found = rivals([10, 90], {"x": [2, 9], "y": [1, 7]})
    first, second = conditions(found)
    assert (first.weight_change, first.weight_feasible) == (-190, False)
    assert (value(first.new_weight_percent), shown(first, "new_weight")) == (None, "none")
    assert shown(first, "relative") == ""
    assert (second.weight_feasible, shown(first, "needed")) == (False, "out of range")
    assert not first.needed_feasible
    assert sentence(critical_criterion((first, second))) == (
        "No change of one weight alone would produce a tie between any two."
    )
    assert sentence(critical_criterion((first, second), ["x"])) == (
        "No change of one weight alone would produce a tie for first."
    )


def test_alternatives_that_tie_already_are_not_critical():
    found = rivals([50, 50], {"x": [8, 6], "y": [7, 7], "z": [1, 1]})
    (first, *_) = conditions(found)
    assert (first.tied, first.weight_change, shown(first, "new_weight")) == (True, 0, "tied")
    assert critical_criterion(conditions(found)).criteria == ()
    alike = critical_criterion(conditions(rivals([50, 50], {"x": [8, 6], "w": [8, 6]})), ["x", "w"])
    assert (alike.criteria, sentence(alike)) == ((), "All of them tie already.")


def test_all_criteria_that_tie_for_the_critical_one():
    found = rivals([50, 50], {"x": [8, 8], "y": [9, 5], "z": [5, 9]})
    result = critical_criterion(conditions(found))
    assert (result.criteria, value(result.relative_percent)) == (("c1", "c0"), Fraction(200, 3))
    assert sentence(result) == (
        "C1 or C0: lowering its weight by 66.7% (before rescaling to 100%) would produce a tie "
        "between any two."
    )


def test_percent_any_may_be_less_than_percent_top():
    found = rivals([50, 50], {"x": [10, 9], "y": [6, 4], "z": ["4.5", 5]})
    ties = conditions(found)
    assert critical_criterion(ties, ["x"]).criteria == ()
    assert critical_criterion(ties).criteria == ("c0",)
    assert value(critical_criterion(ties).relative_percent) == Fraction(100, 3)


def test_a_criterion_of_weight_0_has_no_relative_change_and_no_score():
    found = rivals([0, 100], {"x": [2, 8], "y": [8, 6]})
    first, second = conditions(found)
    assert (value(first.relative_percent), shown(first, "relative")) == (None, "")
    assert value(first.new_weight_percent) == 25
    assert (value(first.needed_raw), value(first.lowered_raw)) == (None, None)
    assert not first.needed_feasible
    assert not first.lowered_feasible
    assert value(second.needed_raw) == 8


def test_a_weight_of_all_100_percent_leads_to_no_tie():
    found = rivals([100, 0], {"x": [8, 2], "y": [6, 9]})
    first, second = conditions(found)
    assert value(first.new_weight_percent) is None, "without it there is no weight left at all"
    assert value(second.new_weight_percent) == Fraction(200, 9)


def test_a_tie_at_weight_0():
    found = rivals([50, 50], {"x": [9, 5], "y": [5, 5]})
    tie = next(tie for tie in conditions(found) if tie.criterion == "c0")
    assert (tie.weight_change, shown(tie, "relative")) == (-50, "-100%")
    assert (value(tie.new_weight_percent), shown(tie, "new_weight")) == (0, "0%")
    assert critical_criterion(conditions(found), ["x"]).criteria == ("c0",)

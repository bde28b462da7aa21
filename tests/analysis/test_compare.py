"""Comparisons: ranks, leads in raw score and in points, and dominance."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.compare import compare
from certeval.analysis.decision_matrix import score_all
from tests import builders
from tests.analysis.comparison_cases import contests, few, halves, percents, rivals

CASES = Path(__file__).parent.parent / "cases"
SUMS = yaml.load((CASES / "weighted_sum.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - ours
WIKIPEDIA, HIDDEN, DRIFT = SUMS


def published(case, **more):
    """Compare the rows of a published table."""
    weights = [builders.percent(weight) for weight in case["weights"]]
    rows = {name.lower(): row["scores"] for name, row in case["rows"].items()}
    return compare(rivals(weights, rows | more, *case["scale"]).cards)


def outcome_of(result):
    return result.to_dict()["outcome"]


def relations(result):
    """What is displayed about each pair."""
    return [duel["display"] for duel in result.to_dict()["duels"]]


def placed(result):
    return [(one.id, one.rank, one.tied, one.total.display) for one in result.alternatives]


def test_the_published_weighted_sum_with_its_tie():
    result = published(WIKIPEDIA)
    assert placed(result) == [
        ("a2", 1, True, "22"),
        ("a3", 1, True, "22"),
        ("a1", 3, False, "21.5"),
    ]
    assert [one.total.value for one in result.alternatives] == [22, 22, Fraction("21.5")]
    assert outcome_of(result) == "A2 and A3 tie: the same exact total, 22, ahead of A1, 21.5."
    assert relations(result) == [
        "A2 and A3 tie under these weights; neither dominates.",
        "Neither A2 nor A1 dominates: which is better depends on the weights.",
        "Neither A3 nor A1 dominates: which is better depends on the weights.",
    ]


def test_a_tie_that_binary_floats_break():
    result = published(HIDDEN)
    assert placed(result) == [("x", 1, True, "0.3"), ("y", 1, True, "0.3")]
    assert outcome_of(result) == "X and Y tie: the same exact total, 0.3."
    assert 0.1 + 0.2 != 0.3


def test_a_sum_that_binary_floats_miss():
    result = published(DRIFT, y=["7.9", "7.9", "7.9"])
    assert placed(result) == [("x", 1, True, "7.9"), ("y", 1, True, "7.9")]


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([[8, 6], [7, 6]], "A is ahead: 7 against 6.5 for B, by 0.5."),
        ([[7, 6], [8, 6], [1, 1]], "B is ahead: 7 against 6.5 for A, by 0.5."),
        ([[7, 7], [6, 8], [8, 6]], "A, B and C tie: the same exact total, 7."),
        ([[7, 7], [1, 1], [6, 8]], "A and C tie: the same exact total, 7, ahead of B, 1."),
        ([[7, 7], [1, 1], [6, 6], [6, 6]], "A is ahead: 7 against 6 for C, by 1."),
    ],
)
def test_outcome(rows, outcome):
    assert outcome_of(compare(rivals([50, 50], rows).cards)) == outcome


def test_an_outcome_with_endless_decimals():
    cases = rivals([50, 50], [[8, 6], [7, 6]]).cases
    cards = score_all(cases, weights={"c0": Decimal(40), "c1": Decimal(20)}, normalize=True)
    assert outcome_of(compare(cards)) == (
        "A is ahead: about 7.333333 against about 6.666667 for B, by about 0.666667."
    )


def test_leads_in_raw_score_and_in_points():
    result = compare(
        rivals([50, 30, 20], {"x": [8, 7, 5], "y": [6, 7, 5], "z": ["7.5", 6, 5]}).cards
    )
    first, second, third = result.contests
    assert [one.alternative for one in first.standings] == ["x", "z", "y"]
    assert first.leaders == ("x",)
    assert (first.lead.value, first.worth.value) == (Fraction(1, 2), Fraction(1, 4))
    assert (first.lead.display, first.worth.display) == ("0.5", "0.25")
    assert second.leaders == ("x", "y")
    assert (second.lead.value, second.worth.value) == (1, Fraction("0.3"))
    assert (second.lead.display, second.worth.display) == ("1.0", "0.30"), "as many decimals"
    assert (third.leaders, third.lead.value, third.worth.value) == ((), 0, 0)
    displays = [contest["leaders_display"] for contest in result.to_dict()["contests"]]
    assert displays == ["x", "x, y", "level"]
    assert [one.leads for one in second.standings] == [True, False, True]
    assert not any(one.leads for one in third.standings)
    assert {one.raw.display for one in first.standings} == {"8.0", "6.0", "7.5"}
    assert (first.question, first.title, first.weight_percent.display) == ("c0?", "C0", "50%")


def test_a_lead_under_weight_0_is_worth_0():
    contest = compare(rivals([100, 0], [[8, 1], [8, 9]]).cards).contests[1]
    assert (contest.leaders, contest.lead.value, contest.worth.value) == (("b",), 8, 0)


@pytest.mark.parametrize(
    ("rows", "display", "dominant", "counts", "by"),
    [
        (
            [[8, 6], [7, 6]],
            (
                "A dominates B: at least as good on every criterion and better on one, "
                "so no weights can reverse the order."
            ),
            "a",
            (1, 0, 1),
            "0.5",
        ),
        ([[8, 6], [8, 6]], "A and B have the same score on every criterion.", None, (0, 0, 2), "0"),
        (
            [[8, 6], [5, 7]],
            "Neither A nor B dominates: which is better depends on the weights.",
            None,
            (1, 1, 0),
            "1",
        ),
        (
            [[8, 6], [6, 8]],
            "A and B tie under these weights; neither dominates.",
            None,
            (1, 1, 0),
            "0",
        ),
    ],
)
def test_duels(rows, display, dominant, counts, by):
    result = compare(rivals([50, 50], rows).cards)
    (duel,) = result.duels
    assert (duel.first, duel.second, relations(result)) == ("a", "b", [display])
    assert (duel.dominant, (duel.ahead, duel.behind, duel.level)) == (dominant, counts)
    assert duel.difference.display == by


def test_a_dominated_alternative_ties_if_the_difference_has_weight_0():
    result = compare(rivals([100, 0], [[8, 1], [8, 9]]).cards)
    (duel,) = result.duels
    assert (duel.first, duel.dominant, duel.difference.value) == ("a", "b", 0)
    assert relations(result)[0].startswith("B dominates A: ")


class TestAudiences:
    """One certificate for audiences with different weights and scores."""

    def compared(self, weights, *changes):
        (case,) = rivals([50, 30, 20], {"x": [8, 7, 5]}).cases
        readers = [
            builders.audience(id="one", title="One"),
            builders.audience(
                id="two",
                title="Two",
                weights=[
                    {"criterion": f"c{at}", "weight_percent": str(weight), "source": "me"}
                    for at, weight in enumerate(weights)
                ],
                adjustments=[builders.adjustment(*change) for change in changes],
            ),
        ]
        return compare(score_all([replace(case, audience=reader) for reader in readers]))

    def test_weights_of_their_own(self):
        result = self.compared([30, 30, 40], ("c2", 3))
        assert result.audience is None
        assert [one.id for one in result.alternatives] == ["two", "one"]
        percents = [
            (each.weight_percent.value, each.weight_percent.display) for each in result.contests
        ]
        assert percents == [(None, "30% / 50%"), (30, "30%"), (None, "40% / 20%")]
        assert [each.weight_percent.value for each in result.contests[0].standings] == [30, 50]
        (duel,) = result.duels
        assert (duel.ahead, duel.behind, duel.dominant) == (1, 1, None)
        assert duel.relation == "different_weights"
        assert relations(result) == [
            "The weights are different for Two and One, so there is no dominance."
        ]
        outcome = result.to_dict()["outcome"]
        assert outcome == "The total is highest for Two: 7.7 against 7.1 for One, by 0.6."

    def test_dominance_under_the_same_weights(self):
        result = self.compared([50, 30, 20], ("c2", 3))
        (display,) = relations(result)
        assert display == (
            "The scores are at least as high for Two as for One on every criterion and higher on "
            "one, so no weights can reverse the order."
        )

    def test_the_same_scores_and_totals(self):
        result = self.compared([50, 30, 20])
        assert relations(result) == ["The scores are the same for One and Two on every criterion."]
        assert result.to_dict()["outcome"] == "The exact total is the same for One and Two, 7.1."

    def test_scores_that_weights_can_reverse(self):
        result = self.compared([50, 30, 20], ("c2", 1), ("c1", -1))
        assert relations(result) == [
            "Whether the total is higher for One or for Two depends on the weights."
        ]

    def test_no_dominance_under_different_weights(self):
        result = self.compared([0, 0, 100], ("c2", 1))
        assert [(one.id, one.total.value) for one in result.alternatives] == [
            ("one", Fraction("7.1")),
            ("two", 6),
        ]
        (duel,) = result.duels
        assert (duel.ahead, duel.behind, duel.dominant) == (2, 1, None)

    def test_one_audience_is_in_the_result(self):
        cases = rivals([100], [[5], [6]]).cases
        reader = builders.audience()
        result = compare(score_all([replace(case, audience=reader) for case in cases]))
        assert result.audience.id == "reader"


def content(result):
    """Return the content of a comparison, whatever the order of its lists."""
    duels = {}
    for duel in result.duels:
        forth = (duel.difference.value, duel.ahead, duel.behind, duel.level, duel.dominant)
        back = (-duel.difference.value, duel.behind, duel.ahead, duel.level, duel.dominant)
        duels |= {(duel.first, duel.second): forth, (duel.second, duel.first): back}
    contests = {
        each.criterion: (
            each.lead.value, each.worth.value, set(each.leaders), frozenset(each.standings)
        )
        for each in result.contests
    }  # fmt: skip
    return set(result.alternatives), contests, duels


@few
@given(contests(), st.randoms(use_true_random=False))
def test_the_order_of_the_certificates_is_irrelevant(found, random):
    order = list(range(len(found.cases)))
    random.shuffle(order)
    assert content(compare(found.turned(order).cards)) == content(compare(found.cards))


@few
@given(contests())
def test_the_best_comes_first_and_margins_are_those_of_the_scores(found):
    result = compare(found.cards)
    ranks = [one.rank for one in result.alternatives]
    assert ranks == sorted(ranks)
    rows = dict(zip(found.ids, found.matrix.scores, strict=True))
    for at, contest in enumerate(result.contests):
        column = sorted({row[at] for row in rows.values()})
        best = [name for name in rows if rows[name][at] == column[-1]]
        lead = column[-1] - column[-2] if len(column) > 1 else 0
        assert contest.lead.value == lead
        assert contest.worth.value == lead * contest.weight_percent.value / 100
        assert set(contest.leaders) == (set(best) if lead else set())
    pairs = list(combinations([one.id for one in result.alternatives], 2))
    assert [(duel.first, duel.second) for duel in result.duels] == pairs
    for duel in result.duels:
        assert duel.difference.value >= 0
        assert duel.ahead + duel.behind + duel.level == len(result.contests)


@few
@given(contests(fewest=2, most=2), st.data())
def test_no_weights_reverse_dominance(found, data):
    (duel,) = compare(found.cards).duels
    if duel.dominant:
        others = data.draw(percents(len(found.rubric.criteria)))
        weights = {f"c{at}": Decimal(weight) for at, weight in enumerate(others)}
        first = next(
            one
            for one in compare(score_all(found.cases, weights=weights)).alternatives
            if one.id == duel.dominant
        )
        assert first.rank == 1
    else:
        assert (duel.ahead > 0) == (duel.behind > 0)


@few
@given(contests(), st.data())
def test_raising_a_score_never_lowers_a_rank(found, data):
    at = data.draw(st.integers(0, len(found.cases) - 1))
    case = found.cases[at]
    name = data.draw(st.sampled_from(found.matrix.criteria))
    scores = tuple(
        item.model_copy(update={"raw": max(item.raw, data.draw(halves))})
        if item.criterion == name
        else item
        for item in case.certificate.scores
    )
    better = replace(case, certificate=case.certificate.model_copy(update={"scores": scores}))
    cases = [better if place == at else each for place, each in enumerate(found.cases)]

    def rank(cards):
        return next(
            one.rank for one in compare(cards).alternatives if one.id == case.certificate.id
        )

    assert rank(score_all(cases)) <= rank(found.cards)

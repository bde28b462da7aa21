"""Alternatives scored over the same criteria, and ranked by exact totals."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import (
    alternatives,
    competition_ranks,
    drop_unshared_criteria,
    score_all,
    warnings_of,
)
from certeval.analysis.score import score
from certeval.errors import (
    UnknownCriterionError,
    UnscoredAlternativesError,
    UsageError,
    WeightsError,
)
from certeval.model.scalars import PartialDate
from tests import builders
from tests.analysis import comparison_cases
from tests.analysis.comparison_cases import BANDS, contests, few, rivals

MISSING = "'{}' is missing scores for: {}"
NO_SCORES = "'{}' has no scores yet under the rubric 'rubric'"


@few
@given(contests(fewest=1))
def test_the_matrix_has_the_scores_and_comes_to_the_totals(found):
    matrix = found.matrix
    assert list(matrix.totals) == [card.total.value for card in found.cards]
    assert list(matrix.totals) == comparison_cases.totals(matrix.weights, matrix.scores)
    assert matrix.criteria == tuple(criterion.id for criterion in found.rubric.criteria)
    assert matrix.titles == tuple(criterion.title for criterion in found.rubric.criteria)
    assert sum(matrix.weights) == 100


def test_cards_are_those_of_score_in_the_order_given():
    found = rivals([60, 40], [[3, 4], [5, 6], [1, 2]])
    assert found.cards == tuple(score(case) for case in found.cases)
    assert [card.certificate.id for card in found.cards] == ["a", "b", "c"]
    assert score_all(()) == ()


def test_other_weights():
    cases = rivals([60, 40], [[3, 4], [5, 6]]).cases
    cards = score_all(cases, weights={"c0": Decimal(20), "c1": Decimal(80)})
    assert [card.total.value for card in cards] == [Fraction("3.8"), Fraction("5.8")]
    with pytest.raises(WeightsError, match=r"weights add up to 60%, not 100%"):
        score_all(cases, weights={"c0": Decimal(20)})
    rescaled = score_all(cases, weights={"c0": Decimal(20)}, normalize=True)
    assert rescaled[0].total.value == Fraction(11, 3)
    assert warnings_of(rescaled) == ("weights added up to 60% and were rescaled to 100%",)
    with pytest.raises(UnknownCriterionError):
        score_all(cases, weights={"c7": Decimal(20)})
    with pytest.raises(UsageError, match="must not be negative"):
        score_all(cases, weights={"c0": Decimal(-20)})


def on(year, cases):
    return [replace(case, today=PartialDate(year, 1, 1)) for case in cases]


def test_old_sources_are_warned_about_if_a_date_is_given():
    cases = rivals([100], [[3], [4]], facts_fresh_for_months="24").cases
    assert warnings_of(score_all(cases)) == ()
    assert warnings_of(score_all(on(2027, cases))) == ()
    old = warnings_of(score_all(on(2030, cases)))
    assert len(old) == 1, "once, though both cite it"
    assert old[0].startswith("Me, Notes, 2026: ")


def test_all_unscored_certificates_are_named_in_one_error():
    cases = rivals([60, 40], {"x": [1, 2]}).cases
    certificate = cases[0].certificate
    empty = [
        replace(cases[0], certificate=certificate.model_copy(update={"id": name, "scores": scores}))
        for name, scores in (("y", ()), ("z", certificate.scores[:1]))
    ]
    with pytest.raises(UnscoredAlternativesError) as caught:
        score_all([*cases, *empty])
    assert caught.value.message == f"{NO_SCORES.format('y')}; " + MISSING.format("z", "c1")
    assert caught.value.hint == "add scores to their files"
    with pytest.raises(UnscoredAlternativesError) as caught:
        score_all([*cases, empty[0]])
    assert caught.value.hint == "add scores to its file"


class TestMissingScores:
    """A criterion without a score in one case is left out for all, or scored as the minimum."""

    def test_excluded_for_all_with_a_warning(self):
        found = rivals([50, 30, 20], {"x": [8, 6, 4], "y": [7, None, 9]}, missing_score="exclude")
        for card in found.cards:
            assert [line.criterion for line in card.lines] == ["c0", "c2"]
            assert [line.weight_percent.value for line in card.lines] == [
                Fraction(500, 7),
                Fraction(200, 7),
            ]
        assert [card.total.value for card in found.cards] == [Fraction(48, 7), Fraction(53, 7)]
        assert warnings_of(found.cards) == (
            "C1: not compared, as 'y' has no score for it",
            "C1: no score, so left out; the other weights are rescaled",
        )

    def test_each_missing_score_is_named_once(self):
        found = rivals(
            [40, 30, 20, 10],
            {"x": [8, None, 4, 1], "y": [7, None, None, 1], "z": [1, 2, None, 1]},
            missing_score="exclude",
        )
        assert warnings_of(found.cards)[:2] == (
            "C1: not compared, as 'x', 'y' has no score for it",
            "C2: not compared, as 'y', 'z' has no score for it",
        )
        assert found.matrix.criteria == ("c0", "c3")

    def test_scores_missing_in_all_have_one_warning(self):
        found = rivals([60, 40], {"x": [8, None], "y": [7, None]}, missing_score="exclude")
        assert warnings_of(found.cards) == (
            "C1: no score, so left out; the other weights are rescaled",
        )

    def test_nothing_is_dropped_from_complete_cases(self):
        cases = rivals([60, 40], [[1, 2], [3, 4]], missing_score="exclude").cases
        assert drop_unshared_criteria(cases) == cases

    def test_one_certificate_across_audiences_lacks_the_same(self):
        (case,) = rivals([60, 40], {"x": [8, None]}, missing_score="exclude").cases
        cards = score_all([case, replace(case, audience=builders.audience())])
        assert warnings_of(cards) == ("C1: no score, so left out; the other weights are rescaled",)

    def test_nothing_in_common(self):
        with pytest.raises(UnscoredAlternativesError) as caught:
            rivals(
                [50, 30, 20],
                {"x": [8, None, None], "y": [None, 7, 1]},
                missing_score="exclude",
            )
        assert caught.value.message == (
            f"{MISSING.format('x', 'c1, c2')}; {MISSING.format('y', 'c0')}"
        )
        assert caught.value.code == "unscored"

    def test_an_unscored_certificate_has_nothing_in_common(self):
        with pytest.raises(UnscoredAlternativesError) as caught:
            rivals([60, 40], {"x": [8, 1], "y": [None, None]}, missing_score="exclude")
        assert caught.value.message == NO_SCORES.format("y")

    def test_remaining_weights_of_0(self):
        with pytest.raises(WeightsError, match="all weights are 0%"):
            rivals([100, 0], {"x": [8, 1], "y": [None, 2]}, missing_score="exclude")

    def test_scores_under_another_rubric_are_not_in_common(self):
        found = rivals([60, 40], {"x": [8, 1], "y": [3, 2]}, missing_score="exclude")
        other = builders.rubric({"c7": 100}, 0, 10, missing_score="exclude")
        with pytest.raises(UnscoredAlternativesError) as caught:
            score_all([replace(case, rubric=other) for case in found.cases])
        assert caught.value.message == "; ".join(NO_SCORES.format(name) for name in "xy")

    def test_lowest(self):
        found = rivals([60, 40], {"x": [8, None], "y": [7, 5]}, 1, 10, missing_score="lowest")
        assert [card.total.value for card in found.cards] == [Fraction("5.2"), Fraction("6.2")]
        assert warnings_of(found.cards) == ("x: no score for C1: counted as the scale's minimum",)


class TestAlternatives:
    def test_ranks_and_ties_are_of_exact_totals(self):
        found = alternatives(rivals([50, 50], {"x": ["7.01", 7], "y": [7, 7], "z": [6, 8]}).cards)
        assert [(one.id, one.rank, one.tied) for one in found] == [
            ("x", 1, False),
            ("y", 2, True),
            ("z", 2, True),
        ]
        assert {one.rating.display for one in found} == {"7.0"}
        assert [one.total.display for one in found] == ["7.005", "7", "7"]

    def test_bands(self):
        cards = rivals([100], [["6.94"], ["6.95"]], bands=BANDS).cards
        assert [one.band for one in alternatives(cards)] == ["fair", "good"]
        assert [one.band for one in alternatives(rivals([100], [[5]]).cards)] == [None]

    def test_equal_titles_are_distinguished_by_id(self):
        cases = rivals([100], {"x": [1], "y": [2], "z": [3]}).cases
        cases = [
            replace(case, certificate=case.certificate.model_copy(update={"title": title}))
            for case, title in zip(cases, ("Same", "Same", "Other"), strict=True)
        ]
        found = alternatives(score_all(cases))
        assert [one.label for one in found] == ["Same (x)", "Same (y)", "Other"]
        assert [one.title for one in found] == ["Same", "Same", "Other"]

    def test_one_certificate_across_audiences_is_labeled_by_audience(self):
        (case,) = rivals([100], {"x": [5]}).cases
        readers = [builders.audience(id=name, title=name.upper()) for name in ("one", "two")]
        found = alternatives(score_all([replace(case, audience=reader) for reader in readers]))
        assert [(one.id, one.title, one.label) for one in found] == [
            ("one", "ONE", "ONE"),
            ("two", "TWO", "TWO"),
        ]
        assert {one.certificate.id for one in found} == {"x"}
        assert [one.audience.id for one in found] == ["one", "two"]

    def test_several_certificates_for_one_audience_are_labeled_by_certificate(self):
        cases = rivals([100], {"x": [5], "y": [6]}).cases
        found = alternatives(
            score_all([replace(case, audience=builders.audience()) for case in cases])
        )
        assert [one.id for one in found] == ["x", "y"]
        assert {one.audience.id for one in found} == {"reader"}


@pytest.mark.parametrize(
    ("totals", "ranks"),
    [
        ((), ()),
        ((5,), (1,)),
        ((5, 7, 7), (3, 1, 1)),
        ((7, 5, 7, 5, 9), (2, 4, 2, 4, 1)),
        ((3, 3, 3), (1, 1, 1)),
        ((Fraction(1, 3), Fraction("0.3333333333333333")), (1, 2)),
    ],
)
def test_competition_ranks(totals, ranks):
    assert competition_ranks(totals) == ranks


@few
@given(st.lists(st.fractions(-10, 10, max_denominator=6), max_size=8))
def test_a_rank_is_one_more_than_the_number_of_higher_totals(totals):
    assert competition_ranks(totals) == tuple(
        1 + sum(other > total for other in totals) for total in totals
    )

"""Raw scores and weights by origin, totals and ratings, and what is refused."""

from decimal import Decimal
from fractions import Fraction

import pytest

from certeval.analysis.score import score, scorecards
from certeval.errors import (
    ScoreError,
    UnknownCriterionError,
    UnscoredError,
    UsageError,
    WeightsError,
)
from certeval.model.context import Case
from certeval.model.value_function import ValueFunction
from certeval.render.layout.scorecard import shortfall
from tests import builders

HALVES = builders.rubric({"a": 50, "b": 50}, 1, 10, scale={"step": "0.5"})
JUDGED = builders.certificate({"a": 6, "b": "8.5"})


def line(card, criterion):
    return next(line for line in card.lines if line.criterion == criterion)


def test_the_certificates_score_without_an_audience():
    card = score(Case(JUDGED, None, HALVES))
    assert card.total.value == Fraction(29, 4)
    assert card.audience is None
    assert {item.origin for item in card.lines} == {"certificate"}
    assert not any(item.changed for item in card.lines)


def test_most_specific_score_first():
    own = {"audience": "reader", "raw": "3", "reason": "for a reader"}
    scores = [
        {"criterion": "a", "raw": "6", "reason": "r", "source": "me", "audiences": [own]},
        {"criterion": "b", "raw": "8.5", "reason": "r", "source": "me"},
    ]
    judged = builders.certificate({}, scores=scores)
    reader = builders.audience(
        adjustments=[builders.adjustment("a", -1), builders.adjustment("b", -1)]
    )
    plain = score(Case(judged, reader, HALVES))
    assert (line(plain, "a").raw.value, line(plain, "a").origin) == (3, "certificate_audience")
    assert line(plain, "a").reason == "for a reader"
    assert line(plain, "a").base_reason == "r"
    assert (line(plain, "b").raw.value, line(plain, "b").origin) == (
        Fraction(15, 2),
        "audience_adjustment",
    )
    tried = score(Case(judged, reader, HALVES), overrides={"a": Decimal(9)})
    assert (line(tried, "a").raw.value, line(tried, "a").origin) == (9, "set")
    assert line(tried, "a").base_raw.value == 6
    stranger = builders.audience(id="stranger")
    assert line(score(Case(judged, stranger, HALVES)), "a").origin == "certificate"


@pytest.mark.parametrize(("change", "clamped"), [(-9, 1), (9, 10)])
def test_an_adjustment_is_clamped_to_the_scale(change, clamped):
    reader = builders.audience(adjustments=[builders.adjustment("a", change)])
    assert line(score(Case(JUDGED, reader, HALVES)), "a").raw.value == clamped


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ("11", "scores a=11: score 11 is outside the scale 1-10", "scores go from 1 to 10"),
        (
            "7.3",
            "scores a=7.3: score 7.3 is between two steps of 0.5",
            "the nearest scores are 7 and 7.5",
        ),
    ],
)
def test_an_override_must_be_a_score(value, message, hint):
    with pytest.raises(ScoreError) as caught:
        score(Case(JUDGED, None, HALVES), overrides={"a": Decimal(value)})
    assert (str(caught.value), caught.value.hint) == (message, hint)


@pytest.mark.parametrize("what", ["overrides", "weights"])
def test_an_unknown_criterion_is_named_with_the_known_ones(what):
    with pytest.raises(UnknownCriterionError) as caught:
        score(Case(JUDGED, None, HALVES), **{what: {"c": Decimal(5)}})
    parameter = "scores" if what == "overrides" else "weights"
    assert str(caught.value) == f"{parameter}: the rubric has no criterion 'c'"
    assert caught.value.hint == "criteria: a, b"


def test_an_audience_with_its_own_weights():
    weights = [
        {"criterion": "a", "weight_percent": "29.5", "source": "me"},
        {"criterion": "b", "weight_percent": "70.5", "source": "me"},
    ]
    card = score(Case(JUDGED, builders.audience(weights=weights), HALVES))
    assert card.total.value == Fraction("7.7625")
    assert [item.weight_percent.display for item in card.lines] == ["29.5%", "70.5%"]


def test_the_error_of_weights_names_their_sum():
    with pytest.raises(WeightsError) as caught:
        score(Case(JUDGED, None, HALVES), weights={"a": Decimal("62.5")})
    assert caught.value.message == "weights add up to 112.5%, not 100%"
    assert caught.value.hint == (
        "reduce another weight with `weights`, or use `normalize` to rescale them all"
    )


def test_normalize_rescales_with_a_warning():
    card = score(Case(JUDGED, None, HALVES), weights={"a": Decimal(100)}, normalize=True)
    assert [item.weight_percent.value for item in card.lines] == [
        Fraction(200, 3),
        Fraction(100, 3),
    ]
    assert [item.weight_percent.display for item in card.lines] == ["66.67%", "33.33%"]
    assert card.weight_total_percent.display == "100%"
    assert card.warnings == ("weights added up to 150% and were rescaled to 100%",)
    assert card.total.value == Fraction(41, 6)


def test_normalize_does_not_warn_of_weights_that_add_up():
    assert score(Case(JUDGED, None, HALVES), normalize=True).warnings == ()


def test_weights_cannot_all_be_zero():
    nothing = {"a": Decimal(), "b": Decimal()}
    with pytest.raises(WeightsError, match="all weights are 0%"):
        score(Case(JUDGED, None, HALVES), weights=nothing, normalize=True)


def test_a_weight_cannot_be_negative():
    with pytest.raises(UsageError, match="weights a=-1: a weight must not be negative"):
        score(Case(JUDGED, None, HALVES), weights={"a": Decimal(-1)})


@pytest.mark.parametrize("scores", [{}, {"a": 6}])
def test_a_missing_score_is_an_error_by_default(scores):
    with pytest.raises(UnscoredError) as caught:
        score(Case(builders.certificate(scores), None, HALVES))
    assert caught.value.message == (
        "'certificate' has no scores yet under the rubric 'rubric'"
        if not scores
        else "'certificate' is missing scores for: b"
    )
    assert caught.value.hint.endswith("=SCORE")


def test_a_missing_score_can_be_tried():
    card = score(Case(builders.certificate({"a": 6}), None, HALVES), overrides={"b": Decimal(8)})
    assert card.total.value == 7
    assert line(card, "b").base_raw is None
    assert not line(card, "b").changed


def test_a_missing_score_can_be_excluded():
    terms = builders.rubric({"a": 50, "b": 30, "c": 20}, 1, 10, missing_score="exclude")
    card = score(Case(builders.certificate({"a": 6, "c": 9}), None, terms))
    assert [item.criterion for item in card.lines] == ["a", "c"]
    assert [item.weight_percent.value for item in card.lines] == [
        Fraction(500, 7),
        Fraction(200, 7),
    ]
    assert card.total.value == Fraction(48, 7)
    assert card.warnings == ("B: no score, so left out; the other weights are rescaled",)


def test_a_certificate_without_any_scores_is_refused():
    terms = builders.rubric({"a": 50, "b": 50}, 1, 10, missing_score="exclude")
    with pytest.raises(UnscoredError, match="has no scores yet"):
        score(Case(builders.certificate({}), None, terms))


def test_a_missing_score_can_count_as_the_lowest():
    terms = builders.rubric({"a": 50, "b": 50}, 1, 10, missing_score="lowest")
    card = score(Case(builders.certificate({"a": 6}), None, terms))
    assert card.total.value == Fraction(7, 2)
    assert line(card, "b").origin == "lowest"
    assert card.warnings == ("no score for B: counted as the scale's minimum",)


def test_the_band_is_that_of_the_printed_rating():
    bands = [
        {"from": 7, "label": "good", "meaning": "m"},
        {"from": 1, "label": "bad", "meaning": "m"},
    ]
    terms = builders.rubric({"a": 100}, 1, 10, bands=bands)
    assert score(Case(builders.certificate({"a": "6.95"}), None, terms)).band.label == "good"
    assert score(Case(builders.certificate({"a": "6.94"}), None, terms)).band.label == "bad"
    assert score(Case(JUDGED, None, HALVES)).band is None


@pytest.mark.parametrize(
    ("mode", "rating", "contributions", "band"),
    [("half-up", "7.1", ["3.53", "3.53"], "good"), ("half-even", "7.0", ["3.52", "3.52"], "bad")],
)
def test_the_rubrics_rounding_mode_rounds_rating_and_contributions(
    mode, rating, contributions, band
):
    bands = [
        {"from": "7.1", "label": "good", "meaning": "m"},
        {"from": 1, "label": "bad", "meaning": "m"},
    ]
    terms = builders.rubric({"a": 50, "b": 50}, 1, 10, bands=bands, rounding={"mode": mode})
    card = score(Case(builders.certificate({"a": "7.05", "b": "7.05"}), None, terms))
    assert card.total.value == Fraction("7.05")
    assert (card.rating.display, card.band.label) == (rating, band)
    assert [line.contribution.display for line in card.lines] == contributions
    assert card.column_sum.value == sum(map(Decimal, contributions))


def test_the_column_can_add_up_to_the_rating():
    card = score(Case(builders.certificate({"a": 6, "b": 8}), None, HALVES))
    assert card.adds_up
    assert (card.column_sum.value, card.rating.value) == (7, 7)


def test_a_scale_from_0_to_100_is_shown_with_its_own_decimals():
    card = builders.card([60, 40], [85, 70])
    assert [item.raw.display for item in card.lines] == ["85", "70"]
    assert card.scale_max_display == "100"
    assert card.rating.display == "79.0"
    assert card.lines[0].share == Fraction(85, 100)


def test_sources_are_listed_once():
    card = score(Case(JUDGED, builders.audience(), HALVES))
    assert [(item.publisher, item.date) for item in card.sources] == [("Me", "2026")]


def test_warnings_and_files_go_into_the_result():
    files = {("certificate", "certificate"): "c.yaml"}
    card = score(Case(JUDGED, None, HALVES, ("beware",), files))
    assert card.warnings == ("beware",)
    assert (card.certificate.file, card.rubric.file) == ("c.yaml", None)


def test_the_shortfall_of_a_rating():
    card = score(Case(JUDGED, builders.audience(), HALVES))
    assert card.rating.display == "7.3"
    assert shortfall(card, Decimal("7.3")) is None
    assert shortfall(card, Decimal("7.4")) == (
        "certificate for reader: rating 7.3 is below 7.4 (exact total 7.25)"
    )
    alone = score(Case(JUDGED, None, HALVES))
    assert str(shortfall(alone, Decimal(8))).startswith("certificate: rating")


def test_scorecards_keep_their_order():
    card = score(Case(JUDGED, None, HALVES))
    assert scorecards([card, card]).scorecards == (card, card)


def test_a_score_that_does_not_end_is_shown_with_the_decimals_of_contributions():
    third = builders.rubric({"a": 100}, 0, 1)
    third = third.model_copy(
        update={
            "criteria": (
                third.criteria[0].model_copy(
                    update={
                        "value_function": ValueFunction.model_validate({"points": {"0": 0, "3": 1}})
                    }
                ),
            )
        }
    )
    card = score(Case(builders.certificate({}), None, third), overrides={"a": "1"})
    assert line(card, "a").raw.value == Fraction(1, 3)
    assert line(card, "a").raw.display == "0.33"


def test_an_override_can_say_that_there_is_no_score():
    with pytest.raises(UnscoredError):
        score(Case(JUDGED, None, HALVES), overrides={"a": "unknown"})

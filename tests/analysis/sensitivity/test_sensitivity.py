"""Sensitivity as a whole; its parts are tested next to this."""

from dataclasses import replace
from decimal import Decimal

import pytest

from certeval.analysis.decision_matrix import score_all
from certeval.analysis.sensitivity.sensitivity import sensitivity
from certeval.analysis.sensitivity.tornado import Perturbation
from tests import builders
from tests.analysis.comparison_cases import BANDS, rivals


def moved(found, points=1, percent=20):
    return sensitivity(found.cards, found.rubric, Perturbation(Decimal(points), Decimal(percent)))


def verdict(result):
    return result.to_dict()["verdict_display"]


def test_of_one():
    result = moved(rivals([60, 40], {"x": [8, 5]}, bands=BANDS))
    assert result.kind == "sensitivity"
    assert [one.id for one in result.alternatives] == ["x"]
    assert {bar.alternative for bar in result.bars} == {"x"}
    assert len(result.bars) == 4
    assert (result.ties, result.critical_top, result.critical_any) == ((), None, None)
    assert all(one.verdict and not one.winner for one in result.stabilities)
    assert (result.score_change.value, result.weight_change_percent.value) == (1, 20)
    assert result.scale_max_display == "10"


@pytest.mark.parametrize(
    ("row", "points", "rated", "turning"),
    [
        ([8, "5.5"], "0.25", "7.0 is good", "C0 (weight), C1 (weight), C0 (score), C1 (score)"),
        ([8, 5], "2", "6.8 is fair", "C0 (score), C1 (score), C0 (weight), C1 (weight)"),
        ([8, 5], "0.1", "6.8 is fair", "C0 (weight), C1 (weight)"),
    ],
)
def test_what_may_change_the_verdict(row, points, rated, turning):
    sentence = f"{rated}, but may change with any of: {turning}."
    assert verdict(moved(rivals([60, 40], [row], bands=BANDS), points)) == sentence


def test_what_does_not_change_it():
    result = moved(rivals([60, 40], [[9, 9]], bands=BANDS), "0.5")
    assert verdict(result) == "9.0 is good, and stays so under each of these changes."


def test_without_bands_there_is_no_verdict():
    result = moved(rivals([60, 40], [[8, 5]]))
    assert verdict(result) is None
    assert {one.verdict for one in result.stabilities} == {None}


def test_of_several():
    rows = {"x": [8, 5], "y": [6, 9], "z": [1, 1]}
    result = moved(rivals([60, 40], rows, bands=BANDS))
    assert [one.id for one in result.alternatives] == ["y", "x", "z"]
    assert [bar.alternative for bar in result.bars[::4]] == ["y", "x", "z"]
    assert verdict(result) is None
    assert all(one.winner and one.ranking and not one.verdict for one in result.stabilities)
    assert [(tie.ahead, tie.behind) for tie in result.ties[::2]] == [
        ("y", "x"), ("y", "z"), ("x", "z"),
    ]  # fmt: skip
    # x = 6.8, y = 7.2: (7.2 - 6.8) / 2 = 0.2 of 60 %; (7.2 - 6.8) / 4 = 0.1 of 40 %
    assert result.critical_top.criteria == result.critical_any.criteria == ("c1",)
    assert result.critical_top.relative_percent.value == 25
    (first, second) = result.stabilities
    assert first.winner.above == (("x",),)
    assert second.winner.below == (("x",),)


def test_critical_for_first_is_about_the_leader():
    rows = {"a": [6, 4], "b": [10, 9], "c": ["4.5", 5]}
    result = moved(rivals([50, 50], rows))
    assert result.critical_top.criteria == ()
    assert result.critical_any.criteria == ("c0",)


def test_reader_and_warnings():
    cases = rivals([60, 40], {"x": [5, None], "y": [9, 1]}, missing_score="exclude").cases
    cards = score_all([replace(case, audience=builders.audience()) for case in cases])
    result = sensitivity(cards, cases[0].rubric, Perturbation(Decimal(1), Decimal(20)))
    assert result.audience.id == "reader"
    assert result.warnings[0] == "C1: not compared, as 'x' has no score for it"
    assert {bar.moved for bar in result.bars} == {"score"}, "one has all the weight"
    assert {one.winner for one in result.stabilities} == {None}


@pytest.mark.parametrize(
    ("changes", "shown"), [((1, 20), ("1 point", "20")), (("0.50", "12.5"), ("0.5 points", "12.5"))]
)
def test_how_far_scores_and_weights_move(changes, shown):
    result = moved(rivals([60, 40], [[8, 5]]), *changes)
    assert result.to_dict()["moved_display"] == (
        f"each score up or down {shown[0]} (within the scale), "
        f"each weight up or down {shown[1]}% of itself, with the other weights rescaled"
    )

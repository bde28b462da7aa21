"""A definition is checked against its rubric as plain data, whatever else is wrong with it."""

import pytest

from certeval.model.consistency import (
    adapt_audience,
    audience_problems,
    certificate_problems,
    same_scale_and_criteria,
)
from tests import builders

RUBRIC = builders.rubric({"aaaa": 50, "bbbb": 50}, 1, 10, scale={"step": "0.5"})


def scores(*entries):
    return {"scores": [dict(zip(("criterion", "raw"), entry, strict=False)) for entry in entries]}


def found(problems):
    return {problem.message: problem.hint for problem in problems}


def places(problems):
    return [problem.at for problem in problems]


def test_a_certificate_that_agrees():
    assert found(certificate_problems(scores(("aaaa", "5"), ("bbbb", "7.5")), RUBRIC)) == {}


@pytest.mark.parametrize("data", [{}, {"scores": []}, {"scores": "5"}, [], None, "text"])
def test_a_certificate_without_scores_agrees_with_every_rubric(data):
    assert found(certificate_problems(data, RUBRIC)) == {}


def test_scores_that_the_scale_does_not_have():
    data = scores(("aaaa", "11"), ("bbbb", "7.3"))
    data["scores"][0]["audiences"] = [{"audience": "x", "raw": "0"}, {"raw": "seven"}, "text"]
    assert places(certificate_problems(data, RUBRIC)) == [
        ("scores", 0, "raw"),
        ("scores", 0, "audiences", 0, "raw"),
        ("scores", 1, "raw"),
    ]
    assert found(certificate_problems(data, RUBRIC)) == {
        "score 11 is outside the scale 1-10": "in the rubric rubric, scores go from 1 to 10",
        "score 0 is outside the scale 1-10": "in the rubric rubric, scores go from 1 to 10",
        "score 7.3 is between two steps of 0.5": (
            "in the rubric rubric, the nearest scores are 7 and 7.5"
        ),
    }


def test_a_criterion_without_a_score():
    data = scores(("aaaa", "5"))
    assert found(certificate_problems(data, RUBRIC)) == {
        "no score for bbbb": "the rubric rubric needs a score for every criterion"
    }
    lenient = builders.rubric({"aaaa": 50, "bbbb": 50}, 1, 10, missing_score="exclude")
    assert found(certificate_problems(data, lenient)) == {}


def test_a_misspelled_criterion_is_not_missing_as_well():
    assert found(certificate_problems(scores(("aaaa", "5"), ("bbb", "5")), RUBRIC)) == {
        "criterion 'bbb' is not in the rubric rubric": "did you mean 'bbbb'?"
    }


def test_a_criterion_that_is_like_none_is_named_beside_the_missing_one():
    assert found(certificate_problems(scores(("aaaa", "5"), ("zz", "5")), RUBRIC)) == {
        "criterion 'zz' is not in the rubric rubric": "criteria: aaaa, bbbb",
        "no score for bbbb": "the rubric rubric needs a score for every criterion",
    }


def test_of_two_alike_the_one_that_is_missing_is_meant():
    alike = builders.rubric({"depth-a": 50, "depth-b": 50}, 1, 10)
    assert found(certificate_problems(scores(("depth-a", "5"), ("depth-", "5")), alike)) == {
        "criterion 'depth-' is not in the rubric rubric": "did you mean 'depth-b'?"
    } or found(certificate_problems(scores(("depth-a", "5"), ("depth", "5")), alike)) == {
        "criterion 'depth' is not in the rubric rubric": "did you mean 'depth-b'?"
    }


@pytest.mark.parametrize(
    "faulty", [{}, {"criterion": "B B"}, {"criterion": ["bbbb"]}, "bbbb", None]
)
def test_where_a_criterion_cannot_be_read_none_counts_as_missing(faulty):
    data = {"scores": [{"criterion": "aaaa", "raw": "99"}, faulty]}
    assert list(found(certificate_problems(data, RUBRIC))) == ["score 99 is outside the scale 1-10"]


def test_the_adjustments_and_weights_of_an_audience():
    data = {
        "adjustments": [
            {"criterion": "aaaa", "change": "-0.3"},
            {"criterion": "cccc", "change": "much"},
        ],
        "weights": [{"criterion": "aaaa"}, {"criterion": "bb"}],
    }
    assert found(audience_problems(data, RUBRIC)) == {
        "criterion 'cccc' is not in the rubric rubric": "criteria: aaaa, bbbb",
        "criterion 'bb' is not in the rubric rubric": "did you mean 'bbbb'?",
        "change -0.3 is not a multiple of the step 0.5": "the rubric rubric has that step",
    }
    lacking = {"weights": [{"criterion": "aaaa"}]}
    assert found(audience_problems(lacking, RUBRIC)) == {
        "no weight for bbbb": "give each a weight_percent; 0 leaves a criterion out"
    }


def test_an_audience_carries_over_to_a_rubric_with_the_same_scale_and_criteria():
    reader = builders.audience(adjustments=[builders.adjustment("a", -1)])
    own = builders.rubric({"a": 50, "b": 50}, 1, 10)
    variant = builders.rubric({"b": 70, "a": 30}, 1, 10, id="variant")
    other = builders.rubric({"a": 100}, 1, 10, id="other")
    assert same_scale_and_criteria(own, variant)
    assert adapt_audience(reader, own, variant) == (reader, ())
    for home in (own, None):
        left, warnings = adapt_audience(reader, home, other)
        assert left.adjustments == ()
        assert "; ".join(warnings) == (
            "the adjustments and weights of the audience reader are meant for the rubric rubric; "
            "under other they are left out"
        )

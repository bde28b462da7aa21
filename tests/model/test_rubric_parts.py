"""What is wrong between the parts of a rubric: weights, groups, minimums and value functions."""

import pytest
from pydantic import ValidationError

from certeval.model.certificate import Score
from certeval.model.consistency import certificate_problems
from certeval.model.rubric import Rubric
from certeval.model.weights import as_importances
from tests import builders


def part(name, **fields):
    return {"id": name, "title": name.upper(), "source": "me", **fields}


def criterion(name, **fields):
    return part(name, question="Q?", **({"weight": "1"} | fields))


def rubric(*criteria, groups=(), **more):
    return Rubric.model_validate(
        {
            "kind": "rubric", "id": "r", "title": "R", "sources": builders.SOURCES,
            "scale": {"min": "0", "max": "10"}, "criteria": list(criteria),
            "groups": list(groups), **more,
        }
    )  # fmt: skip


def messages(*criteria, **more):
    with pytest.raises(ValidationError) as caught:
        rubric(*criteria, **more)
    found = [error.get("ctx", {}).get("problems", ()) for error in caught.value.errors()]
    return [problem.message for problems in found for problem in problems]


MIXED = "weights in percent and importances are mixed, or missing"


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([criterion("a"), {**criterion("b"), "weight_percent": "50"}], MIXED),
        ([criterion("a"), part("b", question="Q?")], MIXED),
        ([criterion("a", weight="0")], "all weights are 0"),
        ([criterion("a", group="g")], "unknown group 'g'"),
        ([criterion("a", minimum="11")], "minimum 11 is outside the scale 0-10"),
    ],
)
def test_one_thing_is_wrong(criteria, expected):
    assert messages(*criteria) == [expected]


def test_groups_are_in_no_circle_and_not_empty():
    around = [part("g", weight="1", group="h"), part("h", weight="1", group="g")]
    assert messages(criterion("a"), groups=around) == [
        "the group 'g' is inside itself", "the group 'h' is inside itself",
    ]  # fmt: skip
    assert messages(criterion("a"), groups=[part("g", weight="1")]) == [
        "no criterion is in the group 'g'"
    ]


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ({"unit": "USD"}, "a value function that gives no scores"),
        ({"points": {"1": "1"}}, "a curve needs two points or more"),
        ({"words": {"Yes": "1", "yes": "2"}}, "'yes' is the same word as 'Yes'"),
        ({"better": "less", "axis": "logarithmic"}, "a logarithmic axis without points"),
        (
            {"points": {"0": "1", "9": "2"}, "axis": "logarithmic"},
            "0 has no place on a logarithmic axis",
        ),
        ({"points": {"1": "1", "1.0": "2"}}, "two scores for 1"),
        (
            {"points": {"1": "1", "2": "2"}, "better": "less"},
            "better: less, but 2 scores 2 and 1 scores 1",
        ),
        ({"points": {"1": "1", "2": "20"}}, "score 20 of '2' is outside the scale 0-10"),
        ({"words": {"yes": "20"}}, "score 20 of 'yes' is outside the scale 0-10"),
        ({"points": {"x": "1", "2": "2"}}, "expected a number, found 'x'"),
        ({"words": {"x": "y"}}, "expected a number, found 'y'"),
    ],
)
def test_a_value_function_is_wrong(function, expected):
    assert expected in messages(criterion("a", value_function=function))


JUDGE = rubric(
    criterion("word", value_function={"words": {"yes": "10"}}),
    criterion("fee", value_function={"better": "less"}),
    criterion("given"),
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("word", "maybe", "'maybe' is not one of the words"),
        ("word", "7", "7 is not one of the words"),
        ("fee", "dear", "expected a number, found 'dear'"),
        ("given", "7", "the criterion 'given' has no value function"),
        ("word", "yes", None), ("fee", "7", None), ("given", "unknown", None),
    ],
)  # fmt: skip
def test_what_a_definition_measured(name, text, expected):
    others = [{"criterion": one.id, "measured": "?"} for one in JUDGE.criteria if one.id != name]
    data = {"scores": [{"criterion": name, "measured": text}, *others]}
    found = [problem.message for problem in certificate_problems(data, JUDGE)]
    assert found == ([] if expected is None else [expected])


def test_only_percents_become_importances():
    data = {"criteria": [{"weight_percent": "8"}, {"weight_percent": "9"}, 7]}
    found, notes = as_importances({"criteria": data["criteria"][:2]})
    assert found == {"criteria": [{"weight": "8"}, {"weight": "9"}]}
    assert notes == ("weights added up to 17% and were rescaled to 100%",)
    assert as_importances(data)[0] == {"criteria": [{"weight": "8"}, {"weight": "9"}, 7]}
    for fine in ({"criteria": [{"weight_percent": "100"}]}, {"criteria": [{"weight": "8"}]}, 7):
        assert as_importances(fine) == (fine, ())


def test_evidence_needs_the_settings_of_the_rubric():
    rule = {
        "measure": "hours", "weight": "1", "source": "me", "value_function": {"better": "more"},
    }  # fmt: skip
    assert messages(criterion("a", evidence={"measures": [rule]})) == [
        "evidence without the rubric's settings"
    ]


def test_a_score_is_raw_or_measured():
    def found(**fields):
        entry = {"criterion": "a", "reason": "R", "source": "me", **fields}
        with pytest.raises(ValidationError) as caught:
            Score.model_validate(entry)
        (error,) = caught.value.errors()
        return error["msg"]

    assert found() == "no score"
    assert found(raw="7", measured="240") == "a raw score and a measurement"

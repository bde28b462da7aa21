"""The verdict box, field by field."""

import pytest

from certeval.analysis.verdict import scored, verdict
from certeval.model.context import Case
from tests import builders
from tests.analysis.ask import about, built_in_context, nobody

WRITTEN = {
    "best_for": "Some.",
    "not_for": "Others.",
    "hiring_advantage": "A name.",
    "brutal_truth": "Not enough.",
    "recommendation": "Perhaps.",
    "source": "me",
}
MARKED = WRITTEN | {"mark_not_reached": "8", "why_not_reached": "Too little."}


def box(certificate="ibm-ml", audience=None, **answers):
    return verdict(built_in_context(certificate, audience, **answers))


def box_of(judged, *, bands=(), **more):
    """The box of *judged* under a rubric of one criterion on a scale from 1 to 10."""
    case = Case(judged, None, builders.rubric({"a": 100}, 1, 10, bands=bands))
    return verdict(about(builders.context(judged, rubric=case.rubric, **more)))


def texts(result):
    return {entry.name: entry.text for entry in result.entries}


def test_every_field_of_the_box_of_the_review():
    assert [(entry.name, entry.computed) for entry in box().entries] == [
        ("Certificate", False),
        ("Difficulty", False),
        ("Learner rating", False),
        ("Time", True),
        ("Cost", True),
        ("Rating", True),
        ("Best for", False),
        ("Not right for", False),
        ("Key hiring advantage", False),
        ("The brutal truth", False),
        ("Recommendation", False),
        ("Why below 8.0", False),
    ]


def test_what_the_box_says():
    found = texts(box())
    assert found["Certificate"] == "IBM Machine Learning Professional Certificate (IBM)"
    assert found["Difficulty"] == "3 / 5"
    assert found["Learner rating"] == "4.6 / 5, by 3,631 reviewers"
    assert found["Time"] == (
        "120-150 hours; 17.1-21.4 weeks (4-5 billed months) at 7 hours per week; "
        "3 months as advertised; 4-5 months as reported"
    )
    assert found["Cost"] == "$236-$295; $177 at the advertised pace"
    assert found["Rating"].startswith("7.3 / 10, good: ")
    assert found["Best for"].startswith("Data analysts and data scientists who use Python daily")
    assert found["Not right for"].startswith("Beginners without Python")
    assert found["Key hiring advantage"].startswith("More breadth")
    assert "not get you hired as a machine learning engineer" in found["The brutal truth"]
    assert "background and timing" in found["Recommendation"]
    assert "MLOps" in found["Why below 8.0"]


def test_the_box_for_the_secondary_audience():
    result = box(audience="career-changer")
    assert (result.rating_display, result.band, result.unscored) == ("7.1 / 10", "good", None)
    assert (result.audience.id, result.rubric.id) == ("career-changer", "career-certificate")
    assert texts(result)["Why below 8.0"] == texts(box())["Why below 8.0"]


def test_what_each_field_rests_on():
    result = box()
    assert {entry.name for entry in result.entries if entry.citation is None} == {
        "Certificate",
        "Rating",  # on the rubric
    }
    assert {item.publisher for item in result.sources} == {"The Interview Guys", "certeval"}
    unknown = {entry.name: entry.citation for entry in box("ibm-genai-engineering").entries}
    assert unknown["Time"] is None
    assert unknown["Cost"].publisher == "The Interview Guys"


def test_hours_a_week_change_time_and_cost():
    found = texts(box(hours_per_week=10))
    assert "12-15 weeks (3-4 billed months) at 10 hours per week" in found["Time"]
    assert found["Cost"] == "$177-$236; $177 at the advertised pace"


def test_without_hours_a_week_only_what_sources_tell():
    found = texts(verdict(nobody(built_in_context())))
    assert found["Time"] == "120-150 hours; 3 months as advertised; 4-5 months as reported"
    assert found["Cost"] == "unknown (hours per week: not given)"


@pytest.mark.parametrize(
    ("certificate", "time", "cost"),
    [
        ("ml-specialization", "80 hours; 11.4 weeks (3 billed months) at 7 hours per week", "$177"),
        (
            "ibm-genai-engineering",
            "unknown (hours: not known)",
            "unknown (hours: not known)",
        ),
        ("google-pmle", "unknown (hours: not known)", "$200"),
    ],
)
def test_what_nobody_has_reviewed_has_no_rating(certificate, time, cost):
    result = box(certificate)
    assert (result.rating_display, result.band, result.rubric) == (None, None, None)
    assert result.unscored.startswith(f"'{certificate}' has no scores yet under the rubric")
    found = texts(result)
    assert (found["Time"], found["Cost"]) == (time, cost)
    assert "Rating" not in found
    assert "Best for" not in found


def test_without_a_rubric_there_is_nothing_to_judge_by():
    asked = about(
        builders.context(builders.program("one", hours=(7, 7), whole=5)), hours_per_week=7
    )
    assert scored(asked) == (None, "no rubric is given")
    result = verdict(asked)
    assert (result.rating_display, result.unscored) == (None, "no rubric is given")
    assert texts(result)["Cost"] == "$5"


def test_why_it_stays_below_a_mark():
    result = box_of(builders.certificate({"a": "7.9"}, verdict=MARKED))
    assert texts(result)["Why below 8.0"] == "Too little."


@pytest.mark.parametrize("score", ["7.95", "8", "9.5"])
def test_a_mark_that_is_reached_here_all_the_same(score):
    result = box_of(builders.certificate({"a": score}, verdict=MARKED))
    assert texts(result)["Why below 8.0"] == (
        "here it reaches 8.0; the source, which rates it lower, says: Too little."
    )


def test_a_mark_without_a_rating():
    judged = builders.certificate({}, verdict=MARKED)
    assert texts(verdict(about(builders.context(judged))))["Why below 8.0"] == "Too little."


@pytest.mark.parametrize("left_out", ["mark_not_reached", "why_not_reached"])
def test_without_a_mark_there_is_no_such_field(left_out):
    words = {name: text for name, text in MARKED.items() if name != left_out}
    found = texts(box_of(builders.certificate({"a": 7}, verdict=words)))
    assert found["Best for"] == "Some."
    assert not any(name.startswith("Why below") for name in found)


def test_a_rubric_without_bands():
    result = box_of(builders.certificate({"a": 7}))
    assert (result.rating_display, result.band) == ("7.0 / 10", None)
    assert texts(result)["Rating"] == "7.0 / 10"


def test_a_rubric_with_bands():
    bands = [{"from": "1", "label": "fine", "meaning": "take it."}]
    result = box_of(builders.certificate({"a": 7}), bands=bands)
    assert (result.band, texts(result)["Rating"]) == ("fine", "7.0 / 10, fine: take it.")


@pytest.mark.parametrize("scores", [{"a": 7}, {}])
def test_warnings_of_the_setting_are_told_with_and_without_a_rating(scores):
    result = box_of(builders.certificate(scores), warnings=("beware",))
    assert "beware" in result.warnings


def test_a_rating_that_is_only_excluded_in_part_warns():
    terms = builders.rubric({"a": 50, "b": 50}, 1, 10, missing_score="exclude")
    judged = builders.certificate({"a": 7})
    context = builders.context(judged, rubric=terms)
    result = verdict(about(context))
    assert result.warnings == ("B: no score, so left out; the other weights are rescaled",)
    assert result.rating_display == "7.0 / 10"


def test_a_mark_is_shown_with_one_decimal():
    judged = builders.certificate({}, verdict=MARKED | {"mark_not_reached": "62"})
    assert "Why below 62.0" in texts(verdict(about(builders.context(judged))))

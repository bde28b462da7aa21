"""The verdict box, line by line."""

import pytest

from certeval.analysis.cost.cost import cost
from certeval.analysis.verdict import scored, verdict
from certeval.model.context import Case
from certeval.render.layout.verdict import entries, rating, unscored
from tests import builders
from tests.analysis.ask import about, built_in_context, without_audience

STATEMENT = {
    "best_for": "Some.",
    "not_for": "Others.",
    "hiring_advantage": "A name.",
    "brutal_truth": "Not enough.",
    "recommendation": "Perhaps.",
    "source": "me",
}
MARKED = STATEMENT | {"mark_not_reached": "8", "why_not_reached": "Too little."}


def box_about(context):
    return verdict(context, cost(context), *scored(context))


def box(certificate="ibm-ml", audience=None, **answers):
    return box_about(built_in_context(certificate, audience, **answers))


def box_of(judged, *, bands=(), **more):
    """The box of *judged* under a rubric of one criterion on a scale from 1 to 10."""
    case = Case(judged, None, builders.rubric({"a": 100}, 1, 10, bands=bands))
    return box_about(about(builders.context(judged, rubric=case.rubric, **more)))


def texts(result):
    return {entry.name: entry.text for entry in entries(result)}


def test_every_line_of_the_box_of_the_published_review():
    assert [(entry.name, entry.computed) for entry in entries(box())] == [
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


def test_the_text_of_the_lines():
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
    assert (rating(result), result.band, unscored(result)) == ("7.1 / 10", "good", None)
    assert (result.audience.id, result.rubric.id) == ("career-changer", "career-certificate")
    assert texts(result)["Why below 8.0"] == texts(box())["Why below 8.0"]


def test_the_source_of_each_line():
    result = box()
    assert {entry.name for entry in entries(result) if entry.citation is None} == {
        "Certificate",
        "Rating",  # on the rubric
    }
    assert {item.publisher for item in result.sources} == {"The Interview Guys", "certeval"}
    unknown = {entry.name: entry.citation for entry in entries(box("ibm-genai-engineering"))}
    assert unknown["Time"] is None
    assert unknown["Cost"].publisher == "The Interview Guys"


def test_hours_per_week_change_time_and_cost():
    found = texts(box(hours_per_week=10))
    assert "12-15 weeks (3-4 billed months) at 10 hours per week" in found["Time"]
    assert found["Cost"] == "$177-$236; $177 at the advertised pace"


def test_without_hours_per_week_only_the_sources_paces_are_known():
    found = texts(box_about(without_audience(built_in_context())))
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
def test_a_certificate_without_scores_has_no_rating(certificate, time, cost):
    result = box(certificate)
    assert (rating(result), result.band, result.rubric) == (None, None, None)
    assert result.unscored.startswith(f"'{certificate}' has no scores yet under the rubric")
    found = texts(result)
    assert (found["Time"], found["Cost"]) == (time, cost)
    assert "Rating" not in found
    assert "Best for" not in found


def test_without_a_rubric_there_is_no_rating():
    asked = about(
        builders.context(builders.program("one", hours=(7, 7), whole=5)), hours_per_week=7
    )
    assert scored(asked) == (None, None)
    result = box_about(asked)
    assert (rating(result), unscored(result)) == (None, "no rubric is given")
    assert texts(result)["Cost"] == "$5"


def test_why_it_falls_short_of_a_mark():
    result = box_of(builders.certificate({"a": "7.9"}, verdict=MARKED))
    assert texts(result)["Why below 8.0"] == "Too little."


@pytest.mark.parametrize("score", ["7.95", "8", "9.5"])
def test_a_mark_that_is_reached_after_all(score):
    result = box_of(builders.certificate({"a": score}, verdict=MARKED))
    assert texts(result)["Why below 8.0"] == (
        "here it reaches 8.0; the source, which rates it lower, says: Too little."
    )


def test_a_mark_without_a_rating():
    judged = builders.certificate({}, verdict=MARKED)
    assert texts(box_about(about(builders.context(judged))))["Why below 8.0"] == "Too little."


@pytest.mark.parametrize("left_out", ["mark_not_reached", "why_not_reached"])
def test_without_a_mark_there_is_no_line_about_it(left_out):
    words = {name: text for name, text in MARKED.items() if name != left_out}
    found = texts(box_of(builders.certificate({"a": 7}, verdict=words)))
    assert found["Best for"] == "Some."
    assert not any(name.startswith("Why below") for name in found)


def test_a_rubric_without_bands():
    result = box_of(builders.certificate({"a": 7}))
    assert (rating(result), result.band) == ("7.0 / 10", None)
    assert texts(result)["Rating"] == "7.0 / 10"


def test_a_rubric_with_bands():
    bands = [{"from": "1", "label": "fine", "meaning": "take it."}]
    result = box_of(builders.certificate({"a": 7}), bands=bands)
    assert (result.band, texts(result)["Rating"]) == ("fine", "7.0 / 10, fine: take it.")


@pytest.mark.parametrize("scores", [{"a": 7}, {}])
def test_warnings_of_the_context_are_passed_on(scores):
    result = box_of(builders.certificate(scores), warnings=("beware",))
    assert "beware" in result.warnings


def test_warnings_of_the_scorecard_are_passed_on():
    terms = builders.rubric({"a": 50, "b": 50}, 1, 10, missing_score="exclude")
    judged = builders.certificate({"a": 7})
    context = builders.context(judged, rubric=terms)
    result = box_about(about(context))
    assert result.warnings == ("B: no score, so left out; the other weights are rescaled",)
    assert rating(result) == "7.0 / 10"


def test_a_mark_is_shown_with_one_decimal():
    judged = builders.certificate({}, verdict=MARKED | {"mark_not_reached": "62"})
    assert "Why below 62.0" in texts(box_about(about(builders.context(judged))))

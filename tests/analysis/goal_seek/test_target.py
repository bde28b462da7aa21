"""Targets: the review's case, the ends of the scale, invalid goals."""

from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest

from certeval.analysis.goal_seek.goal import Goal
from certeval.analysis.goal_seek.target import target
from certeval.analysis.score import score
from certeval.errors import ScoreError, UnknownCriterionError, UsageError
from certeval.library.library import Library
from certeval.library.loading import load
from certeval.model.context import Case
from tests import builders
from tests.analysis.exact_json import exact_json

F = Fraction
TOGETHER = ("curriculum-quality", "skill-to-job-match")


@pytest.fixture(scope="module")
def review():
    (case,) = load(Library(()), ["ibm-ml"], ["data-professional"]).cases()
    return case


def aim(case, wanted, together=(), overrides=None, **more):
    goal = Goal(Decimal(str(wanted)), **more)
    return exact_json(target(score(case, overrides=overrides), case.rubric, goal, together))


def case_of(weights, scores, low=0, high=10, **more):
    names = "abcdefgh"[: len(weights)]
    terms = builders.rubric(dict(zip(names, weights, strict=True)), low, high, **more)
    return Case(builders.certificate(dict(zip(names, scores, strict=True))), None, terms)


def single(found, name):
    return next(one for one in found.singles if one.criterion == name)


def weight(found, name):
    return next(one for one in found.weights if one.criterion == name)


def test_the_review_needs_hiring_impact_at_10(review):
    found = aim(review, "8.0")
    assert (found.total, found.missing, found.reached) == (F("7.275"), F("0.725"), False)
    assert [one.criterion for one in found.singles if one.reachable] == ["hiring-impact"]
    needed = single(found, "hiring-impact")
    assert (needed.needed, needed.on_grid, needed.highest) == (F("9.9"), 10, F("8.025"))
    assert needed.words == "reached at 10.0 (exactly: 9.900)"


@pytest.mark.parametrize(
    ("name", "needed", "at_most", "words"),
    [
        ("curriculum-quality", "11.125", "7.775", "7.775"),
        ("skill-to-job-match", "10.625", "7.875", "7.875"),
        ("value-for-money", F(40, 3), "7.5", "7.500"),
    ],
)
def test_the_review_cannot_get_there_by_others_alone(review, name, needed, at_most, words):
    found = single(aim(review, "8.0"), name)
    assert (found.needed, found.on_grid, found.reachable) == (F(needed), None, False)
    assert found.highest == F(at_most)
    assert found.words == f"cannot be reached by this criterion alone (at most {words})"


def test_a_needed_score_says_that_it_is_rounded(review):
    assert single(aim(review, "8.0"), "value-for-money").needed_display == "about 13.333"


def test_the_review_by_curriculum_and_skills_together(review):
    found = aim(review, "8.0", TOGETHER).combination
    assert (found.raised, found.steps, found.raised_on_grid) == (F("1.8125"), 4, 2)
    assert [(one.to, one.on_grid) for one in found.criteria] == [
        (F("9.3125"), F("9.5")),
        (F("8.8125"), 9),
    ]
    assert found.total == F("8.075")
    assert found.words == "raising each by 2.0 is enough (exactly: 1.8125)"


def test_the_review_in_the_fewest_steps_by_trying_all(review):
    """Six steps, all of them on Hiring Impact; no five steps of any kind suffice."""
    lines = score(review).lines
    rooms = [int((10 - line.raw.value) * 2) for line in lines]
    enough = []
    for steps in product(*(range(min(room, 6) + 1) for room in rooms)):
        if sum(steps) <= 6:
            raws = [line.raw.value + F(count, 2) for line, count in zip(lines, steps, strict=True)]
            total = sum(
                raw * line.weight_percent.value / 100 for raw, line in zip(raws, lines, strict=True)
            )
            if total >= 8:
                enough.append((sum(steps), sum(map(bool, steps)), steps, total))
    assert min(enough) == (6, 1, (0, 6, 0, 0, 0, 0), F("8.025"))
    found = aim(review, "8.0").steps
    assert (found.count, found.raised, found.total) == (6, 3, F("8.025"))
    assert [(one.criterion, one.raw, one.to, one.steps) for one in found.moves] == [
        ("hiring-impact", 7, 10, 6)
    ]


def test_the_review_by_one_weight(review):
    """Only what scores above 8 can: Value for Money, 8.5, against 6 / 0.85 of the others."""
    found = aim(review, "8.0")
    one = weight(found, "value-for-money")
    assert one.others == F(6) / F("0.85")
    assert one.needed_percent == 100 * (8 - one.others) / (F("8.5") - one.others) == F(3200, 49)
    assert (one.relation, one.words) == ("at_least", "at least about 65.306%")
    others = [item for item in found.weights if item is not one]
    assert {(item.relation, item.needed_percent) for item in others} == {(None, None)}
    assert [item.words for item in others][:2] == [
        "none (at most 7.5, at 100%)",
        "none (at most about 7.367, at 0%)",
    ]


def test_the_reviews_losses(review):
    found = aim(review, "8.0")
    assert [(item.criterion, item.loss) for item in found.losses] == [
        ("hiring-impact", F("0.75")),
        ("skill-to-job-match", F("0.6")),
        ("curriculum-quality", F("0.5")),
        ("accessibility", F("0.35")),
        ("portfolio-and-interview-prep", F("0.3")),
        ("value-for-money", F("0.225")),
    ]
    assert found.lost == F("2.725")
    assert found.losses[0].share == F("0.75") / F("2.725")
    assert found.losses[0].share_display == "27.5%"


@pytest.mark.parametrize(
    ("wanted", "more", "threshold", "means"),
    [
        ("8.0", {}, "at least 8", "the exact total: from 7.95 it is printed as 8.0 already"),
        ("7.97", {}, "at least 7.97", "the exact total: from 7.95 it is printed as 8.0 already"),
        ("8", {"exceed": True}, "more than 8",
         "the exact total: from 8.05 it is printed as 8.1"),
        ("8", {"printed": True}, "at least 7.95",
         "the printed rating: 8.0 is printed from 7.95"),
        ("7.91", {"printed": True}, "at least 7.95",
         "the printed rating: 8.0 is printed from 7.95"),
        ("8", {"printed": True, "exceed": True}, "at least 8.05",
         "the printed rating: 8.1 is printed from 8.05"),
        ("1", {}, "at least 1", "the exact total"),
        ("10", {"exceed": True}, "more than 10", "the exact total"),
    ],
)  # fmt: skip
def test_what_is_meant(review, wanted, more, threshold, means):
    found = aim(review, wanted, **more)
    assert found.threshold.display == threshold
    assert found.threshold.total == F(found.threshold.total_display)
    assert found.threshold.strict == threshold.startswith("more")
    assert found.meaning == ("printed_rating" if "printed" in more else "exact_total")
    assert found.meaning_display == means


def test_below_zero_a_half_is_printed_as_the_lower():
    """-0.05 is printed as -0.1, and so 0.0 takes more than that."""
    found = aim(case_of([100], ["-0.05"], -5, 5), 0, printed=True)
    assert (found.rating_display, found.reached) == ("-0.1", False)
    assert (found.threshold.total, found.threshold.strict) == (F("-0.05"), True)
    assert found.threshold.display == "more than -0.05"
    assert found.meaning_display == "the printed rating: 0.0 is printed above -0.05"


def test_equality_is_enough_to_reach_and_not_to_exceed():
    case = case_of([50, 50], [7, 5], scale={"step": "0.5"})
    reached = aim(case, 6)
    assert (reached.reached, reached.steps.count, reached.steps.moves) == (True, 0, ())
    found = aim(case, 6, ("a",), exceed=True)
    assert (found.reached, found.missing) == (False, 0)
    assert (single(found, "a").needed, single(found, "a").strict) == (7, True)
    assert single(found, "a").on_grid == F("7.5")
    assert (found.steps.count, found.steps.total) == (1, F("6.25"))
    assert (found.combination.raised, found.combination.strict) == (0, True)
    assert found.combination.steps == 1
    assert found.combination.words == "raising each by 0.5 is enough (exactly: more than 0)"


def test_exceeding_equality_needs_one_more_step():
    case = case_of([50, 50], [7, 5], scale={"step": "0.5"})
    assert single(aim(case, 7), "a").on_grid == 9
    assert single(aim(case, 7, exceed=True), "a").on_grid == F("9.5")
    assert aim(case, 7).steps.count == 4
    assert aim(case, 7, exceed=True).steps.count == 5


def test_the_scales_end_can_be_reached_and_not_exceeded():
    case = case_of([50, 50], [7, 5], scale={"step": "0.5"})
    found = aim(case, 10, ("a", "b"))
    assert (found.steps.count, found.steps.total) == (16, 10)
    assert (found.combination.raised, found.combination.total) == (5, 10)
    assert [one.to for one in found.combination.criteria] == [10, 10]
    found = aim(case, 10, ("a", "b"), exceed=True)
    assert not found.reachable
    assert (found.steps.reachable, found.steps.count, found.steps.moves) == (False, None, ())
    assert not any(one.reachable for one in found.singles)
    assert found.combination.words == "cannot be reached by these alone (at most 10)"
    assert [one.words for one in found.weights] == [
        "none (at most 7, at 100%)",
        "none (at most 7, at 0%)",
    ]


def test_without_steps_the_least_raise_in_points():
    case = case_of([60, 40, 0], [8, "5.3", 5])
    found = aim(case, 9)
    assert found.steps.count is None
    assert (found.steps.raised, found.steps.total) == (F("4.2"), 9)
    assert [(one.to, one.strict, one.steps) for one in found.steps.moves] == [
        (10, False, None),
        (F("7.5"), False, None),
    ]
    assert [one.on_grid for one in found.singles] == [None, None, None]
    strict = aim(case, 9, ("a", "b"), exceed=True)
    assert (strict.steps.raised_display, strict.steps.total_display) == (
        "more than 4.2",
        "more than 9",
    )
    assert [one.to_display for one in strict.steps.moves] == ["10.0", "more than 7.5"]
    assert [one.to_display for one in strict.combination.criteria] == ["10.0", "more than 7.5"]
    assert strict.combination.words == "raising each by more than 2.2 is enough"


def test_more_than_the_maximum_of_one_needs_a_little_of_the_next():
    found = aim(case_of([60, 40], [8, 5]), "8.0", exceed=True).steps
    assert [(one.to, one.strict) for one in found.moves] == [(10, False), (5, True)]
    assert (found.raised, found.strict) == (2, True)


def test_a_criterion_without_weight_changes_nothing():
    found = aim(case_of([60, 40, 0], [8, 5, 5]), 9, ("c",))
    assert (single(found, "c").needed, single(found, "c").highest) == (None, found.total)
    assert single(found, "c").words == "cannot be reached by this criterion alone: it has no weight"
    assert found.combination.words == "cannot be reached by these alone (at most 6.8)"
    assert single(aim(case_of([60, 40, 0], [8, 5, 5]), 5), "c").words == "holds at any score"


def test_a_criterion_without_weight_is_raised_with_others():
    found = aim(case_of([60, 40, 0], [8, 5, 5]), "7.2", ("b", "c")).combination
    assert [one.to for one in found.criteria] == [6, 6]


@pytest.mark.parametrize(
    ("wanted", "more", "needed", "strict", "words"),
    [
        (5, {}, 5, False, "holds down to 5"),
        (5, {"exceed": True}, 5, True, "holds above 5"),
        ("2.5", {}, 0, False, "holds at any score"),
        ("2.5", {"exceed": True}, 0, True, "holds above 0"),
        (1, {"exceed": True}, 0, False, "holds at any score"),
    ],
)
def test_the_score_down_to_which_it_stays_reached(wanted, more, needed, strict, words):
    found = single(aim(case_of([50, 50], [8, 5]), wanted, **more), "a")
    assert (found.needed, found.strict, found.words) == (needed, strict, words)


def test_the_step_down_to_which_it_stays_reached():
    case = case_of([50, 50], [8, 5], scale={"step": "0.5"})
    assert single(aim(case, "5.1"), "a").words == "holds down to 5.5"
    assert single(aim(case, 5), "a").on_grid == 5
    assert single(aim(case, 5, exceed=True), "a").words == "holds down to 5.5"
    assert single(aim(case, "2.5", exceed=True), "a").words == "holds down to 0.5"


def test_a_joint_raise_if_the_target_is_reached_already():
    found = aim(case_of([50, 50], [8, 5]), 5, ("b",)).combination
    assert (found.raised, found.total, found.strict) == (0, F("6.5"), False)
    assert found.words == "already reached: nothing has to be raised"


@pytest.mark.parametrize(
    ("weights", "scores", "wanted", "exceed", "expected"),
    [
        ([50, 50], [8, 4], 7, False, ("at_least", 75, "at least 75%")),
        ([50, 50], [8, 4], 7, True, ("more_than", 75, "more than 75%")),
        ([50, 50], [4, 8], 7, False, ("at_most", 25, "at most 25%")),
        ([50, 50], [4, 8], 7, True, ("less_than", 25, "less than 25%")),
        ([50, 50], [8, 4], 8, False, ("at_least", 100, "at least 100%")),
        ([50, 50], [8, 4], 8, True, (None, None, "none (at most 8, at 100%)")),
        ([50, 50], [4, 8], 8, False, ("at_most", 0, "at most 0%")),
        ([50, 50], [4, 8], 8, True, (None, None, "none (at most 8, at 0%)")),
        ([50, 50], [8, 4], 5, False, ("at_least", 25, "at least 25%")),
        ([50, 50], [8, 4], 4, False, (None, None, "any weight")),
        ([50, 50], [8, 4], 4, True, ("more_than", 0, "more than 0%")),
        ([50, 50], [6, 6], 7, False, (None, None, "none: the others already average the same score")),  # noqa: E501
        ([50, 50], [6, 6], 5, False, (None, None, "any weight")),
        ([0, 100], [8, 4], 7, False, ("at_least", 75, "at least 75%")),
        ([100, 0], [4, 8], 7, False,
         (None, None, "not defined: all other weights are 0")),
    ],
)  # fmt: skip
def test_the_weight_of_the_first(weights, scores, wanted, exceed, expected):
    found = weight(aim(case_of(weights, scores), wanted, exceed=exceed), "a")
    assert (found.relation, found.needed_percent, found.words) == expected


def test_nothing_is_lost_at_the_top():
    found = aim(case_of([50, 50], [10, 10]), 9, ("a",))
    assert (found.lost, found.reached) == (0, True)
    assert {(item.loss, item.share, item.share_display) for item in found.losses} == {(0, None, "")}


def test_warnings_of_the_score_are_passed_on():
    terms = {"a": 50, "b": 30, "c": 20}
    case = Case(
        builders.certificate({"a": 6, "c": 9}),
        None,
        builders.rubric(terms, 1, 10, missing_score="exclude"),
    )
    found = aim(case, 8)
    assert found.warnings == score(case).warnings != ()
    assert [one.criterion for one in found.singles] == ["a", "c"]
    with pytest.raises(UsageError) as caught:
        aim(case, 8, ("b",))
    assert str(caught.value) == "raised: 'b' has no score and is left out"
    assert caught.value.hint == "try one with `scores` b=SCORE"
    tried = aim(case, 8, ("b",), overrides={"b": Decimal(5)})
    assert [one.criterion for one in tried.combination.criteria] == ["b"]


@pytest.mark.parametrize("wanted", ["0.9", "10.01", "-3"])
def test_a_goal_outside_the_scale(review, wanted):
    with pytest.raises(UsageError) as caught:
        aim(review, wanted)
    assert str(caught.value) == f"score: {wanted} is outside the scale 1-10"
    assert caught.value.hint == "totals go from 1 to 10"


@pytest.mark.parametrize(
    ("mode", "words"), [("half-up", "at least 7.05"), ("half-even", "more than 7.05")]
)
def test_a_printed_rating_is_rounded_as_the_rubric_says(mode, words):
    terms = builders.rubric({"a": 100}, 1, 10, rounding={"mode": mode})
    case = Case(builders.certificate({"a": 7}), None, terms)
    assert aim(case, "7.1", printed=True).threshold.display == words


def test_a_printed_rating_may_be_rounded_over_the_scales_end():
    case = case_of([100], [9], 0, "9.96")
    assert aim(case, 10, printed=True).threshold.total == F("9.95")
    with pytest.raises(UsageError):
        aim(case, 10)


@pytest.mark.parametrize(
    ("together", "error", "message", "hint"),
    [
        (("cost",), UnknownCriterionError, "raised: the rubric has no criterion 'cost'", None),
        (
            ("accessibilty",),
            UnknownCriterionError,
            "raised: the rubric has no criterion 'accessibilty'",
            "did you mean 'accessibility'?",
        ),
        (
            ("accessibility", "accessibility"),
            UsageError,
            "raised: 'accessibility' is given twice",
            "keep one of them",
        ),
    ],
)
def test_criteria_that_cannot_be_raised(review, together, error, message, hint):
    with pytest.raises(error) as caught:
        aim(review, 8, together)
    assert str(caught.value) == message
    assert caught.value.hint == (hint or caught.value.hint)


def test_a_raw_score_between_the_steps_is_refused():
    """No definition file and no option gets there, but a case that is made in Python may."""
    with pytest.raises(ScoreError) as caught:
        aim(case_of([50, 50], ["7.3", 5], scale={"step": "0.5"}), 8)
    assert caught.value.message == "a: score 7.3 is between two steps of 0.5"

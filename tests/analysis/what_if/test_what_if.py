"""Score and cost before and after a change, and the difference."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import CostOverrides
from certeval.analysis.score import score
from certeval.analysis.what_if.what_if import Scenario, what_if
from certeval.errors import ScoreError, UnscoredError, UsageError, WeightsError
from tests import builders
from tests.analysis.ask import about, built_in_context
from tests.analysis.test_properties import cases, numbers

F, D = Fraction, Decimal
TERMS = builders.rubric({"a": 50, "b": 30, "c": 20}, 1, 10)
BANDS = [
    {"from": 8, "label": "strong", "meaning": "take it."},
    {"from": 1, "label": "weak", "meaning": "leave it."},
]


def context_of(judged, terms=TERMS, reader=None):
    return about(builders.context(judged, rubric=terms, audience=reader))


def change_scores(judged, terms=TERMS, reader=None, **changes):
    return what_if(context_of(judged, terms, reader), Scenario(**changes))


def line(result, criterion):
    return next(line for line in result.score.lines if line.criterion == criterion)


def figures(change):
    return tuple(
        one.value if one else None for one in (change.before, change.after, change.difference)
    )


def shown(change):
    """A change as people see it; nothing for a number that does not exist."""
    return tuple(str(one or "") for one in (change.before, change.after, change.difference))


def cost_lines(result):
    """The lines of the cost as JSON has them: before, after and difference by title."""
    return {
        line["title"]: (line["before_display"], line["after_display"], line["difference_display"])
        for line in result.to_dict()["cost"]["lines"]
    }


def warnings_of(result):
    return tuple(result.to_dict()["warnings"])


WHOLE = builders.certificate({"a": 6, "b": "7.5", "c": 9})
PARTLY = builders.certificate({"a": 6, "c": 9})


def test_another_score():
    result = change_scores(WHOLE, scores={"b": D("8.5")})
    assert result.cost is None
    assert figures(result.score.total) == (F("7.05"), F("7.35"), F("0.3"))
    assert shown(result.score.total) == ("7.05", "7.35", "+0.3")
    assert shown(result.score.rating) == ("7.1", "7.4", "+0.3")
    changed = line(result, "b")
    assert figures(changed.raw) == (F("7.5"), F("8.5"), 1)
    assert shown(changed.raw) == ("7.5", "8.5", "+1")
    assert figures(changed.weight_percent) == (30, 30, 0)
    assert shown(changed.weight_percent) == ("30%", "30%", "0")
    assert shown(changed.contribution) == ("2.25", "2.55", "+0.30")
    assert [(one.criterion, one.changed) for one in result.score.lines] == [
        ("a", False), ("b", True), ("c", False),
    ]  # fmt: skip
    assert shown(line(result, "a").contribution) == ("3.00", "3.00", "0")


def test_other_weights_are_rescaled():
    result = change_scores(WHOLE, weights={"a": D(25)}, normalize=True)
    assert figures(line(result, "a").weight_percent) == (50, F(100, 3), F(-50, 3))
    assert shown(line(result, "a").weight_percent) == ("50%", "33.33%", "-16.67")
    assert all(one.changed for one in result.score.lines)
    assert shown(result.score.total) == ("7.05", "7.4", "+0.35")
    assert warnings_of(result) == (
        "as tried, weights added up to 75% and were rescaled to 100%",
    )  # fmt: skip


def test_a_difference_without_an_end_is_rounded():
    result = change_scores(WHOLE, weights={"a": D(40)}, normalize=True)
    assert result.score.total.after.value == F(645, 90)
    assert shown(result.score.total) == ("7.05", "about 7.166667", "+0.1167")


def test_weights_that_do_not_add_up():
    with pytest.raises(WeightsError):
        change_scores(WHOLE, weights={"a": D(25)})


def test_the_bands_before_and_after():
    terms = builders.rubric({"a": 50, "b": 50}, 1, 10, bands=BANDS)
    judged = builders.certificate({"a": 7, "b": 7})
    result = change_scores(judged, terms, scores={"a": D(10)})
    assert (result.score.band_before.label, result.score.band_after.label) == ("weak", "strong")
    assert change_scores(WHOLE, scores={"a": D(10)}).score.band_after is None


def test_the_readers_own_score_is_the_one_before():
    reader = builders.audience(adjustments=[builders.adjustment("b", -1)])
    result = change_scores(WHOLE, reader=reader, scores={"b": D(8)})
    assert figures(line(result, "b").raw) == (F("6.5"), 8, F("1.5"))
    assert result.audience.id == "reader"


def test_the_same_scores_and_weights_change_nothing():
    result = change_scores(WHOLE, scores={"b": D("7.50")}, weights={"a": D(50)})
    assert not any(one.changed for one in result.score.lines)
    assert shown(result.score.rating) == ("7.1", "7.1", "0")


def test_a_score_that_was_missing():
    result = change_scores(PARTLY, scores={"b": D(7), "a": D(8)})
    assert figures(result.score.rating) == (None, F("7.9"), None)
    assert shown(result.score.rating) == ("", "7.9", "")
    assert figures(result.score.total) == (None, F("7.9"), None)
    assert figures(line(result, "b").raw) == (None, 7, None)
    assert shown(line(result, "b").contribution) == ("", "2.10", "")
    assert figures(line(result, "b").weight_percent) == (30, 30, 0)
    assert figures(line(result, "a").raw) == (6, 8, 2)
    assert figures(line(result, "a").contribution) == (3, 4, 1)
    assert [one.changed for one in result.score.lines] == [True, True, False]
    assert result.score.band_before is None


def test_weights_of_a_certificate_without_scores():
    scores = {"a": D(5), "b": D(6), "c": D(7)}
    result = change_scores(
        builders.certificate({}), scores=scores, weights={"a": D(40), "b": D(40)}
    )
    assert figures(line(result, "a").weight_percent) == (50, 40, -10)
    assert figures(line(result, "c").weight_percent) == (20, 20, 0)
    assert result.score.total.after.value == F("5.8")
    assert result.score.total.before is None


def test_a_score_that_is_still_missing():
    with pytest.raises(UnscoredError, match="missing scores for: b"):
        change_scores(PARTLY, scores={"a": D(8)})


def test_what_was_left_out_before():
    terms = builders.rubric({"a": 50, "b": 30, "c": 20}, 1, 10, missing_score="exclude")
    result = change_scores(PARTLY, terms, scores={"b": D(7)})
    assert figures(result.score.total) == (F(480, 70), F("6.9"), F("6.9") - F(480, 70))
    assert figures(line(result, "b").weight_percent) == (None, 30, None)
    assert figures(line(result, "b").raw) == (None, 7, None)
    assert figures(line(result, "a").weight_percent) == (F(500, 7), 50, 50 - F(500, 7))
    assert warnings_of(result) == (
        "as it is, B: no score, so left out; the other weights are rescaled",
    )  # fmt: skip


def test_what_is_left_out_before_and_after():
    terms = builders.rubric({"a": 50, "b": 30, "c": 20}, 1, 10, missing_score="exclude")
    result = change_scores(PARTLY, terms, scores={"a": D(7)})
    assert [one.criterion for one in result.score.lines] == ["a", "c"]
    assert warnings_of(result) == (
        "B: no score, so left out; the other weights are rescaled",
    )  # fmt: skip


def test_a_single_score_where_the_others_are_left_out():
    terms = builders.rubric({"a": 50, "b": 30, "c": 20}, 1, 10, missing_score="exclude")
    result = change_scores(builders.certificate({}), terms, scores={"a": D(7)})
    assert figures(result.score.total) == (None, 7, None)
    (warning,) = warnings_of(result)
    assert warning == "B, C: no score, so left out; the other weights are rescaled"


def test_what_counted_as_the_lowest_before():
    terms = builders.rubric({"a": 50, "b": 30, "c": 20}, 1, 10, missing_score="lowest")
    result = change_scores(PARTLY, terms, scores={"b": D(7)})
    assert figures(line(result, "b").raw) == (1, 7, 6)
    assert warnings_of(result) == (
        "as it is, no score for B: counted as the scale's minimum",
    )  # fmt: skip


def test_a_price_and_a_pace_of_a_built_in_certificate():
    question = built_in_context()
    result = what_if(question, Scenario(price=D("39.5"), hours_per_week=F(10)))
    assert result.score is None
    assert cost_lines(result) == {
        "Coursera Plus, per month": ("$59", "$39.50", "-$19.50"),
        "Hours a week": ("7", "10", "+3"),
        "Weeks": ("17.1-21.4", "12-15", "-5.1 to -6.4"),
        "Months billed": ("4-5", "3-4", "-1"),
        "Total cost": ("$236-$295", "$118.50-$158.00", "-$117.50 to -$137.00"),
    }
    total = result.cost.lines[-1]
    assert (total.difference_low.value, total.difference_high.value) == (F("-117.5"), -137)
    assert total.before == cost(question).total_usd
    quicker = about(question, hours_per_week=10)
    assert total.after == cost(quicker, CostOverrides(price=D("39.5"))).total_usd
    assert [one.changed for one in result.cost.lines] == [True] * 5
    assert [source.publisher for source in result.sources] == ["The Interview Guys"]


def test_ranges_that_do_not_depend_on_the_change_stay_the_same():
    result = what_if(built_in_context(), Scenario(price=D(0)))
    assert cost_lines(result)["Weeks"] == ("17.1-21.4", "17.1-21.4", "0")
    assert cost_lines(result)["Total cost"] == ("$236-$295", "$0", "-$236 to -$295")
    assert [one.changed for one in result.cost.lines] == [True, False, False, False, True]


def test_only_one_end_changes():
    program = builders.program("p", hours=("30.4375", "60.875"), month=50)
    question = about(builders.context(program), hours_per_week=7)
    result = what_if(question, Scenario(hours_per_week=F("7.5")))
    assert cost_lines(result)["Months billed"] == ("1-2", "1-2", "0")
    slower = what_if(question, Scenario(hours_per_week=F("6.5")))
    assert cost_lines(slower)["Months billed"] == ("1-2", "2-3", "+1")
    longer = builders.program("p", hours=(20, "60.875"), month=50)
    one_end = what_if(
        about(builders.context(longer), hours_per_week=7), Scenario(hours_per_week=F("6.5"))
    )
    assert cost_lines(one_end)["Total cost"] == ("$50-$100", "$50-$150", "0 to +$50")
    assert cost_lines(one_end)["Hours a week"] == ("7", "6.5", "-0.5")


def test_the_cost_of_a_certificate_without_scores():
    result = what_if(built_in_context("mlops-duke"), Scenario(price=D(10)))
    assert cost_lines(result)["Total cost"] == ("$236", "$40", "-$196")
    assert [source.old for source in result.sources] == [False, True]


def test_what_the_cost_does_not_say():
    exam = builders.program("exam", fee=200)
    result = what_if(about(builders.context(exam), hours_per_week=7), Scenario(price=D(150)))
    assert cost_lines(result) == {
        "Exam, per attempt": ("$200", "$150", "-$50"),
        "Hours a week": ("7", "7", "0"),
        "Total cost": ("$200", "$150", "-$50"),
    }
    assert result.cost.unknown == ("hours",)


def test_a_pace_that_was_unknown_before():
    program = builders.program("p", hours=(30, 30), month=50)
    result = what_if(about(builders.context(program)), Scenario(hours_per_week=F(10)))
    assert cost_lines(result)["Hours a week"] == ("unknown", "10", "")
    assert cost_lines(result)["Total cost"] == ("unknown", "$50", "")
    assert result.cost.lines[-1].changed
    assert result.cost.unknown == ()


def test_no_price_to_replace():
    with pytest.raises(UsageError, match="'p' has no price to replace"):
        what_if(about(builders.context(builders.program("p"))), Scenario(price=D(1)))


def test_score_and_cost_together():
    scenario = Scenario(scores={"hiring-impact": D(8)}, price=D(39))
    result = what_if(built_in_context(audience="career-changer"), scenario)
    assert shown(result.score.total) == ("7.05", "7.425", "+0.375")
    assert cost_lines(result)["Total cost"] == ("$236-$295", "$156-$195", "-$80 to -$100")
    assert (result.certificate.id, result.audience.id) == ("ibm-ml", "career-changer")
    assert len(result.sources) == len(set(result.sources))
    assert (result.today, result.old) == ("2026-11-22", "more than 24 months before 2026-11-22")


def test_no_warning_is_repeated():
    judged = builders.certificate({"a": 6, "b": 7, "c": 8})
    warnings = {"warnings": ("beware", "and beware"), "scoring_warnings": ("beware",)}
    context = builders.context(judged, rubric=TERMS, **warnings)
    result = what_if(about(context), Scenario(scores={"a": D(1)}))
    assert warnings_of(result) == ("beware", "and beware")


@pytest.mark.parametrize("scenario", [Scenario(), Scenario(normalize=True)])
def test_a_scenario_must_change_something(scenario):
    with pytest.raises(UsageError) as caught:
        what_if(context_of(WHOLE), scenario)
    assert caught.value.message == "nothing to change"
    assert caught.value.hint == "give `scores`, `weights`, `price` or `hours_per_week`"


def test_a_score_needs_a_rubric():
    with pytest.raises(UsageError) as caught:
        what_if(about(builders.context(WHOLE)), Scenario(scores={"a": D(1)}))
    assert caught.value.message == "the certificate 'certificate' names no rubric"
    assert caught.value.hint == "name one with `rubric`"


def test_a_score_must_be_on_the_scale():
    with pytest.raises(ScoreError, match="score 11 is outside the scale 1-10"):
        change_scores(WHOLE, scores={"a": D(11)})


@given(cases(), st.data())
def test_the_differences_add_up(case, data):
    names = [criterion.id for criterion in case.rubric.criteria]
    tried = data.draw(st.dictionaries(st.sampled_from(names), numbers, min_size=1))
    weights = data.draw(st.dictionaries(st.sampled_from(names), st.integers(1, 100).map(D)))
    context = builders.context(case.certificate, rubric=case.rubric, audience=case.audience)
    result = what_if(about(context), Scenario(tried, weights, normalize=True))
    total = result.score.total
    assert total.before.value == score(case).total.value
    assert (
        total.after.value
        == score(case, overrides=tried, weights=weights, normalize=True).total.value
    )
    assert total.difference.value == total.after.value - total.before.value
    contributions = [one.contribution for one in result.score.lines]
    assert sum(one.difference.value for one in contributions) == total.difference.value
    for one in result.score.lines:
        assert one.raw.after.value == F(tried.get(one.criterion, one.raw.before.value))
        assert one.changed == bool(one.raw.difference.value or one.weight_percent.difference.value)


@given(cases(), numbers)
def test_there_and_back_again(case, tried):
    name = case.rubric.criteria[0].id
    own = case.certificate.scores[0].raw
    there = _changed(case, {name: tried})
    scores = [
        {"criterion": one.criterion, "raw": tried if one.criterion == name else one.raw,
         "reason": "r", "source": "me"}
        for one in case.certificate.scores
    ]  # fmt: skip
    other = replace(case, certificate=builders.certificate({}, scores=scores))
    assert _changed(other, {name: own}) == -there


def _changed(case, scores):
    context = builders.context(case.certificate, rubric=case.rubric, audience=case.audience)
    return what_if(context, Scenario(scores)).score.total.difference.value

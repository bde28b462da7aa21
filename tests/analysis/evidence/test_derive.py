"""From measurements to intervals of scores: what they hold, and how much of them is known."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.evidence.derive import Interval, derive
from certeval.analysis.evidence.judged import judge, settings_of
from certeval.errors import EvidenceError
from tests.analysis.evidence.facts import LINEAR, ME, WANTED, ask, complete, courses, of, rule
from tests.analysis.evidence.facts import judge as by
from tests.builders import facts_of_a_program, rubric

WORDS = {"words": {"beginner": "8", "intermediate": "5", "advanced": "2"}}


def score(judged, *rules, **more):
    """What evidence says of a single criterion."""
    evidence = more.pop("evidence", {})
    context = ask(judged, by(*rules, evidence=evidence), **more)
    (found,) = derive(context, *settings_of(context))
    return found


def ends(judged, *rules, **more):
    found = score(judged, *rules, **more).score
    return found.low, found.high


HOURS = rule("hours")


class TestIntervals:
    def test_a_fact_is_a_number(self):
        assert ends(of(facts_of_a_program(hours=(50, 50))), HOURS) == (5, 5)
        assert ends(of(facts_of_a_program(hours=(20, 50))), HOURS) == (2, 5)

    def test_an_unknown_measurement_is_anything_that_the_curve_gives(self):
        curve = {"better": "more", "points": {"0": "2", "100": "7"}}
        assert ends(of(), rule("hours", curve)) == (2, 7)
        extended = {"better": "more", "points": {"0": "2", "100": "7"}, "beyond": "extend"}
        assert ends(of(), rule("hours", extended)) == (0, 10)

    def test_bounds_narrow_it_most_for_the_level(self):
        bounds = [{"low": "10", "high": "90"}, {"low": "20", "high": "40", "level": "beginner"}]
        assert ends(of(), rule("hours", bounds=bounds)) == (1, 9)
        beginner = of(facts_of_a_program(level="beginner"))
        assert ends(beginner, rule("hours", bounds=bounds)) == (2, 4)
        advanced = of(facts_of_a_program(level="advanced"))
        assert ends(advanced, rule("hours", bounds=bounds[1:])) == (0, 10)

    def test_a_list_that_is_not_complete_is_open_upward(self):
        judged = of(teaches=[{"skills": ["a"], **ME}])
        steps = rule("core-skills-taught")
        assert ends(judged, steps, role=WANTED) == (5, 10)
        assert ends(judged, {**steps, "unlisted_adds": "20"}, role=WANTED) == (5, 7)
        bounds = [{"low": "0", "high": "60"}]
        assert ends(judged, {**steps, "bounds": bounds}, role=WANTED) == (5, 6)
        narrow = {**steps, "bounds": bounds, "unlisted_adds": "20"}
        assert ends(judged, narrow, role=WANTED) == (5, 6)
        low = {**steps, "bounds": [{"low": "0", "high": "10"}]}
        assert ends(judged, low, role=WANTED) == (5, 5)

    def test_without_an_end_it_is_anything_if_the_curve_goes_on(self):
        curve = {**LINEAR, "beyond": "extend"}
        judged = of(teaches=[{"skills": ["a"], **ME}])
        assert ends(judged, rule("core-skills-taught", curve), role=WANTED) == (0, 10)

    def test_a_word_has_its_score_and_another_word_none(self):
        beginner = of(facts_of_a_program(level="beginner"))
        assert ends(beginner, rule("level", WORDS)) == (8, 8)
        assert ends(beginner, rule("level", {"words": {"advanced": "2", "none": "6"}})) == (2, 6)

    def test_a_curve_that_turns_has_its_extremes_inside(self):
        curve = {"points": {"0": "1", "50": "9", "100": "1"}}
        turned = of(facts_of_a_program(hours=(40, 60)))
        low, high = ends(turned, rule("hours", curve))
        assert (low, high) == (Fraction(37, 5), 9)

    def test_a_logarithm_is_not_exact(self):
        curve = {"better": "more", "axis": "logarithmic", "points": {"1": "0", "100": "10"}}
        judged = of(facts_of_a_program(hours=(30, 30)))
        assert not score(judged, rule("hours", curve)).score.exact
        assert score(judged, HOURS).score.exact


class TestMeasuresTogether:
    def test_the_mean_is_weighted(self):
        judged = of(facts_of_a_program(hours=(50, 50), level="beginner"))
        assert ends(judged, rule("hours", LINEAR, 1), rule("level", WORDS, 2)) == (7, 7)

    def test_the_highest_counts(self):
        judged = of(facts_of_a_program(hours=(20, 90), level="intermediate"))
        highest = {"combine": "highest"}
        assert ends(judged, HOURS, rule("level", WORDS), evidence=highest) == (5, 9)

    def test_one_that_does_not_apply_is_left_out(self):
        exam = of({**facts_of_a_program(level="beginner"), "exam": {"minutes": "60", **ME}})
        found = score(exam, rule("guided-projects"), rule("level", WORDS))
        assert found.score == Interval(Fraction(8), Fraction(8))
        assert [one.share for one in found.measures] == [0, 1]
        assert score(exam, rule("guided-projects")).score is None

    def test_a_criterion_that_exams_do_not_have(self):
        exam = of({**facts_of_a_program(level="beginner"), "exam": {"minutes": "60", **ME}})
        found = score(exam, rule("level", WORDS), evidence={"exams": "no"})
        assert (found.score, found.measures, found.confidence) == (None, (), 0)

    def test_a_criterion_without_measures_can_be_anything(self):
        terms = {"id": "c", "title": "C", "weight_percent": "100", "question": "?", **ME}
        context = ask(of(), terms)
        (found,) = derive(context, *settings_of(context))
        assert found.score == Interval(Fraction(0), Fraction(10))
        assert found.confidence == 0


class TestConfidence:
    def test_it_is_the_share_of_weight_that_rests_on_facts(self):
        judged = of(facts_of_a_program(level="beginner"))
        assert score(judged, HOURS, rule("level", WORDS, 3)).confidence == Fraction(3, 4)

    @pytest.mark.parametrize(
        ("source", "trust"),
        [("me", 1), ("own", Fraction(2, 5)), ("old", Fraction(1, 2))],
    )
    def test_stale_facts_and_the_providers_own_word_count_less(self, source, trust):
        judged = of({"hours": [{"low": "50", "high": "50", "source": source}]})
        found = score(judged, HOURS)
        assert found.confidence == trust
        (measured,) = found.measures
        assert (measured.by_provider, measured.stale) == (source == "own", source == "old")

    def test_facts_of_a_kind_without_an_age_are_never_stale(self):
        judged = of({"level": {"level": "beginner", "source": "old"}})
        assert score(judged, rule("level", WORDS)).confidence == 1

    def test_what_the_role_says_is_not_the_providers_word(self):
        judged = of(
            {"prices": [{"amount_usd": "9", "per": "attempt", "product": "E", "source": "own"}]}
        )
        rising = rule("payback-weeks", parameters={"raise_percent_of_entry_wage": "5"})
        (measured,) = score(judged, rising, role=WANTED).measures
        assert not measured.by_provider


class TestTotals:
    TWO = (by(HOURS, id="one", title="One", weight_percent="25"),
           by(rule("level", WORDS), id="two", title="Two", weight_percent="75"))  # fmt: skip

    def test_the_total_adds_both_ends(self):
        found = judge(ask(of(facts_of_a_program(hours=(20, 60))), *self.TWO))
        assert found.total == Interval(Fraction(2), Fraction(15, 2))
        assert found.confidence == Fraction(1, 4)
        assert found.shares == (25, 75)

    def test_what_does_not_apply_leaves_its_weight_to_the_others(self):
        exam = of({**facts_of_a_program(level="beginner"), "exam": {"minutes": "60", **ME}})
        one = by(HOURS, id="one", title="One", weight_percent="25", evidence={"exams": "no"})
        found = judge(ask(exam, one, self.TWO[1]))
        assert found.total == Interval(Fraction(8), Fraction(8))
        assert found.shares == (0, 100)

    def test_nothing_applies(self):
        exam = of({"exam": {"minutes": "60", **ME}})
        found = judge(ask(exam, by(rule("guided-projects"))))
        assert (found.total, found.confidence, found.shares) == (None, 0, (0,))

    def test_a_retired_certificate_has_no_total(self):
        program = {**facts_of_a_program(hours=(1, 2)), "retired": {"as_of": "2026-01-31", **ME}}
        assert judge(ask(of(program), *self.TWO)).total is None

    def test_a_rubric_has_to_say_how(self):
        for more in ({}, {"rubric": rubric({"a": 100})}):
            with pytest.raises(EvidenceError) as caught:
                judge(ask(of(), **more))
            assert caught.value.rubric == ("rubric" if more else None)


numbers = st.integers(0, 120).map(Fraction)
pairs = st.tuples(numbers, numbers).map(sorted)
curves = st.lists(
    st.tuples(st.integers(0, 120), st.integers(0, 10)), min_size=2, max_size=5,
    unique_by=lambda point: point[0],
).map(sorted)  # fmt: skip


def function(points):
    return {"points": {str(at): str(to) for at, to in points}}


def known(low, high):
    return of(facts_of_a_program(hours=(int(low), int(high))))


@given(curves, pairs, st.fractions(0, 1))
def test_an_interval_holds_the_score_of_every_measurement_in_it(curve, span, part):
    low, high = span
    value = low + part * (high - low)
    held = ends(known(low, high), rule("hours", function(curve)))
    exact = derive_at(value, function(curve))
    assert held[0] <= exact <= held[1]


def derive_at(value, curve):
    """The score of a number of hours, which need not be whole."""
    context = ask(known(1, 1), by(rule("hours", curve)))
    figure = context.certificate.program.hours[0].model_copy(update={"low": value, "high": value})
    program = context.certificate.program.model_copy(update={"hours": (figure,)})
    certificate = context.certificate.model_copy(update={"program": program})
    (found,) = derive(replace(context, certificate=certificate), *settings_of(context))
    assert found.score.low == found.score.high
    return found.score.low


@given(curves, pairs, pairs)
def test_more_evidence_never_widens_an_interval(curve, outer, inner):
    bounds = [{"low": str(outer[0]), "high": str(outer[1])}]
    inside = [min(max(at, outer[0]), outer[1]) for at in inner]
    by_hours = rule("hours", function(curve), bounds=bounds)
    unknown, known_ends = ends(of(), by_hours), ends(known(*inside), by_hours)
    assert unknown[0] <= known_ends[0] <= known_ends[1] <= unknown[1]


@given(st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("abcdef"), min_size=1))
def test_a_longer_list_and_a_complete_one_never_widen_it(one, more):
    rules = rule("core-skills-taught", bounds=[{"low": "0", "high": "100"}])
    wanted = WANTED.model_copy(update={"skills": WANTED.skills.model_copy(update={
        "core": tuple("abcdef"), "useful": ()})})  # fmt: skip

    def of_list(skills, **fields):
        teaches = [{"skills": sorted(skills), **ME}] if skills else []
        return ends(of(teaches=teaches, **fields), rules, role=wanted)

    first, second = of_list(one), of_list(one | more)
    closed = of_list(one | more, complete=complete("teaches"))
    assert first[0] <= second[0] <= second[1] <= first[1]
    assert second[0] <= closed[0] <= closed[1] <= second[1]


KINDS = st.lists(st.sampled_from(["guided", "open", "none", None]), min_size=1, max_size=5)


@given(KINDS, st.data())
def test_projects_hold_what_any_completion_of_the_list_gives(kinds, data):
    filled = [kind or data.draw(st.sampled_from(["guided", "open", "none"])) for kind in kinds]
    further = data.draw(st.lists(st.sampled_from(["guided", "open", "none"]), max_size=3))
    for name, bounds in (("guided-projects", "100"), ("open-projects", "100"),
                         ("courses-with-project", "100")):  # fmt: skip
        rules = rule(name, bounds=[{"low": "0", "high": bounds}])
        closed, listed = complete("curriculum"), courses(*kinds)
        for before, after in (
            (of(curriculum=listed, complete=closed), courses(*filled)),
            (of(curriculum=listed), courses(*filled, *further)),
            (of({"courses": {"value": str(len(kinds) + len(further)), **ME}}, curriculum=listed),
             courses(*filled, *further)),
        ):  # fmt: skip
            low, high = ends(before, rules)
            exact_low, exact_high = ends(of(curriculum=after, complete=closed), rules)
            if None in after or exact_low != exact_high:
                continue
            assert low <= exact_low <= high


@given(st.permutations(range(4)), st.permutations(range(3)))
def test_the_order_of_criteria_measures_and_facts_changes_nothing(order, facts):
    rules = [rule("hours", LINEAR, 2), rule("level", WORDS, 3), rule("total-cost"),
             rule("core-skills-taught", LINEAR, 5)]  # fmt: skip
    criteria = [
        by(one, rules[at - 1], id=f"c{at}", title=f"C{at}", weight_percent=str(10 * at + 10))
        for at, one in enumerate(rules)
    ]
    teaches = [{"skills": [name], **ME} for name in "abc"]
    judged = of(facts_of_a_program(hours=(20, 40), level="beginner"), teaches=teaches)
    moved = of(facts_of_a_program(hours=(20, 40), level="beginner"),
               teaches=[teaches[at] for at in facts])  # fmt: skip
    one = judge(ask(judged, *criteria, role=WANTED))
    other = judge(ask(moved, *(criteria[at] for at in order), role=WANTED))
    assert one.total == other.total
    assert one.confidence == other.confidence

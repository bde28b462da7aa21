"""Rankings, comparisons and other answers about totals that are intervals."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.evidence.compare_intervals import compare_intervals
from certeval.analysis.evidence.evidence import evidence
from certeval.analysis.evidence.evidence_scorecard import evidence_scorecard
from certeval.analysis.evidence.first_shares import first_shares
from certeval.analysis.evidence.rank_intervals import rank_intervals
from certeval.analysis.evidence.shared_criteria import over_shared_criteria
from certeval.analysis.evidence.summary import evidence_summary
from certeval.analysis.goal_seek.goal import Goal
from certeval.analysis.goal_seek.target import target
from certeval.analysis.robustness.robustness import robustness
from certeval.analysis.robustness.sampling_plan import SamplingPlan
from certeval.analysis.score import score
from certeval.analysis.what_if.what_if import Scenario, what_if
from certeval.errors import RetiredError, UsageError
from certeval.model.context import Case
from tests.analysis.evidence.facts import LINEAR, ME, WANTED, ask, judge, of, rule, terms
from tests.builders import audience, certificate, context, facts_of_a_program, rubric

HALF = {"a": 50, "b": 50}
BANDS = [{"from": "5", "label": "good", "meaning": "take it"},
         {"from": "0", "label": "bad", "meaning": "leave it"}]  # fmt: skip
WORDS = {"words": {"beginner": "8", "intermediate": "5", "advanced": "2"}}


def card(name, a=None, b=None, /, reader=None, **more):
    """A scorecard of two criteria, 0 to 10; None is a score that is not known."""
    under = rubric(HALF, 0, 10, missing_score="interval", bands=BANDS, **more)
    given_scores = {key: raw for key, raw in (("a", a), ("b", b)) if raw is not None}
    judged = certificate(given_scores, id=name, title=name.upper())
    return score(Case(judged, reader, under))


def by_facts(*criteria, **facts):
    program = {**facts_of_a_program(hours=(20, 60)), **facts.pop("program", {})}
    return ask(of(program, **facts), *(criteria or TWO))


TWO = (judge(rule("hours"), id="one", title="One", weight_percent="25"),
       judge(rule("level", WORDS), id="two", title="Two", weight_percent="75"))  # fmt: skip


class TestRanking:
    def test_the_first_is_told_only_if_it_is_certain(self):
        cards = [card("x", 2, None), card("y", 9, 9), card("z", 0, 0)]
        ranking = rank_intervals(cards)
        assert [one.id for one in ranking.entries] == ["y", "x", "z"]
        assert ranking.certain_first == "y"
        assert [(one.best_rank, one.worst_rank) for one in ranking.entries] == [
            (1, 1), (2, 2), (3, 3),
        ]  # fmt: skip
        assert [one.certainly_ahead_of for one in ranking.entries] == [2, 1, 0]
        assert [one.certainly_behind for one in ranking.entries] == [0, 1, 2]

    def test_intervals_that_overlap_are_not_ordered(self):
        ranking = rank_intervals([card("x", 5, None), card("y", 6, 6)], top=1)
        assert ranking.certain_first is None
        assert ranking.ranked == 2
        (only,) = ranking.entries
        assert (only.best_rank, only.worst_rank) == (1, 2)

    def test_one_that_fails_a_requirement_is_last_and_never_first(self):
        minimum = {"id": "a", "title": "A", "weight_percent": "50", "question": "?", **ME,
                   "minimum": "5"}  # fmt: skip
        criteria = [minimum, {**minimum, "id": "b", "title": "B", "minimum": None}]
        criteria[1].pop("minimum")
        cards = [card("x", 4, 10, criteria=criteria), card("y", 5, 5, criteria=criteria)]
        ranking = rank_intervals(cards)
        assert [one.id for one in ranking.entries] == ["y", "x"]
        assert ranking.certain_first == "y"
        assert [one.first_percent.value for one in ranking.entries] == [100, 0]
        alone = rank_intervals(cards[:1])
        assert alone.certain_first is None
        assert first_shares(cards[:1], 10, 1) == (0,)

    def test_left_out(self):
        ranking = rank_intervals([card("x", 5, None)], left_out=[("y", "retired")])
        assert [(one.id, one.reason) for one in ranking.left_out] == [("y", "retired")]
        assert ranking.certain_first == "x"


ends = st.sampled_from([None, 0, 3, 5, 10])


@given(st.lists(st.tuples(ends, ends), min_size=1, max_size=4), st.randoms())
def test_the_order_of_the_cards_changes_nothing(rows, random):
    cards = [card(f"x{at}", *row) for at, row in enumerate(rows)]
    moved = random.sample(cards, len(cards))
    one, other = (rank_intervals(each, draws=20) for each in (cards, moved))
    assert one.entries == other.entries
    assert one.certain_first == other.certain_first


@given(st.lists(st.tuples(ends, ends), min_size=1, max_size=4))
def test_only_those_that_can_be_first_ever_are(rows):
    cards = [card(f"x{at}", *row) for at, row in enumerate(rows)]
    ranking = rank_intervals(cards, draws=20)
    for one in ranking.entries:
        assert one.best_rank == 1 or one.first_percent.value == 0
        assert one.id != ranking.certain_first or one.first_percent.value == 100
    assert sum(one.first_percent.value for one in ranking.entries) >= 100


def test_first_shares_are_those_of_uniform_draws():
    cards = [card("x", 5, None), card("y", 5, 5)]
    one, other = first_shares(cards, 20_000, 3)
    assert abs(one - Fraction(1, 2)) < 0.02
    assert one + other == 1
    assert first_shares([card("x", 5, 5), card("y", 5, 5)], 7, 1) == (1, 1)


class TestComparison:
    def test_criterion_by_criterion(self):
        found = compare_intervals([card("x", 5, None), card("y", 6, 6)])
        assert [one.ahead for one in found.criteria] == ["y", None]
        assert [one.id for one in found.entries] == ["x", "y"]
        assert found.certain_first is None
        low, high = found.criteria[1].scores[0].low, found.criteria[1].scores[0].high
        assert (low.value, high.value) == (0, 10)

    def test_one_certificate_for_several_audiences(self):
        readers = [audience(id=name, title=name) for name in ("one", "two")]
        found = compare_intervals([card("x", 5, None, reader=reader) for reader in readers])
        assert [one.id for one in found.entries] == ["one", "two"]
        assert found.audience is None

    def test_a_criterion_that_does_not_apply_to_all_has_nobody_ahead(self):
        program = {"exam": {"minutes": "60", **ME}, **facts_of_a_program(level="beginner")}
        lone = judge(rule("hours"), id="one", title="One", weight_percent="25",
                     evidence={"exams": "no"})  # fmt: skip
        cards = [evidence_scorecard(by_facts(lone, TWO[1], program=facts, id=name))
                 for name, facts in (("x", program), ("y", {}))]  # fmt: skip
        found = {one.criterion: one for one in compare_intervals(cards).criteria}
        assert [one.id for one in found["one"].scores] == ["y"]
        assert found["one"].ahead is None
        shared = over_shared_criteria(cards, terms(lone, TWO[1], bands=BANDS))
        assert [[line.criterion for line in one.lines] for one in shared] == [["two"], ["two"]]
        assert shared[0].total.value == 8
        assert shared[0].total_high is None
        assert (shared[1].total.value, shared[1].total_high.value) == (2, 8)
        assert (shared[0].band.label, shared[1].band_high.label) == ("good", "good")
        assert "One: not compared, as it does not apply to all of them" in shared[0].warnings
        assert over_shared_criteria(cards[:1], terms(lone, TWO[1])) == (cards[0],)

    def test_certificates_without_a_criterion_in_common(self):
        exam = {"exam": {"minutes": "60", **ME}}
        one = judge(rule("guided-projects"), id="one", title="One", weight_percent="50")
        two = judge(rule("hours"), id="two", title="Two", weight_percent="50",
                    evidence={"exams": "no"})  # fmt: skip
        other = judge(rule("level", WORDS), id="two", title="Two", weight_percent="50")
        alone = {**one, "weight_percent": "100"}
        cards = (evidence_scorecard(by_facts(one, other, program=exam, id="x")),
                 evidence_scorecard(by_facts(alone, id="y")))  # fmt: skip
        assert [line.criterion for line in cards[0].lines] == ["two"]
        with pytest.raises(UsageError, match="no criterion applies to all"):
            over_shared_criteria(cards, terms(one, two))


class TestScorecard:
    def test_ends_and_bands(self):
        found = evidence_scorecard(by_facts())
        assert (found.total.value, found.total_high.value) == (2, Fraction(15, 2))
        assert found.by == "evidence"
        assert [line.origin for line in found.lines] == ["evidence"] * 2
        assert found.confidence_percent.value == 25
        assert found.lines[0].raw_high.value == 6

    def test_a_known_total_has_no_second_end(self):
        program = {**facts_of_a_program(hours=(40, 40), level="beginner")}
        found = evidence_scorecard(ask(of(program), *TWO))
        assert (found.total.value, found.total_high, found.rating_high) == (7, None, None)
        assert found.lines[0].raw_high is None

    def test_weights_of_the_caller(self):
        found = evidence_scorecard(by_facts(), weights={"one": 1, "two": 0}, normalize=True)
        assert found.total.value == 2

    def test_a_retired_one_has_none(self):
        retired = {"retired": {"as_of": "2026-01-31", **ME}}
        with pytest.raises(RetiredError):
            evidence_scorecard(by_facts(program=retired))
        report = evidence(by_facts(program=retired))
        assert (report.total, report.rating, report.narrowing) == (None, None, None)
        assert report.retired == "2026-01-31"


class TestReport:
    def test_the_fact_that_would_narrow_it_most(self):
        assert evidence(by_facts()).narrowing.about == "level"
        known = ask(of(facts_of_a_program(hours=(40, 40), level="beginner")), *TWO)
        assert evidence(known).narrowing is None
        bare = {key: value for key, value in judge().items() if key != "evidence"}
        other = {**bare, "id": "two", "weight_percent": "75"}
        assert evidence(by_facts(*TWO[:1], other)).narrowing is None
        found = evidence(ask(of(), *TWO[:1], other)).narrowing
        assert (found.about, found.before.value, found.after.value) == (
            "hours",
            10,
            Fraction(15, 2),
        )
        first = {**TWO[1], "id": "first", "weight_percent": "75"}
        last = {**TWO[0], "id": "last"}
        assert evidence(ask(of(), first, last)).narrowing.about == "level"

    def test_a_reviewer_beside_it(self):
        scores = [{"criterion": name, "raw": raw, "reason": "?", **ME}
                  for name, raw in (("one", "9"), ("two", "1"))]  # fmt: skip
        found = evidence(by_facts(scores=scores, rubric="rubric"))
        assert found.opinion.value == 3
        assert [line.gap.value for line in found.lines] == [3, -1]
        inside = [{**scores[0], "raw": "4"}, {**scores[1], "raw": "5"}]
        found = evidence(by_facts(scores=inside, rubric="rubric"))
        assert [str(line.gap) for line in found.lines] == ["0", "0"]

    def test_without_a_reviewer(self):
        assert evidence(by_facts()).opinion is None


class TestSummary:
    def gaps(self, *criteria, raw, **facts):
        scores = [{"criterion": one["id"], "raw": raw, "reason": "?", **ME} for one in criteria]
        asked = by_facts(*criteria, scores=scores, rubric="rubric", **facts)
        return evidence_summary(asked).disagreements

    def test_there_is_none_without_evidence(self):
        assert evidence_summary(context(of())) is None
        assert evidence_summary(context(of(), rubric=rubric({"a": 100}))) is None

    def test_the_measure_that_pulls_most_is_named(self):
        both = judge(rule("hours", LINEAR, 3), rule("level", WORDS, 1), rule("guided-projects"))
        program = {**facts_of_a_program(hours=(20, 20), level="advanced"),
                   "exam": {"minutes": "60", **ME}}  # fmt: skip
        (gap,) = self.gaps(both, raw="9", program=program)
        assert (gap.measure, gap.detail, gap.gap.value) == ("hours", "20", 7)
        (gap,) = self.gaps(both, raw="0", program=program)
        assert gap.gap.value == -2
        (gap,) = self.gaps(judge(rule("level", WORDS)), raw="9",
                           program=facts_of_a_program(level="advanced"))  # fmt: skip
        assert gap.detail == "advanced"
        assert self.gaps(judge(rule("level", WORDS)), raw="2",
                         program=facts_of_a_program(level="advanced")) == ()  # fmt: skip

    def test_of_the_highest_it_is_the_highest(self):
        highest = judge(rule("hours"), rule("level", WORDS), evidence={"combine": "highest"})
        program = facts_of_a_program(hours=(20, 20), level="advanced")
        (gap,) = self.gaps(highest, raw="9", program={**program, "level": {
            "level": "intermediate", **ME}})  # fmt: skip
        assert gap.measure == "level"

    @pytest.mark.parametrize(
        ("measure", "detail"), [("prerequisite-steps", "1-12 steps"), ("demand-covered", "60%")]
    )
    def test_a_measurement_stands_in_for_its_calculation(self, measure, detail):
        curve = {"points": {"0": "0", "12" if "steps" in measure else "60": "1"}}
        scores = [{"criterion": "c", "raw": "9", "reason": "?", **ME}]
        judged = of(facts_of_a_program(needs={"x": "basic"}), scores=scores, rubric="rubric",
                    teaches=[{"skills": ["a"], **ME}])  # fmt: skip
        (gap,) = evidence_summary(
            ask(judged, judge(rule(measure, curve)), role=WANTED)
        ).disagreements
        assert gap.detail == detail


class TestOtherQuestions:
    PLAN = SamplingPlan("uniform", 1, None, 2000, 1)

    def test_robustness_draws_what_is_unknown(self):
        under = rubric(HALF, 0, 10, missing_score="interval", bands=BANDS)
        found = robustness([card("x", 5, None), card("y", 5, 5)], under, self.PLAN)
        assert found.method.intervals
        assert not found.method.exact
        assert abs(found.acceptabilities[0].ranks[0].share - Fraction(1, 2)) < 0.06
        alone = robustness([card("x", 5, None)], under, self.PLAN)
        assert [one.what for one in alone.passes] == ["verdict", "verdict"]
        assert abs(alone.passes[0].probability.share - Fraction(1, 2)) < 0.06
        assert not robustness([card("x", 5, 5)], under, self.PLAN).method.intervals

    @pytest.mark.parametrize(
        ("goal", "chance"), [(2, "certain"), (5, "possible"), ("7.6", "out_of_reach")]
    )
    def test_a_target_is_certain_possible_or_out_of_reach(self, goal, chance):
        asked = by_facts()
        found = target(evidence_scorecard(asked), asked.rubric, Goal(Fraction(goal)))
        assert found.chance == chance
        assert found.by == "evidence"

    def test_a_target_of_a_known_total_is_reached_or_not(self):
        under = rubric(HALF, 0, 10, missing_score="interval", bands=BANDS)
        assert target(card("x", 5, 5), under, Goal(Fraction(5))).chance is None

    def test_without_a_price_there_is_none_to_change(self):
        with pytest.raises(UsageError, match="has no price to replace"):
            what_if(by_facts(), Scenario(price=Decimal(9)), "evidence")

    def test_a_change_of_pace_without_one_of_weights(self):
        weeks = judge(rule("weeks-to-finish"))
        found = what_if(by_facts(weeks), Scenario(hours_per_week=Fraction(10)), "evidence")
        total = found.score.total
        assert (total.before.value, total.before_high.value) == (0, 10)
        assert (total.after.value, total.after_high.value) == (Fraction(1, 5), Fraction(3, 5))
        assert (total.difference.value, total.difference_high.value) == (
            Fraction(1, 5), Fraction(-47, 5),
        )  # fmt: skip

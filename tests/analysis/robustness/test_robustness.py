"""Shares of weightings, exact for one and for two, sampled for more; and the outcome."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import score_all
from certeval.analysis.robustness.robustness import robustness
from certeval.analysis.robustness.sampling_plan import SamplingPlan
from certeval.results.figures import Quantity
from tests import builders
from tests.analysis.comparison_cases import BANDS, ROBUST, contests, few, halves, identity, rivals

EXACT = SamplingPlan("uniform", Decimal(1), None, 2000, 1)
"""Exact for one and for two; sampled for more."""
STATED = EXACT._replace(weights="stated", concentration=Decimal(50))
UNCERTAIN = EXACT._replace(score_error=Decimal("0.5"))


def judge(found, plan=EXACT, least=None):
    return robustness(found.cards, found.rubric, plan, least)


def sentence(result):
    return result.to_dict()["sentence"]


def firsts(result):
    return {one.alternative: one.ranks[0].share for one in result.acceptabilities}


def centres(result):
    return {
        one.alternative: [each.weight_percent.value / 100 for each in one.central_weights]
        for one in result.acceptabilities
    }


class TestPublished:
    """The identity matrix, and two certificates of two criteria."""

    @pytest.mark.parametrize(("count", "own"), [(3, (11, 18)), (6, (49, 120))])
    def test_the_identity_matrix(self, count, own):
        weights = [Fraction(100, count)] * count
        found = rivals([100, *[0] * (count - 1)], identity(count))
        plan = EXACT._replace(draws=20_000)
        result = judge(found, plan)
        assert not result.method.exact
        share = 1 / count
        for one in result.acceptabilities:
            at = found.ids.index(one.alternative)
            error = sqrt(share * (1 - share) / plan.draws)
            assert abs(one.ranks[0].share - Fraction(1, count)) < 5 * error
            weighted = [each.weight_percent.value for each in one.central_weights]
            mine = Fraction(*own)
            sd = 0.5 / sqrt(plan.draws / count)
            assert abs(weighted[at] / 100 - mine) < 5 * sd
            others = (1 - mine) / (count - 1)
            for place, weight in enumerate(weighted):
                if place != at:
                    assert abs(weight / 100 - others) < 5 * sd
        assert abs(sum(firsts(result).values()) - 1) < 1e-9
        assert sum(weights) == 100

    def test_the_identity_matrix_of_two_is_exact(self):
        result = judge(rivals([50, 50], identity(2)))
        assert result.method.exact
        assert firsts(result) == {"a": Fraction(1, 2), "b": Fraction(1, 2)}
        assert centres(result) == {
            "a": [Fraction(3, 4), Fraction(1, 4)],
            "b": [Fraction(1, 4), Fraction(3, 4)],
        }

    def test_two_certificates(self):
        result = judge(rivals([50, 50], {"x": [10, 0], "y": [0, 5]}))
        assert firsts(result) == {"x": Fraction(2, 3), "y": Fraction(1, 3)}
        assert centres(result) == {
            "x": [Fraction(2, 3), Fraction(1, 3)],
            "y": [Fraction(1, 6), Fraction(5, 6)],
        }
        (pair,) = result.pairwise
        assert (pair.first, pair.second) == ("x", "y")
        shares = [part.share for part in (pair.ahead, pair.behind, pair.tied)]
        assert shares == [Fraction(2, 3), Fraction(1, 3), 0]
        assert result.acceptabilities[0].ranks[1].share == Fraction(1, 3)
        assert {one.confidence.share for one in result.acceptabilities} == {1}
        assert result.acceptabilities[0].ranks[0].standard_error.value is None


@st.composite
def evenly(draw, certificates, **more):
    """Certificates under equal weights, and a plan that draws any weighting around them.

    A Dirichlet distribution whose parameters are all 1 is uniform.
    """
    count = draw(st.sampled_from([1, 2, 4, 5]))
    row = st.lists(halves, min_size=count, max_size=count)
    rows = draw(st.lists(row, min_size=certificates, max_size=certificates))
    plan = STATED._replace(concentration=Decimal(count), draws=1000)
    return rivals([100 // count] * count, rows, **more), plan


def is_close(drawn, exact):
    """Whether a share of 1,000 draws is within five standard errors, or three draws, of another."""
    return abs(drawn - exact) <= 5 * sqrt(exact * (1 - exact) / 1000) + Fraction(3, 1000)


@settings(max_examples=25, derandomize=True)
@given(evenly(2))
def test_two_that_are_drawn_come_close_to_the_exact_shares(asked):
    found, plan = asked
    exact, drawn = judge(found), judge(found, plan)
    assert exact.method.exact
    assert not drawn.method.exact
    for name, share in firsts(exact).items():
        assert is_close(firsts(drawn)[name], share)
        count = 1000 * firsts(drawn)[name]
        if count > 100:
            for one, other in zip(centres(drawn)[name], centres(exact)[name], strict=True):
                assert abs(one - other) < 5 * 0.5 / sqrt(count)
    (one,), (other,) = exact.pairwise, drawn.pairwise
    assert is_close(other.ahead.share, one.ahead.share)
    assert is_close(other.behind.share, one.behind.share)
    assert other.tied.share == one.tied.share


@settings(max_examples=25, derandomize=True)
@given(evenly(1, bands=BANDS), st.sampled_from([None, "3", "6.5"]))
def test_passing_shares_that_are_drawn_come_close_to_the_exact_ones(asked, least):
    found, plan = asked
    wanted = None if least is None else Decimal(least)
    exact, drawn = (judge(found, each, wanted).passes for each in (EXACT, plan))
    assert [(one.what, one.label) for one in exact] == [(one.what, one.label) for one in drawn]
    for one, other in zip(exact, drawn, strict=True):
        assert one.probability.standard_error.value is None
        assert other.probability.standard_error.value is not None
        assert is_close(other.probability.share, one.probability.share)


everything = st.sampled_from([EXACT, STATED, UNCERTAIN, STATED._replace(score_error=Decimal(1))])


@few
@given(contests(), everything)
def test_shares_add_up(found, plan):
    result = judge(found, plan._replace(draws=60))
    count = len(found.ids)
    for one in result.acceptabilities:
        assert sum(part.share for part in one.ranks) == 1, "it has one rank in each draw"
        assert len(one.ranks) == count
        assert bool(one.central_weights) == (one.ranks[0].share > 0) == bool(one.confidence)
        if one.central_weights:
            assert abs(sum(each.weight_percent.value for each in one.central_weights) - 100) < 1e-9
    level = any(pair.tied.share for pair in result.pairwise)
    for rank in range(count):
        whole = sum(one.ranks[rank].share for one in result.acceptabilities)
        assert level or whole == 1
    assert sum(firsts(result).values()) >= 1
    assert len(result.pairwise) == count * (count - 1) // 2
    for pair in result.pairwise:
        assert pair.ahead.share + pair.behind.share + pair.tied.share == 1
    shares = [(one.ranks[0].share, one.sole_first.share) for one in result.acceptabilities]
    assert shares == sorted(shares, reverse=True)
    assert all(alone <= first for first, alone in shares)
    assert sum(alone for _, alone in shares) <= 1
    assert level or sum(alone for _, alone in shares) == 1


@few
@given(contests(fewest=1, most=1, bands=BANDS), everything)
def test_verdicts_add_up(found, plan):
    parts = [one.probability.share for one in judge(found, plan._replace(draws=60)).passes]
    assert len(parts) == len(BANDS)
    assert sum(parts) == 1
    assert min(parts) >= 0


@few
@given(contests(most=3), st.sampled_from([EXACT, STATED]))
def test_a_dominated_one_never_wins(found, plan):
    result = judge(found, plan._replace(draws=60))
    rows = dict(zip(found.ids, found.matrix.scores, strict=True))
    for name, row in rows.items():
        strictly = any(
            all(mine < theirs for mine, theirs in zip(row, other, strict=True))
            for other in rows.values()
        )
        if strictly:
            assert firsts(result)[name] == 0
            assert centres(result)[name] == []
    for pair in result.pairwise:
        one, other = rows[pair.first], rows[pair.second]
        if all(mine >= theirs for mine, theirs in zip(one, other, strict=True)):
            assert pair.behind.share == 0
        if one == other:
            assert pair.tied.share == 1


@few
@given(contests(most=2), st.data())
def test_of_two_raising_a_score_never_lowers_the_share(found, data):
    at = data.draw(st.integers(0, len(found.matrix.criteria) - 1))
    weights = [criterion.weight_percent for criterion in found.rubric.criteria]
    rows = [[item.raw for item in case.certificate.scores] for case in found.cases]
    better = [max(raw, data.draw(halves)) if at == place else raw
              for place, raw in enumerate(rows[0])]  # fmt: skip
    raised = rivals(weights, [better, *rows[1:]])
    assert firsts(judge(raised))["a"] >= firsts(judge(found))["a"]


def unordered(result):
    """A result without the order in which certificates and pairs are listed."""
    pairs = {}
    for pair in result.pairwise:
        pairs[pair.first, pair.second] = (pair.ahead, pair.behind, pair.tied)
        pairs[pair.second, pair.first] = (pair.behind, pair.ahead, pair.tied)
    return set(result.acceptabilities), set(result.alternatives), pairs, result.method


@few
@given(contests(), everything, st.randoms(use_true_random=False))
def test_the_order_of_the_certificates_changes_no_number(found, plan, random):
    plan = plan._replace(draws=40)
    order = list(range(len(found.ids)))
    random.shuffle(order)
    one, other = judge(found, plan), judge(found.turned(order), plan)
    assert unordered(one) == unordered(other)
    assert one.outcome == other.outcome


def test_the_order_of_the_certificates_changes_nothing_but_the_pairs():
    rows = {"x": [9, 9], "y": [3, 4], "z": [5, 1], "w": [2, 8]}
    found = rivals([50, 50], rows)
    for plan in (EXACT, UNCERTAIN):
        one, other = judge(found, plan), judge(found.turned([2, 0, 3, 1]), plan)
        assert one.acceptabilities == other.acceptabilities
        assert one.alternatives == other.alternatives
        assert sentence(one) == sentence(other)


def test_the_seed_decides():
    found = rivals([40, 30, 30], [[9, 3, 4], [3, 9, 5], [4, 4, 9]])
    for plan in (EXACT, STATED, UNCERTAIN):
        one, again = judge(found, plan), judge(found, plan)
        assert one == again
        assert one != judge(found, plan._replace(seed=2))


def test_more_draws_are_further_draws():
    found, steps = rivals([40, 30, 30], [[9, 3, 4], [3, 9, 5], [4, 4, 9]]), []
    judge(found, UNCERTAIN._replace(draws=1200, progress=steps.append))
    assert steps == [500, 500, 200] * 2, "weightings, then scores under the central weights"
    steps.clear()
    judge(found, EXACT._replace(draws=1200, progress=steps.append))
    assert steps == [500, 500, 200]


class TestStated:
    """Weightings around the stated one."""

    def test_all_the_weight_on_one_criterion_stays_there(self):
        result = judge(rivals([0, 100], {"x": [9, 5], "y": [1, 6]}), STATED)
        assert firsts(result) == {"y": 1, "x": 0}
        assert centres(result)["y"] == [0, 1]

    def test_a_criterion_of_weight_0_counts_for_nothing(self):
        result = judge(rivals([0, 50, 50], {"x": [9, 5, 6], "y": [1, 5, 6]}), STATED)
        assert firsts(result) == {"x": 1, "y": 1}
        assert [pair.tied.share for pair in result.pairwise] == [1]

    def test_a_higher_concentration_is_surer(self):
        found = rivals([60, 40], {"x": [8, 5], "y": [5, 8]})
        shares = [
            firsts(judge(found, STATED._replace(concentration=Decimal(near))))["x"]
            for near in (1, 10, 100, 1000)
        ]
        assert shares == sorted(shares)
        assert shares[0] < 0.7
        assert shares[-1] == 1

    def test_one_certificate(self):
        found = rivals([60, 40], {"x": ["7.5", 6]}, bands=BANDS)
        good, fair, poor = judge(found, STATED).passes
        assert 0.2 < good.probability.share < 0.8, "6.9 is close to 6.95"
        assert good.probability.share + fair.probability.share == 1
        assert poor.probability.share == 0


class TestConfidence:
    """How sure the first rank is under the central weights, where scores may be off."""

    def test_without_errors_it_is_complete(self):
        result = judge(rivals([50, 50], [*identity(2), [0, 0]]))
        assert [one.confidence and one.confidence.display for one in result.acceptabilities] == [
            "100.0%", "100.0%", None,
        ]  # fmt: skip
        assert result.acceptabilities[0].confidence.standard_error.value is None

    def test_with_errors_it_is_not(self):
        result = judge(rivals([50, 50], {"x": [9, 1], "y": ["8.9", "1.05"]}), UNCERTAIN)
        for one in result.acceptabilities:
            assert 0.4 < one.confidence.share < 0.8
            assert one.confidence.standard_error.value > 0

    def test_a_far_better_one_is_sure(self):
        result = judge(rivals([50, 50], {"x": [9, 9], "y": [1, 1]}), UNCERTAIN)
        sure, never = result.acceptabilities
        assert (sure.confidence.share, never.confidence) == (1, None)


class TestOutcome:
    """The outcome by the rubric's thresholds, and its sentence."""

    @pytest.mark.parametrize(
        ("rows", "robust_from", "words"),
        [
            (
                [[10, 0], [0, 5]], 66,
                "Robust: A is first under 66.7% of weightings, B under 33.3%.",
            ),
            (
                [[10, 0], [0, 5]], 67,
                "Leaning: A is first under 66.7% of weightings, B under 33.3%.",
            ),
            (
                [[5, 0], [0, 5]], 67,
                "Toss-up: A is first under 50.0% of weightings, B under 50.0%.",
            ),
            (
                [[5, 5], [5, 5]], 67,
                "Toss-up: A and B tie for first under every weighting.",
            ),
            (
                [[5, 5], [5, 4]], 67,
                "Robust: A is first under 100.0% of weightings, B under 0.0%.",
            ),
            (
                [[3, 3], [9, 0]], 66,
                "Robust: B is first under 66.7% of weightings, A under 33.3%.",
            ),
        ],
    )  # fmt: skip
    def test_of_two(self, rows, robust_from, words):
        limits = ROBUST | {"robust_from_percent": str(robust_from)}
        result = judge(rivals([50, 50], rows, robustness=limits))
        assert sentence(result) == words
        assert result.outcome == words.split(":")[0].lower().replace("-", "_")

    def test_the_rubrics_threshold_itself_is_enough(self):
        limits = ROBUST | {"robust_from_percent": "75", "leaning_from_percent": "50"}
        rows = [[1, 1, 0], [0, 0, 1]]
        result = judge(rivals([50, 30, 20], rows, robustness=limits))
        assert firsts(result)["a"] == Fraction(3, 4)
        assert result.outcome == "robust"
        half = judge(rivals([50, 50], identity(2), robustness=limits))
        assert half.outcome == "leaning"

    def test_another_one_is_first_under_the_stated_weights(self):
        result = judge(rivals([95, 5], {"x": [6, 0], "y": [5, 9]}, robustness=ROBUST))
        assert sentence(result) == (
            "Robust: Y is first under 90.0% of weightings, X under 10.0%. "
            "Under the stated weights it is X."
        )

    def test_two_tie_under_the_stated_weights(self):
        rows = {"x": [8, 6, 0], "y": [6, 8, 0], "z": [5, 5, 10]}
        result = judge(rivals([50, 50, 0], rows, robustness=ROBUST))
        assert sentence(result).endswith("Under the stated weights it is X and Y.")

    def test_of_more_the_sentence_names_the_next_two(self):
        rows = {"x": [9, 9], "y": [1, 1], "z": [2, 1], "w": [1, 2]}
        result = judge(rivals([50, 50], rows, robustness=ROBUST))
        assert sentence(result).startswith(
            "Robust: X is first under 100.0% (+/- 0.00 points) of weightings, "
        )
        assert sentence(result).count("under 0.0%") == 2

    def test_two_that_tie_among_others(self):
        rows = {"x": [9, 9], "y": [1, 1], "z": [9, 9]}
        result = judge(rivals([50, 50], rows, robustness=ROBUST))
        assert sentence(result) == "Toss-up: X and Z tie for first under every weighting."
        assert [one.ranks[2].share for one in result.acceptabilities] == [0, 0, 1]

    def test_two_that_nearly_always_tie_are_not_robust(self):
        rows = {"x": [9, 9], "y": [9, 9], "z": [0, "9.5"]}
        result = judge(rivals([50, 50], rows, robustness=ROBUST))
        assert 0.9 < firsts(result)["x"] == firsts(result)["y"] < 1
        assert result.outcome == "toss_up", "neither is ever first alone"
        assert sentence(result).startswith("Toss-up: X is first under 9")
        assert " (alone under 0.0%), Y under 9" in sentence(result)

    @pytest.mark.parametrize("rows", [[[10, 0], [0, 5]], [[5, 5], [5, 5]]])
    def test_a_rubric_without_thresholds(self, rows):
        result = judge(rivals([50, 50], rows))
        assert result.outcome is None
        assert sentence(result).endswith(" The rubric rubric sets no robustness thresholds.")
        assert sentence(result).startswith("A ")

    @pytest.mark.parametrize(
        ("least", "words"),
        [
            ("4", "Leaning: X reaches a total of 4 or more under 60.0% of weightings."),
            (
                "9.5",
                "Robust: X falls short of a total of 9.5 or more under 95.0% of weightings.",
            ),
            ("5", "Toss-up: X reaches a total of 5 or more under 50.0% of weightings."),
            ("0", "Robust: X reaches a total of 0 or more under 100.0% of weightings."),
        ],
    )
    def test_of_one_with_a_total_to_reach(self, least, words):
        found = rivals([50, 50], {"x": [10, 0]}, robustness=ROBUST)
        result = judge(found, least=Decimal(least))
        assert sentence(result) == words
        assert [one.what for one in result.passes] == ["score"]

    @pytest.mark.parametrize(
        ("row", "words"),
        [
            ([8, "6.5"], "Leaning: X rates 'good' under 70.0% of weightings."),
            (["9.95", "9.95"], "Robust: X rates 'good' under 100.0% of weightings."),
            ([0, 0], "Robust: X rates 'poor' under 100.0% of weightings."),
            ([10, 0], "Toss-up: X rates 'poor' under 39.5% of weightings."),
        ],
    )
    def test_of_one_by_its_verdicts(self, row, words):
        found = rivals([50, 50], {"x": row}, robustness=ROBUST, bands=BANDS)
        assert sentence(judge(found)) == words

    def test_of_one_with_uncertain_scores(self):
        found = rivals([50, 50], {"x": [10, 0]}, robustness=ROBUST)
        words = sentence(judge(found, UNCERTAIN, Decimal(5)))
        assert words.startswith("Toss-up: X reaches a total of 5 or more under ")
        assert words.endswith(" (+/- 1.12 points) of weightings.")


class TestPassing:
    """One certificate: the total to reach, and the rubric's verdicts."""

    def test_verdicts_are_of_the_printed_rating(self):
        found = rivals([50, 50], {"x": [10, 0]}, bands=BANDS)
        good, fair, poor = judge(found).passes
        assert good.probability.share == Fraction("0.305"), "6.95 is printed as 7.0"
        assert fair.probability.share == Fraction("0.3")
        assert poor.probability.share == Fraction("0.395")
        assert [one.label for one in (good, fair, poor)] == ["good", "fair", "poor"]

    def test_a_total_is_exact(self):
        found = rivals([50, 50], {"x": [10, 0]}, bands=BANDS)
        first, *verdicts = judge(found, least=Decimal(7)).passes
        assert (first.what, first.label) == ("score", "7")
        assert first.probability.share == Fraction("0.3")
        assert [one.what for one in verdicts] == ["verdict"] * 3

    @pytest.mark.parametrize("plan", [EXACT, STATED])
    def test_an_equal_total_reaches_it(self, plan):
        found = rivals([50, 30, 20], {"x": ["7.1"] * 3}, bands=BANDS)
        first, good, *_ = judge(found, plan, Decimal("7.1")).passes
        assert (first.probability.share, good.probability.share) == (1, 1)
        just = rivals([50, 30, 20], {"x": ["6.95"] * 3}, bands=BANDS)
        assert just.cards[0].band.label == "good"
        assert judge(just, plan).passes[0].probability.share == 1

    def test_a_single_band(self):
        (only,) = judge(rivals([50, 50], [[8, 6]], bands=BANDS[-1:])).passes
        assert (only.label, only.probability.share) == ("poor", 1)
        drawn = judge(rivals([50, 50], [[8, 6]], bands=BANDS[-1:]), STATED).passes[0]
        assert drawn.probability.share == 1
        assert drawn.probability.standard_error.value == 0

    def test_without_bands_there_is_only_the_total(self):
        (only,) = judge(rivals([100], [[8]]), least=Decimal(8)).passes
        assert only.probability.share == 1

    @pytest.mark.parametrize("plan", [EXACT, STATED])
    @pytest.mark.parametrize("raw", ["-0.04", "-0.05", "-0.06", "0", "0.05", "-5"])
    def test_the_same_score_everywhere_is_the_scorers_verdict(self, raw, plan):
        bands = [
            {"from": "0", "label": "good", "meaning": "so"},
            {"from": "-10", "label": "poor", "meaning": "so"},
        ]
        found = rivals([50, 50], [[raw, raw]], -10, 10, bands=bands)
        shares = {one.label: one.probability.share for one in judge(found, plan).passes}
        assert shares[found.cards[0].band.label] == 1


class TestAround:
    """The rest of the result."""

    def test_alternatives_by_rank_with_their_weights(self):
        result = judge(rivals([60, 40], {"x": [5, 5], "y": [9, 1], "z": [6, 6]}))
        assert [one.id for one in result.alternatives] == ["z", "y", "x"]
        first = result.acceptabilities[0]
        assert (first.alternative, first.label) == ("z", "Z")
        weight = first.central_weights[0]
        assert (weight.criterion, weight.title) == ("c0", "C0")
        assert weight.stated_percent == Quantity(Fraction(60), "60%")
        assert result.kind == "robustness"
        assert result.scale_max_display == "10"

    def test_warnings_and_reader(self):
        rows = {"x": [5, None], "y": [9, 1]}
        cases = rivals([60, 40], rows, missing_score="exclude").cases
        cards = score_all([replace(case, audience=builders.audience()) for case in cases])
        result = robustness(cards, cases[0].rubric, EXACT)
        assert result.audience.id == "reader"
        assert result.warnings == (
            "C1: not compared, as 'x' has no score for it",
            "C1: no score, so left out; the other weights are rescaled",
        )
        assert firsts(result) == {"y": 1, "x": 0}

"""Rows of a table have exactly the totals of certificates with the same scores."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.rank import row_scorer
from certeval.analysis.rank.row_scorer import RowScorer
from certeval.analysis.score import score
from certeval.analysis.weighted_sum import UNIT, integer_weights
from certeval.analysis.weights import normalize_weights, resolve_weights
from certeval.errors import RowError, UnscoredError, WeightsError
from certeval.model.context import Case
from tests import builders

NAMES = ("c0", "c1", "c2", "c3")
LONGEST = ".123456789012345"


def scorer_of(rubric, audience=None, weights=None, *, normalize=False):
    stated = resolve_weights(audience, rubric, weights or {})
    return RowScorer(rubric, audience, normalize_weights(stated, normalize=normalize)[0])


def points(scorer, texts):
    return Fraction(scorer.score(texts).total, scorer.unit)


@st.composite
def judged(draw):
    """A rubric, an audience, other weights, and raw scores of one certificate, some missing."""
    names = NAMES[: draw(st.integers(1, 4))]
    cuts = sorted(draw(st.lists(st.integers(0, 1000), min_size=len(names) - 1,
                                max_size=len(names) - 1)))  # fmt: skip
    percents = [Decimal(b - a) / 10 for a, b in pairwise([0, *cuts, 1000])]
    policy = draw(st.sampled_from(["error", "exclude", "lowest", "middle"]))
    terms = builders.rubric(dict(zip(names, percents, strict=True)), 1, 10, missing_score=policy)
    change = st.decimals(-10, 10, places=3)
    changes = draw(st.dictionaries(st.sampled_from(names), change, max_size=2))
    reader = builders.audience(adjustments=[builders.adjustment(*item) for item in changes.items()])
    tried = draw(st.dictionaries(st.sampled_from(names), st.integers(0, 90), max_size=2))
    number = st.decimals(1, 10, places=4)
    scores = draw(st.lists(number | st.none(), min_size=len(names), max_size=len(names)))
    return terms, reader, {name: Decimal(weight) for name, weight in tried.items()}, scores


@given(judged())
def test_the_arithmetic_is_that_of_score(case):
    terms, reader, weights, scores = case
    given_scores = {
        criterion.id: f"{raw:f}"
        for criterion, raw in zip(terms.criteria, scores, strict=True)
        if raw is not None
    }
    texts = ["" if raw is None else f"{raw:f}" for raw in scores]
    certificate = builders.certificate(given_scores)
    try:
        card = score(Case(certificate, reader, terms), weights=weights, normalize=True)
    except (UnscoredError, WeightsError):
        with pytest.raises((RowError, WeightsError)):
            scorer_of(terms, reader, weights, normalize=True).score(texts)
    else:
        scorer = scorer_of(terms, reader, weights, normalize=True)
        assert points(scorer, texts) == card.total.value
        assert points(scorer, texts) == card.total.value, "as well when it is remembered"


def test_a_score_with_the_most_digits():
    terms = builders.rubric({"c0": "33.3", "c1": "66.7"}, 0, 1)
    least = ".000000000000001"
    expected = (333 * Fraction(LONGEST) + 667 * Fraction(least)) / 1000
    assert points(scorer_of(terms), [LONGEST, least]) == expected


def test_the_sum_of_two_such_scores_is_exact():
    change = "-999999999999.999"
    terms = builders.rubric({"c0": 100}, "-999999999999999", "999999999999999")
    reader = builders.audience(adjustments=[builders.adjustment("c0", change)])
    expected = Fraction(".000000000000001") + Fraction(change)
    assert points(scorer_of(terms, reader), [".000000000000001"]) == expected


def test_weights_as_integers():
    weights, unit = integer_weights([Fraction(100, 3), Fraction(200, 3)])
    score = Fraction("7.5") * UNIT
    assert [Fraction(weight * score, unit) for weight in weights] == [Fraction("2.5"), 5]


@pytest.mark.parametrize(
    ("policy", "texts", "message"),
    [
        ("error", ["5", ""], "no score for C1"),
        ("error", [" ", "\t"], "no score for C1"),
        ("exclude", ["", "n/a"], "no score for C1"),
        ("exclude", ["5", ""], "no score for C1"),
        ("exclude", ["5", "does not apply"], "every criterion that applies has a weight of 0%"),
        ("lowest", ["", "five"], "C1: expected a number, found 'five'"),
        ("error", ["5", "11"], "C1: score 11 is outside the scale 1-10"),
        ("error", ["5", "7.2"], "C1: score 7.2 is between two steps of 0.5"),
        ("error", ["inf", "5"], "C0: 'inf' is not a finite number"),
        ("error", ["-inf", "5"], "C0: '-inf' is not a finite number"),
        ("error", ["7,5", "5"], "C0: expected a number, found '7,5'"),
        ("error", ["1" * 16, "5"], "C0: a number has at most 15 digits"),
        ("error", ["\u0667", "5"], "C0: expected a number, found '\u0667'"),
        ("error", ["7e0", "5"], "C0: expected a number, found '7e0'"),
    ],
)
def test_texts_that_are_not_scores(policy, texts, message):
    terms = builders.rubric(
        {"c0": 0, "c1": 100}, 1, 10, missing_score=policy, scale={"step": "0.5"},
        missing={"not_applicable": ["does not apply"]},
    )  # fmt: skip
    scorer = scorer_of(terms)
    for _ in range(2):  # nothing bad is remembered as good
        with pytest.raises(RowError) as refused:
            scorer.score(texts)
        assert refused.value.message == message
    assert not scorer.missing


def test_hints():
    terms = builders.rubric({"c0": 100}, 1, 10, scale={"step": "0.5"})
    hints = {"7,5": "use a decimal point and no thousands separators",
             "70%": "write 70", "x": None,
             "7.2": "the nearest scores are 7 and 7.5"}  # fmt: skip
    for text, hint in hints.items():
        with pytest.raises(RowError) as refused:
            scorer_of(terms).score([text])
        assert refused.value.hint == hint


@pytest.mark.parametrize(("policy", "expected"), [("exclude", 6), ("lowest", "3.5")])
def test_missing_scores_are_counted(policy, expected):
    terms = builders.rubric({"c0": 50, "c1": 50}, 1, 10, missing_score=policy)
    scorer = scorer_of(terms)
    assert points(scorer, ["", " 6 "]) == Fraction(expected)
    scorer.score(["5", "5"])
    with pytest.raises(RowError):
        scorer.score(["", "x"])
    assert scorer.missing == {"c0": 1}


def test_the_cache_is_bounded(monkeypatch):
    monkeypatch.setattr(row_scorer, "_MAX_REMEMBERED", 3)
    terms = builders.rubric({"c0": 100}, 0, 100)
    scorer = scorer_of(terms)
    texts: Sequence[str] = [*map(str, range(9)), f"{' ' * 50}7"]
    for _ in range(2):
        assert [points(scorer, [text]) for text in texts] == [*range(9), 7]
    assert len(scorer._contributions[0]) == 3
    plenty = scorer_of(terms)
    plenty.score([f"{' ' * 50}7"])
    assert not plenty._contributions[0], "a long text is not remembered"

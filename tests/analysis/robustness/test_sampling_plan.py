"""A sampling plan in a result, and how shares are displayed."""

from decimal import Decimal
from fractions import Fraction
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.robustness.sampling import ScoreUncertainty
from certeval.analysis.robustness.sampling_plan import (
    SamplingPlan,
    exact_probability,
    sampled_probability,
    share_text,
)
from certeval.render.layout.robustness import WORDS
from certeval.results.figures import Figure
from certeval.results.robustness import Method
from tests.analysis.comparison_cases import chance, rivals

PLAIN = SamplingPlan("uniform", Decimal(1), None, 10_000, 1)
STATED = SamplingPlan("stated", Decimal("12.50"), Decimal("0.50"), 1_000_000, 7)


@pytest.mark.parametrize(
    ("plan", "exact", "words"),
    [
        (PLAIN, True, "all weightings equally likely, ignoring the stated weights; exact result"),
        (
            PLAIN,
            False,
            "all weightings equally likely, ignoring the stated weights; 10,000 draws, seed 1",
        ),
        (
            STATED,
            False,
            (
                "weightings near the stated weights (concentration 12.5); raw scores uncertain "
                "by +/-0.5; 1,000,000 draws, seed 7"
            ),
        ),
    ],
)
def test_in_words(plan, exact, words):
    assert WORDS[Method]["display"](plan.method(exact=exact)) == words


def test_a_method():
    exact, sampled = PLAIN.method(exact=True), STATED.method(exact=False)
    assert (exact.weights, exact.exact) == ("uniform", True)
    assert (exact.concentration, exact.score_error) == (None, None)
    assert (exact.draws, exact.seed) == (None, None)
    assert (sampled.weights, sampled.exact) == ("stated", False)
    assert (sampled.concentration.value, sampled.score_error.value) == (
        Fraction(25, 2),
        Fraction(1, 2),
    )
    assert (sampled.draws, sampled.seed) == (1_000_000, 7)


@pytest.mark.parametrize(
    ("plan", "may"),
    [
        (PLAIN, True),
        (PLAIN._replace(weights="stated"), False),
        (PLAIN._replace(score_error=Decimal(1)), False),
    ],
)
def test_what_leaves_nothing_to_chance(plan, may):
    assert plan.may_be_exact is may


def test_uncertainty():
    scale = rivals([100], [[5]], 1, 10).rubric.scale
    assert PLAIN.uncertainty(scale) is None
    assert STATED.uncertainty(scale) == ScoreUncertainty(0.5, 1.0, 10.0)
    widths = [[Fraction(1, 2), Fraction(0)]]
    assert PLAIN.uncertainty(scale, widths) == ScoreUncertainty(0.0, 1.0, 10.0, ([0.5, 0.0],))


def test_progress_is_optional():
    assert PLAIN.progress(500) is None


def test_weightings():
    shares = [Fraction(0), Fraction(1)]
    assert STATED.sampler(chance(1), shares)() == [0.0, 1.0]
    assert 0 < PLAIN.sampler(chance(1), shares)()[0] < 1


@given(st.integers(1, 10**7), st.data())
def test_the_standard_error(draws, data):
    count = data.draw(st.integers(0, draws))
    found = sampled_probability(count, draws)
    share = count / draws
    assert found.share == Fraction(count, draws)
    assert isclose(found.standard_error.value, sqrt(share * (1 - share) / draws), rel_tol=1e-9)
    assert (found.standard_error.value == 0) == (count in (0, draws))


def test_probabilities_as_displayed():
    found = sampled_probability(8216, 10_000)
    assert (str(found), str(found.standard_error)) == ("82.2%", "0.38")
    exact = exact_probability(Fraction(2, 3))
    assert (exact.display, exact.standard_error) == ("66.7%", Figure(None, ""))


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(0), "0.0%"),
        (Fraction(1, 10**6), "under 0.1%"),
        (Fraction(499, 10**6), "under 0.1%"),
        (Fraction(1, 2000), "0.1%"),
        (Fraction(2, 3), "66.7%"),
        (Fraction("0.99949"), "99.9%"),
        (Fraction("0.9995"), "over 99.9%"),
        (1 - Fraction(1, 10**6), "over 99.9%"),
        (Fraction(1), "100.0%"),
    ],
)
def test_a_share_is_never_shown_as_all_or_nothing_unless_it_is(share, text):
    assert share_text(share) == text

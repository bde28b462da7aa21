"""How robust is the result to the weights? Stochastic multicriteria acceptability (SMAA-2)."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.decision_matrix import (
    alternatives,
    by_rank,
    decision_matrix,
    passing,
    warnings_of,
)
from certeval.analysis.robustness.pass_probability import pass_probabilities
from certeval.analysis.robustness.sampling_plan import SamplingPlan, complement
from certeval.analysis.robustness.smaa import Shares, exact_smaa, sampled_smaa
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.robustness import Outcome, PassProbability, Probability, Robustness
from certeval.results.scorecard import Scorecard

_PAIR = 2


def robustness(
    cards: Sequence[Scorecard],
    rubric: Rubric,
    plan: SamplingPlan,
    least_total: Decimal | None = None,
) -> Robustness:
    """Judge certificates under many weightings.

    The shares are exact for one certificate and for two, if *plan* samples all weightings and the
    scores are certain.

    Args:
        cards: scorecards, at least one, over the same criteria and weights.
        rubric: the rubric that all of them were scored under.
        plan: which weightings and scores to sample, and how often.
        least_total: for one certificate, the exact total that it should reach, in points of the
            scale; without one, the rubric needs bands.

    Returns:
        For one certificate, how often it reaches the total, and each of the rubric's verdicts. For
        several, how often each has each rank, and who is ahead of whom.

    """
    cards = passing(cards)
    matrix, given = decision_matrix(cards), alternatives(cards)
    exact = plan.may_be_exact and len(cards) <= _PAIR and not matrix.widths
    shares: Shares = ((), ())
    passes: tuple[PassProbability, ...] = ()
    if len(cards) == 1:
        passes = pass_probabilities(matrix, rubric, least_total, plan)
    elif exact:
        shares = exact_smaa(matrix, given)
    else:
        shares = sampled_smaa(matrix, given, plan, rubric.scale)
    ranks = {one.id: one.rank for one in given}
    acceptabilities = sorted(
        shares[0],
        key=lambda one: (
            -one.ranks[0].share,
            -one.sole_first.share,
            ranks[one.alternative],
            one.alternative,
        ),
    )
    agreement = _agreement(passes) if passes else acceptabilities[0].sole_first
    return Robustness(
        by=cards[0].by,
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        alternatives=tuple(by_rank(given)),
        method=plan.method(exact=exact, intervals=bool(matrix.widths)),
        acceptabilities=tuple(acceptabilities),
        pairwise=shares[1],
        passes=passes,
        outcome=_outcome(rubric, agreement.share),
        agreement=agreement,
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )


def _agreement(passes: Sequence[PassProbability]) -> Probability:
    """Return how often the more frequent answer applies: pass or fail, or the likeliest verdict."""
    if passes[0].what == "verdict":
        return max((one.probability for one in passes), key=lambda one: one.share)
    reached = passes[0].probability
    return max(reached, complement(reached), key=lambda one: one.share)


def _outcome(rubric: Rubric, share: Fraction) -> Outcome | None:
    """Return the rubric's name for an answer that applies under this share of weightings."""
    limits = rubric.robustness
    if limits is None:
        return None
    percent = share * Fraction(HUNDRED_PERCENT)
    if percent >= limits.robust_from_percent:
        return "robust"
    return "leaning" if percent >= limits.leaning_from_percent else "toss_up"

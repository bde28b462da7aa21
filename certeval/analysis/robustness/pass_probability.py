"""One certificate under many weightings: how often does it pass?"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.robustness.exact_shares import share_above
from certeval.analysis.robustness.sampling import PassMark, count_passes
from certeval.analysis.robustness.sampling_plan import (
    SamplingPlan,
    exact_probability,
    sampled_probability,
)
from certeval.analysis.rounding import LowerBound, exact_text, least_total
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.robustness import PassProbability, Probability

_WHOLE = Fraction(HUNDRED_PERCENT)


def pass_probabilities(
    matrix: Matrix, rubric: Rubric, least: Decimal | None, plan: SamplingPlan
) -> tuple[PassProbability, ...]:
    """Compute how often one alternative reaches a total, and each verdict.

    A verdict is that of the printed rating.

    Args:
        matrix: the decision matrix, of one row.
        rubric: the rubric, with its bands.
        least: the exact total to reach, in points of the scale; None to compute only verdicts.
        plan: which weightings and scores to sample, and how often.

    Returns:
        The share for the total, if there is one, then those of the bands, the highest first; exact
        if *plan* leaves nothing to chance.

    """
    totals = [] if least is None else [LowerBound(Fraction(least), exclusive=False)]
    bands = [least_total(band.lowest_rating, rubric.rounding) for band in rubric.bands]
    reached = _reached(matrix, rubric, [*totals, *bands[:-1]], plan)
    is_exact = plan.may_be_exact and not matrix.widths
    whole = 1 if is_exact else plan.draws
    found = [
        PassProbability(
            "score", exact_text(total.value), _probability(count, plan, is_exact=is_exact)
        )
        for total, count in zip(totals, reached, strict=False)
    ]
    above: list[Fraction | int] = [*reached[len(totals) :], whole] if rubric.bands else []
    before: Fraction | int = 0
    for band, count in zip(rubric.bands, above, strict=True):
        found.append(
            PassProbability(
                "verdict", band.label, _probability(count - before, plan, is_exact=is_exact)
            )
        )
        before = count
    return tuple(found)


def _reached(
    matrix: Matrix, rubric: Rubric, totals: Sequence[LowerBound], plan: SamplingPlan
) -> Sequence[Fraction | int]:
    """Return how often each of *totals* is reached: a share if exact, or a number of draws."""
    (row,) = matrix.scores
    margins = [[raw - total.value for raw in row] for total in totals]
    if plan.may_be_exact and not matrix.widths:
        return [
            share_above(each) if any(each) else Fraction(not total.exclusive)
            for each, total in zip(margins, totals, strict=True)
        ]
    random = Random(plan.seed)  # noqa: S311 - sampling needs no secrets
    return count_passes(
        [float(raw) for raw in row],
        [
            PassMark([float(margin) for margin in each], total.exclusive)
            for each, total in zip(margins, totals, strict=True)
        ],
        plan.sampler(random, [weight / _WHOLE for weight in matrix.weights]),
        random,
        plan.draws,
        uncertainty=plan.uncertainty(rubric.scale, matrix.widths),
        progress=plan.progress,
    )


def _probability(count: Fraction | int, plan: SamplingPlan, *, is_exact: bool) -> Probability:
    """Return an exact share, or a number of draws, as a probability."""
    if isinstance(count, int) and not is_exact:
        return sampled_probability(count, plan.draws)
    return exact_probability(Fraction(count))

"""One certificate under many weightings: how often does it pass?"""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.robustness.exact_shares import share_above
from certeval.analysis.robustness.sampling import Line, passes
from certeval.analysis.robustness.sampling_plan import SamplingPlan, drawn_part, exact_part
from certeval.analysis.rounding import LowerBound, exact_text, least_total
from certeval.model.rubric import HUNDRED_PERCENT, Rubric
from certeval.results.robustness import Part, Passing

_WHOLE = Fraction(HUNDRED_PERCENT)


def passings(
    matrix: Matrix, rubric: Rubric, least: Decimal | None, trial: SamplingPlan
) -> tuple[Passing, ...]:
    """How often the one alternative of *matrix* reaches the total *least*, and each verdict.

    A verdict is of the rating as it is printed. Exact where *trial* leaves nothing to chance.
    """
    asked = [] if least is None else [LowerBound(Fraction(least), exclusive=False)]
    bands = [least_total(band.lowest_rating, rubric.rounding) for band in rubric.bands]
    reached = _reached(matrix, rubric, [*asked, *bands[:-1]], trial)
    whole = 1 if trial.may_be_exact else trial.draws
    found = [
        Passing("score", f"a total of {exact_text(wanted.value)} or more", _part(count, trial))
        for wanted, count in zip(asked, reached, strict=False)
    ]
    above: list[Fraction | int] = [*reached[len(asked) :], whole] if rubric.bands else []
    before: Fraction | int = 0
    for band, count in zip(rubric.bands, above, strict=True):
        found.append(Passing("verdict", band.label, _part(count - before, trial)))
        before = count
    return tuple(found)


def _reached(
    matrix: Matrix, rubric: Rubric, thresholds: Sequence[LowerBound], trial: SamplingPlan
) -> Sequence[Fraction | int]:
    """How often each of *thresholds* is reached: a share, or a number of draws."""
    (row,) = matrix.scores
    above = [[raw - threshold.value for raw in row] for threshold in thresholds]
    if trial.may_be_exact:
        return [
            share_above(each) if any(each) else Fraction(not threshold.exclusive)
            for each, threshold in zip(above, thresholds, strict=True)
        ]
    random = Random(trial.seed)  # noqa: S311 - chance is all that is asked of it
    return passes(
        [float(raw) for raw in row],
        [
            Line([float(each) for each in one], threshold.exclusive)
            for one, threshold in zip(above, thresholds, strict=True)
        ],
        trial.draw(random, [weight / _WHOLE for weight in matrix.weights]),
        random,
        trial.draws,
        blur=trial.blur(rubric.scale),
        progress=trial.progress,
    )


def _part(count: Fraction | int, trial: SamplingPlan) -> Part:
    if isinstance(count, int) and not trial.may_be_exact:
        return drawn_part(count, trial.draws)
    return exact_part(Fraction(count))

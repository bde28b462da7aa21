"""The critical criterion: which smallest change of one weight, or score, produces a tie?

E. Triantaphyllou and A. Sanchez, "A Sensitivity Analysis Approach for Some Deterministic
Multi-Criteria Decision-Making Methods", Decision Sciences 28 (1997).
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Literal

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.figures import percentage
from certeval.analysis.rounding import approximate_text
from certeval.model.scale import Scale
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.alternative import Alternative
from certeval.results.figures import Quantity
from certeval.results.sensitivity import CriticalCriterion, TieCondition

_WHOLE = Fraction(HUNDRED_PERCENT)
_PLACES = 3


def tie_conditions(
    matrix: Matrix, alternatives: Sequence[Alternative], scale: Scale
) -> tuple[TieCondition, ...]:
    """Compute for each pair and criterion what would make the two tie.

    Args:
        matrix: the decision matrix.
        alternatives: one per row of *matrix*, in its order.
        scale: the scale of the raw scores.

    Returns:
        A condition per pair and criterion; the pairs with the leader come first.

    """
    order = sorted(
        range(len(alternatives)), key=lambda at: (alternatives[at].rank, alternatives[at].id)
    )
    return tuple(
        _tie_condition(matrix, (one, other), (alternatives[one].id, alternatives[other].id),
                       at, scale)
        for one, other in combinations(order, 2)
        for at in range(len(matrix.criteria))
    )  # fmt: skip


def _tie_condition(
    matrix: Matrix, pair: tuple[int, int], ids: tuple[str, str], at: int, scale: Scale
) -> TieCondition:
    """Return the condition for one pair of rows and the criterion *at*."""
    one, other = pair
    share, totals = matrix.weights[at] / _WHOLE, matrix.totals
    lead = totals[one] - totals[other]
    mine, theirs = matrix.scores[one][at], matrix.scores[other][at]
    # The published delta = (P_j - P_i) / (a_jk - a_ik) is subtracted from the weight.
    change = -(lead / (mine - theirs)) if mine != theirs else None
    if lead == 0:
        change = Fraction()
    feasible = change is not None and share + change >= 0 and 1 + change > 0
    new = None
    if change is not None and feasible:
        new = (share + change) / (1 + change) * _WHOLE
    relative = abs(change) / share * _WHOLE if change is not None and share else None
    needed, lowered = (theirs + lead / share, mine - lead / share) if share else (None, None)
    return TieCondition(
        ahead=ids[0],
        behind=ids[1],
        tied=lead == 0,
        criterion=matrix.criteria[at],
        title=matrix.titles[at],
        weight_percent=percentage(matrix.weights[at]),
        weight_change=None if change is None else change * _WHOLE,
        relative_percent=None if relative is None else percentage(relative),
        weight_feasible=feasible,
        new_weight_percent=None if new is None else percentage(new),
        raw=theirs,
        needed_raw=_raw(needed),
        needed_feasible=_is_on(scale, needed),
        lowered_raw=_raw(lowered),
        lowered_feasible=_is_on(scale, lowered),
    )


def _raw(raw: Fraction | None) -> Quantity | None:
    """Return a raw score with its display."""
    return None if raw is None else Quantity(raw, approximate_text(raw, _PLACES))


def _is_on(scale: Scale, raw: Fraction | None) -> bool:
    """Return whether *raw* lies between the ends of *scale*."""
    return raw is not None and Fraction(scale.min) <= raw <= Fraction(scale.max)


def critical_criterion(
    ties: Sequence[TieCondition], leaders: Collection[str] | None = None
) -> CriticalCriterion:
    """Find the criterion whose weight needs the smallest relative change to produce a tie.

    Args:
        ties: the conditions of all pairs and criteria.
        leaders: the ids of the alternatives that are first, if only ties with one of them count
            (the published percent-top); None if all ties count (percent-any).

    Returns:
        Every criterion with the smallest change, or why there is none.

    """
    scope: Literal["first", "any"] = "any" if leaders is None else "first"
    apart = [tie for tie in ties if not tie.tied and (leaders is None or tie.ahead in leaders)]
    changes = [
        (tie.relative_percent.value, tie)
        for tie in apart
        if tie.weight_feasible and tie.relative_percent
    ]
    if not changes:
        return CriticalCriterion(scope, "impossible" if apart else "all_tied")
    least = min(change for change, _ in changes)
    smallest = [tie for change, tie in changes if change == least]
    signs = {(tie.weight_change or 0) > 0 for tie in smallest}
    titles = {tie.criterion: tie.title for tie in smallest}
    return CriticalCriterion(
        scope,
        "found",
        criteria=tuple(titles),
        titles=tuple(titles.values()),
        relative_percent=smallest[0].relative_percent,
        direction="either" if len(signs) > 1 else "raise" if signs == {True} else "lower",
    )

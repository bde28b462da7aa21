"""Break-even weights: the weight at which one criterion alone reaches a target."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.rounding import approximate_text
from certeval.analysis.weight_line import break_even_share, total_of_others
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.figures import Quantity
from certeval.results.scorecard import Line
from certeval.results.target import BreakEvenWeight, Relation

_PLACES = 3
_RELATIONS: Mapping[tuple[bool, bool], Relation] = {
    (True, False): "at_least",
    (True, True): "more_than",
    (False, False): "at_most",
    (False, True): "less_than",
}
"""By whether more weight helps, and whether the bound is exclusive."""


def break_even_weights(distance: Distance) -> tuple[BreakEvenWeight, ...]:
    """Compute the break-even weight of each criterion.

    It is t* = (T - R) / (a - R) if that lies between 0 and 1, where T is the total to reach, a the
    raw score, and R the total of the other criteria alone. The weight has to be at least t* if a is
    above R, at most t* if it is below.

    Args:
        distance: the scorecard and the total to reach.

    Returns:
        A weight per criterion, or why there is none.

    """
    return tuple(_break_even_weight(distance, line) for line in distance.card.lines)


def _break_even_weight(distance: Distance, line: Line) -> BreakEvenWeight:
    """Return the break-even weight of one criterion."""
    bound, raw = distance.bound, line.raw.value
    weight = line.weight_percent
    share = line.weight_percent.value / Fraction(HUNDRED_PERCENT)
    others = total_of_others(distance.card.total.value, share, raw)
    found = BreakEvenWeight(line.criterion, line.title, weight, others, "undefined")
    if others is None:
        return found
    at_all, at_none = bound.reached_by(raw), bound.reached_by(others)
    if at_all and at_none:
        return replace(found, state="any")
    if others == raw:
        return replace(found, state="same_total")
    if not at_all and not at_none:
        best = max(raw, others)
        figure = Quantity(best, approximate_text(best, _PLACES))
        return replace(found, state="none", best=figure, best_at_percent=100 if best == raw else 0)
    needed = break_even_share(raw, others, bound.value, bound.value) or Fraction()
    percent = needed * Fraction(HUNDRED_PERCENT)
    return replace(
        found,
        state="needed",
        relation=_RELATIONS[at_all, bound.exclusive],
        needed_percent=Quantity(percent, f"{approximate_text(percent, _PLACES)}%"),
    )

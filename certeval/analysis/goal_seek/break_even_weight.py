"""Break-even weights: at which weight one criterion alone reaches a target."""

from collections.abc import Mapping
from fractions import Fraction

from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.rounding import approximate_text
from certeval.analysis.weight_line import break_even_share, total_of_others
from certeval.model.rubric import HUNDRED_PERCENT
from certeval.results.scorecard import Line
from certeval.results.target import Relation, Tipping

_PLACES = 3
_RELATIONS: Mapping[tuple[bool, bool], Relation] = {
    (True, False): "at least",
    (True, True): "more than",
    (False, False): "at most",
    (False, True): "less than",
}
"""By whether more weight helps, and whether the threshold has to be exceeded."""


def tippings(distance: Distance) -> tuple[Tipping, ...]:
    """Each weight alone: t* = (T - R) / (a - R), where it lies between 0 and 1.

    T is the threshold, a the raw score, and R what the other criteria come to by themselves. The
    weight has to be at least t* where a is above R, at most t* where it is below.
    """
    return tuple(_tipping(distance, line) for line in distance.card.lines)


def _tipping(distance: Distance, line: Line) -> Tipping:
    others = total_of_others(
        distance.card.total.value,
        line.weight_percent.value / Fraction(HUNDRED_PERCENT),
        line.raw.value,
    )
    relation: Relation | None = None
    needed = None
    if others is None:
        words = "not defined: all other weights are 0"
    elif others == line.raw.value and not distance.reached:
        words = "none: the others already average the same score"
    else:
        needed, relation, words = _needed(distance, line.raw.value, others)
    return Tipping(
        criterion=line.criterion,
        title=line.title,
        weight_percent=line.weight_percent.value,
        weight_display=line.weight_percent.display,
        others=others,
        relation=relation,
        needed_percent=needed,
        words=words,
    )


def _needed(
    distance: Distance, raw: Fraction, others: Fraction
) -> tuple[Fraction | None, Relation | None, str]:
    """The weight in percent, how it is meant, and both in words; or why there is none."""
    at_all, at_none = distance.reached_by(raw), distance.reached_by(others)
    if at_all and at_none:
        return None, None, "any weight"
    if not at_all and not at_none:
        best, end = (raw, "100") if raw > others else (others, "0")
        return None, None, f"none (at most {approximate_text(best, _PLACES)}, at {end}%)"
    goal = distance.threshold.total
    share = break_even_share(raw, others, goal, goal) or Fraction()  # there is one: the ends differ
    relation = _RELATIONS[at_all, distance.threshold.strict]
    percent = share * Fraction(HUNDRED_PERCENT)
    return percent, relation, f"{relation} {approximate_text(percent, _PLACES)}%"

"""The raw score at which one criterion alone reaches a target, all others unchanged."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.rounding import LowerBound, aligned_text, approximate_text
from certeval.analysis.value import measurement_for
from certeval.analysis.weighted_sum import contribution
from certeval.model.rubric import Rubric
from certeval.model.scale import Scale
from certeval.model.value_function import ValueFunction
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.figures import NO_FIGURE, Figure, Quantity
from certeval.results.scorecard import Line
from certeval.results.target import NeededScore

_PLACES = 3
State = Literal["holds_at_any_score", "holds", "reachable", "out_of_reach", "no_weight"]


def needed_scores(distance: Distance, rubric: Rubric) -> tuple[NeededScore, ...]:
    """Compute the raw score that each criterion alone needs.

    It is a* = a + (T - P) / w, where a is the raw score, w the weight, T the total to reach and P
    the present total. If P is enough, a* is the score down to which it stays so.

    Args:
        distance: the scorecard and the total to reach.
        rubric: has the value functions.

    Returns:
        The needed score of each criterion, and the measurement that gives it.

    """
    lines = distance.card.lines
    needs = [_needed(distance, line) for line in lines]
    displays = iter(_aligned([one.value for one in needs if one]))
    tops = _aligned([distance.highest(line) for line in lines])
    functions = {one.id: one.value_function for one in rubric.criteria}
    return tuple(
        _needed_score(
            distance,
            line,
            one,
            next(displays) if one else NO_FIGURE,
            top,
            _measurement(line, functions[line.criterion], one, rubric.scale),
        )
        for line, one, top in zip(lines, needs, tops, strict=True)
    )


def _needed(distance: Distance, line: Line) -> LowerBound | None:
    """Return a*, not below the scale if the target is reached already; None without a weight."""
    if not line.weight_percent.value:
        return None
    needed = (
        line.raw.value + distance.need.value * Fraction(HUNDRED_PERCENT) / line.weight_percent.value
    )
    if distance.reached:
        needed = max(needed, distance.low)
    gained = contribution(line.weight_percent.value, needed - line.raw.value)
    return LowerBound(needed, not distance.bound.reached_by(distance.card.total.value + gained))


def _aligned(values: Sequence[Fraction]) -> list[Quantity]:
    """Return *values* with the same number of decimals, and a word if they are rounded."""
    return [
        Quantity(value, text if Fraction(text) == value else f"about {text}")
        for value, text in zip(values, aligned_text(values, _PLACES), strict=True)
    ]


def _measurement(
    line: Line, function: ValueFunction | None, needed: LowerBound | None, scale: Scale
) -> Figure:
    """Return what has to be measured for a needed score: a number, or a word that is enough."""
    if function is None or line.measurement is None or needed is None:
        return NO_FIGURE
    adjusted = line.raw.value - line.base_raw.value if line.base_raw else Fraction()
    if line.origin != "audience_adjustment":
        adjusted = Fraction()
    found = measurement_for(function, needed.value - adjusted, scale)
    if found is not None:
        return Figure(found, approximate_text(found, _PLACES))
    enough = [
        (score, word)
        for word, score in function.words
        if needed.reached_by(Fraction(score) + adjusted)
    ]
    return Figure(None, min(enough)[1]) if enough else NO_FIGURE


def _needed_score(  # noqa: PLR0913, PLR0917 - each is another column
    distance: Distance,
    line: Line,
    needed: LowerBound | None,
    display: Figure,
    highest: Quantity,
    measurement: Figure,
) -> NeededScore:
    """Return the needed score of one criterion."""
    reachable = distance.bound.reached_by(distance.highest(line))
    return NeededScore(
        criterion=line.criterion,
        title=line.title,
        raw=line.raw,
        weight_percent=line.weight_percent.value,
        needed=display,
        exclusive=needed is not None and needed.exclusive,
        on_grid=distance.figure(distance.on_grid(needed) if needed and reachable else None),
        reachable=reachable,
        highest=highest,
        state=_state(distance, needed, reachable=reachable),
        measurement=measurement,
        unit=line.unit,
    )


def _state(distance: Distance, needed: LowerBound | None, *, reachable: bool) -> State:
    """Return whether the needed score is reached, within reach, or neither."""
    if distance.reached:
        anything = needed is None or needed == LowerBound(distance.low, exclusive=False)
        return "holds_at_any_score" if anything else "holds"
    if needed is None:
        return "no_weight"
    return "reachable" if reachable else "out_of_reach"

"""The fewest steps that reach a target; on a scale without steps, the fewest points."""

from fractions import Fraction

from certeval.analysis.figures import exact
from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.goal_seek.least_raise import Candidate, Portion, RaiseProblem
from certeval.analysis.weighted_sum import contribution
from certeval.results.figures import NO_FIGURE
from certeval.results.target import LeastRaise, ScoreRaise


def fewest_steps(distance: Distance) -> LeastRaise:
    """Find the least raise of raw scores that reaches the target.

    Args:
        distance: the scorecard and the total to reach.

    Returns:
        The fewest steps, of the fewest criteria, of those the first in the rubric's order; none if
        the target is reached already.

    """
    if not distance.reachable:
        return LeastRaise(
            reachable=False,
            count=None,
            raised=NO_FIGURE,
            exclusive=False,
            total=NO_FIGURE,
            raises=(),
        )
    unit = distance.step or Fraction(1)
    candidates = [
        Candidate(
            at,
            (distance.top(line) - line.raw.value) / unit,
            contribution(line.weight_percent.value, unit),
        )
        for at, line in enumerate(distance.card.lines)
        if line.weight_percent.value and line.raw.value < distance.top(line)
    ]
    problem = RaiseProblem(distance.need, whole_units=distance.step is not None)
    portions = () if distance.reached else problem.fewest(candidates)
    units = sum((one.units for one in portions), Fraction())
    gained = sum((one.units * one.candidate.gain for one in portions), Fraction())
    raised, total = units * unit, distance.card.total.value + gained
    return LeastRaise(
        reachable=True,
        count=int(units) if distance.step else None,
        raised=exact(raised),
        exclusive=any(one.exclusive for one in portions),
        total=exact(total),
        raises=tuple(_raise(distance, one, unit) for one in portions),
    )


def _raise(distance: Distance, portion: Portion, unit: Fraction) -> ScoreRaise:
    """Return the raise of one criterion."""
    line = distance.card.lines[portion.candidate.at]
    to = line.raw.value + portion.units * unit
    on_grid = to if distance.step else None
    return distance.score_raise(line, to, on_grid, exclusive=portion.exclusive)

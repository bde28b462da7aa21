"""How far chosen criteria have to be raised together, each by the same amount."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from certeval.analysis.criterion_lookup import find_criterion
from certeval.analysis.figures import exact
from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.weighted_sum import contribution
from certeval.errors import UsageError
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.figures import NO_FIGURE
from certeval.results.scorecard import Line
from certeval.results.target import JointRaise


def chosen_lines(distance: Distance, names: Sequence[str], rubric: Rubric) -> tuple[Line, ...]:
    """Return the lines of chosen criteria.

    Args:
        distance: the scorecard.
        names: ids of criteria.
        rubric: the rubric that defines them.

    Returns:
        Their lines, in the order of the scorecard.

    Raises:
        UnknownCriterionError: the rubric does not have a criterion.
        UsageError: a criterion is given twice, or has no score.

    """
    known = [criterion.id for criterion in rubric.criteria]
    scored = {line.criterion for line in distance.card.lines}
    names = [find_criterion("raised", name, known) for name in names]
    for name in names:
        if names.count(name) > 1:
            message = f"'{name}' is given twice"
            raise UsageError(message, "keep one of them", parameter="raised")
        if name not in scored:
            message = f"'{name}' has no score and is left out"
            raise UsageError(message, f"try one with `scores` {name}=SCORE", parameter="raised")
    return tuple(line for line in distance.card.lines if line.criterion in names)


def joint_raise(distance: Distance, lines: Sequence[Line]) -> JointRaise:
    """Find the smallest equal raise of several criteria that reaches the target.

    It is the smallest x with sum of w min(x, max - a) at least T - P, where w is a weight, a a raw
    score, T the total to reach and P the present total.

    Args:
        distance: the scorecard and the total to reach.
        lines: the criteria, at least one.

    Returns:
        The raise in points and, on a scale with steps, the fewest steps of each.

    """
    highest = distance.highest(*lines)
    top = exact(highest)
    if not distance.bound.reached_by(highest):
        return JointRaise(
            raises=tuple(distance.score_raise(line, None, None, exclusive=False) for line in lines),
            state="out_of_reach",
            reachable=False,
            raised=NO_FIGURE,
            exclusive=False,
            steps=None,
            raised_on_grid=NO_FIGURE,
            total=NO_FIGURE,
            highest=top,
        )
    least = Fraction() if distance.reached else _equal_raise(distance, lines)
    exclusive = not distance.bound.reached_by(_total(distance, lines, least))
    steps = on_grid = None
    if distance.step is not None:
        count = least / distance.step
        steps = floor(count) + 1 if exclusive else ceil(count)
        on_grid = steps * distance.step
    total = _total(distance, lines, least if on_grid is None else on_grid)
    raises = []
    for line in lines:
        to = min(line.raw.value + least, distance.top(line))
        end = None if on_grid is None else min(line.raw.value + on_grid, distance.top(line))
        above = exclusive and to != distance.top(line)
        raises.append(distance.score_raise(line, to, end, exclusive=above))
    return JointRaise(
        raises=tuple(raises),
        state="reached" if distance.reached else "reachable",
        reachable=True,
        raised=exact(least),
        exclusive=exclusive,
        steps=steps,
        raised_on_grid=distance.figure(on_grid),
        total=exact(total),
        highest=top,
    )


def _equal_raise(distance: Distance, lines: Sequence[Line]) -> Fraction:
    """Return the raise that gains exactly what is missing; it must be within reach.

    The gain is concave in x, and so the lowest of the lines that its pieces lie on; each of them
    has to reach the missing points.
    """
    rooms = sorted(
        (distance.top(line) - line.raw.value, line.weight_percent.value)
        for line in lines
        if line.weight_percent.value
    )
    raises = []
    for number in range(len(rooms)):
        capped = sum((contribution(weight, room) for room, weight in rooms[:number]), Fraction())
        slope = sum((weight for _, weight in rooms[number:]), Fraction())
        raises.append((distance.need.value - capped) * Fraction(HUNDRED_PERCENT) / slope)
    return max(raises)


def _total(distance: Distance, lines: Sequence[Line], raised: Fraction) -> Fraction:
    """Return the total after a raise of each of *lines*, to the maximum at most."""
    gained = (
        contribution(line.weight_percent.value, min(raised, distance.top(line) - line.raw.value))
        for line in lines
    )
    return distance.card.total.value + sum(gained, Fraction())

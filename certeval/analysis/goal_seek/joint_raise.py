"""By how much named criteria would have to be raised together, each by the same amount."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from certeval.analysis.criterion_lookup import find_criterion
from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.rounding import exact_text
from certeval.analysis.weighted_sum import contribution
from certeval.errors import UsageError
from certeval.model.rubric import HUNDRED_PERCENT, Rubric
from certeval.results.scorecard import Line
from certeval.results.target import Combination, Joint


def named_lines(distance: Distance, names: Sequence[str], rubric: Rubric) -> tuple[Line, ...]:
    """Return the lines of the criteria *names*, in the order of the scorecard.

    Raises:
        UnknownCriterionError: one that the rubric does not have.
        UsageError: one that is named twice, or is left out for want of a score.

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


def combination(distance: Distance, lines: Sequence[Line]) -> Combination:
    """The smallest equal raise x of *lines* with sum of w min(x, max - a) at least T - P.

    w is a weight, a a raw score, T the threshold and P the total. On a scale with steps, also the
    fewest steps of each.
    """
    highest = distance.highest(*lines)
    if not distance.reached_by(highest):
        return _beyond(distance, lines, highest)
    exact = Fraction() if distance.reached else _equal_raise(distance, lines)
    strict = not distance.reached_by(_total(distance, lines, exact))
    steps = None if distance.step is None else _steps(exact / distance.step, above=strict)
    on_grid = None if steps is None or distance.step is None else steps * distance.step
    total = _total(distance, lines, exact if on_grid is None else on_grid)
    than = "more than " if strict else ""
    exactly = f"{than}{exact_text(exact)}"
    if distance.reached:
        words = "already reached: nothing has to be raised"
    elif on_grid is None:
        words = f"raising each by {exactly} is enough"
    else:
        words = f"raising each by {distance.raw(on_grid)} is enough (exactly: {exactly})"
    in_steps = "" if on_grid is None else distance.raw(on_grid)
    return Combination(
        criteria=tuple(_joint(distance, line, exact, on_grid, strict=strict) for line in lines),
        reachable=True,
        raised=exact,
        strict=strict,
        raised_display=exactly,
        steps=steps,
        raised_on_grid=on_grid,
        raised_on_grid_display=in_steps,
        total=total,
        total_display=f"{'' if in_steps else than}{exact_text(total)}",
        highest=highest,
        highest_display=exact_text(highest),
        words=words,
    )


def _beyond(distance: Distance, lines: Sequence[Line], highest: Fraction) -> Combination:
    """Not even all of *lines* at the maximum are enough."""
    return Combination(
        criteria=tuple(_joint(distance, line, None, None, strict=False) for line in lines),
        reachable=False,
        raised=None,
        strict=False,
        raised_display="",
        steps=None,
        raised_on_grid=None,
        raised_on_grid_display="",
        total=None,
        total_display="",
        highest=highest,
        highest_display=exact_text(highest),
        words=f"cannot be reached by these alone (at most {exact_text(highest)})",
    )


def _equal_raise(distance: Distance, lines: Sequence[Line]) -> Fraction:
    """The raise that gains exactly what is needed; all at the maximum must gain as much.

    The gain is concave in x, and so the lowest of the lines that its pieces lie on; each of them
    has to come up to the need.
    """
    rooms = sorted(
        (distance.high - line.raw.value, line.weight_percent.value)
        for line in lines
        if line.weight_percent.value
    )
    raises = []
    for number in range(len(rooms)):
        held = sum((contribution(weight, room) for room, weight in rooms[:number]), Fraction())
        slope = sum((weight for _, weight in rooms[number:]), Fraction())
        raises.append((distance.need - held) * Fraction(HUNDRED_PERCENT) / slope)
    return max(raises)


def _steps(exact: Fraction, *, above: bool) -> int:
    return floor(exact) + 1 if above else ceil(exact)


def _total(distance: Distance, lines: Sequence[Line], raised: Fraction) -> Fraction:
    gained = (
        contribution(line.weight_percent.value, min(raised, distance.high - line.raw.value))
        for line in lines
    )
    return distance.card.total.value + sum(gained, Fraction())


def _joint(
    distance: Distance,
    line: Line,
    exact: Fraction | None,
    on_grid: Fraction | None,
    *,
    strict: bool,
) -> Joint:
    to, in_steps = (
        None if raised is None else min(line.raw.value + raised, distance.high)
        for raised in (exact, on_grid)
    )
    beyond = strict and to != distance.high
    return Joint(
        criterion=line.criterion,
        title=line.title,
        raw=line.raw.value,
        raw_display=line.raw.display,
        to=to,
        to_display="" if to is None else f"{'more than ' if beyond else ''}{distance.raw(to)}",
        strict=beyond,
        on_grid=in_steps,
        on_grid_display="" if in_steps is None else distance.raw(in_steps),
    )

"""The fewest steps in all that come to a target; on a scale without steps, the fewest points."""

from fractions import Fraction

from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.goal_seek.least_raise import Ascent, Taken, Way
from certeval.analysis.rounding import exact_text
from certeval.analysis.weighted_sum import contribution
from certeval.results.target import Move, Steps


def fewest_steps(distance: Distance) -> Steps:
    """The least raise of raw scores: fewest steps, then fewest criteria, then the rubric's order.

    None are needed where the target is reached already.
    """
    if not distance.reachable:
        return _steps(distance, None)
    unit = _unit(distance)
    ways = [
        Way(
            at,
            (distance.high - line.raw.value) / unit,
            contribution(line.weight_percent.value, unit),
        )
        for at, line in enumerate(distance.card.lines)
        if line.weight_percent.value and line.raw.value < distance.high
    ]
    ascent = Ascent(distance.need, distance.threshold.strict, distance.step is not None)
    return _steps(distance, () if distance.reached else ascent.fewest(ways))


def _unit(distance: Distance) -> Fraction:
    return distance.step or Fraction(1)


def _steps(distance: Distance, taken: tuple[Taken, ...] | None) -> Steps:
    """What is *taken* as steps; None where nothing suffices."""
    found = taken or ()
    units = sum((one.units for one in found), Fraction())
    gained = sum((one.units * one.way.gain for one in found), Fraction())
    raised, total = units * _unit(distance), distance.card.total.value + gained
    strict = any(one.more for one in found)
    than = "more than " if strict else ""
    reachable = taken is not None
    return Steps(
        reachable=reachable,
        count=int(units) if reachable and distance.step else None,
        raised=raised if reachable else None,
        raised_display=f"{than}{exact_text(raised)}" if reachable else "",
        strict=strict,
        total=total if reachable else None,
        total_display=f"{than}{exact_text(total)}" if reachable else "",
        moves=tuple(_move(distance, one) for one in found),
    )


def _move(distance: Distance, taken: Taken) -> Move:
    line = distance.card.lines[taken.way.at]
    raised = taken.units * _unit(distance)
    return Move(
        criterion=line.criterion,
        title=line.title,
        raw=line.raw.value,
        raw_display=line.raw.display,
        to=line.raw.value + raised,
        to_display=f"{'more than ' if taken.more else ''}{distance.raw(line.raw.value + raised)}",
        strict=taken.more,
        raised=raised,
        steps=int(taken.units) if distance.step else None,
    )

"""What a criterion would have to score for a target by itself, all others staying as they are."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.goal_seek.goal import Distance
from certeval.analysis.rounding import aligned_text
from certeval.analysis.weighted_sum import contribution
from certeval.model.rubric import HUNDRED_PERCENT
from certeval.results.scorecard import Line
from certeval.results.target import Single

_PLACES = 3


def singles(distance: Distance) -> tuple[Single, ...]:
    """Each criterion alone: a* = a + (T - P) / w, with the raw score a and the weight w.

    T is the threshold and P the total. Where P is enough already, a* is the score down to which it
    stays so.
    """
    lines = distance.card.lines
    found = [_found(distance, line) for line in lines]
    displays = iter(_aligned([one.needed for one in found if one.needed is not None]))
    tops = _aligned([one.highest for one in found])
    return tuple(
        _single(distance, line, one, "" if one.needed is None else next(displays), top)
        for line, one, top in zip(lines, found, tops, strict=True)
    )


class _Found(NamedTuple):
    needed: Fraction | None
    strict: bool
    on_grid: Fraction | None
    highest: Fraction


def _found(distance: Distance, line: Line) -> _Found:
    """a*, and whether it takes more than that; not below the scale, where nothing is missing."""
    highest = distance.highest(line)
    if not line.weight_percent.value:
        return _Found(None, strict=False, on_grid=None, highest=highest)
    needed = line.raw.value + distance.need * Fraction(HUNDRED_PERCENT) / line.weight_percent.value
    if distance.reached:
        needed = max(needed, distance.low)
    gained = contribution(line.weight_percent.value, needed - line.raw.value)
    strict = not distance.reached_by(distance.card.total.value + gained)
    on_grid = distance.on_grid(needed, above=strict) if distance.reached_by(highest) else None
    return _Found(needed, strict, on_grid, highest)


def _aligned(values: Sequence[Fraction]) -> list[str]:
    """*values* with as many decimals each, and a word where they are not all that it has."""
    return [
        text if Fraction(text) == value else f"about {text}"
        for text, value in zip(aligned_text(values, _PLACES), values, strict=True)
    ]


def _single(distance: Distance, line: Line, found: _Found, display: str, top: str) -> Single:
    exactly = f"{'more than ' if found.strict else ''}{display}"
    on_grid = "" if found.on_grid is None else distance.raw(found.on_grid)
    reachable = distance.reached_by(found.highest)
    if distance.reached:
        words = _slack(distance, found, on_grid or display)
    elif found.needed is None:
        words = "cannot be reached by this criterion alone: it has no weight"
    elif not reachable:
        words = f"cannot be reached by this criterion alone (at most {top})"
    else:
        words = f"reached at {on_grid} (exactly: {exactly})" if on_grid else f"reached at {exactly}"
    return Single(
        criterion=line.criterion,
        title=line.title,
        raw=line.raw.value,
        raw_display=line.raw.display,
        weight_percent=line.weight_percent.value,
        needed=found.needed,
        strict=found.strict,
        needed_display=display,
        on_grid=found.on_grid,
        on_grid_display=on_grid,
        reachable=reachable,
        highest=found.highest,
        highest_display=top,
        words=words,
    )


def _slack(distance: Distance, found: _Found, display: str) -> str:
    """How far the score may fall."""
    if found.needed is None or (found.needed == distance.low and not found.strict):
        return "holds at any score"
    above = found.strict and found.on_grid is None
    return f"holds {'above' if above else 'down to'} {display}"

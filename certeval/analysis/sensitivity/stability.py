"""Weight stability intervals: how far can one weight change before the answer does?"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.figures import percentage
from certeval.analysis.rounding import least_total, rating_of
from certeval.analysis.weight_line import break_even_share, total_of_others
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.scorecard import Scorecard
from certeval.results.sensitivity import Interval, Stability

_WHOLE = Fraction(HUNDRED_PERCENT)


class _StaysNonNegative(NamedTuple):
    """A lead that must not become negative, as a linear function of one weight.

    It is ``at_none`` at a weight of 0 and ``at_all`` at 100%; ``beyond`` is the new answer once it
    is negative. If several become negative at the same weight, the greatest ``slope`` wins above,
    the least one below.
    """

    at_none: Fraction
    at_all: Fraction
    beyond: tuple[str, ...]
    slope: Fraction = Fraction()


def stability(matrix: Matrix, names: Sequence[str]) -> tuple[Stability, ...]:
    """Compute how far each weight can change before the leader, or the ranking, does.

    Two totals cross at the weight at which they are equal: see ``certeval.analysis.weight_line``.

    Args:
        matrix: the decision matrix, of two alternatives or more.
        names: the ids of the alternatives, in the order of the rows.

    Returns:
        The intervals of each criterion.

    """
    return tuple(_stability(matrix, names, at) for at in range(len(matrix.criteria)))


def _stability(matrix: Matrix, names: Sequence[str], at: int) -> Stability:
    """Return the intervals of the criterion *at*."""
    share = matrix.weights[at] / _WHOLE
    totals = matrix.totals
    others = [
        total_of_others(total, share, row[at])
        for total, row in zip(totals, matrix.scores, strict=True)
    ]
    winner = ranking = None
    if share < 1:
        lines = [
            (without or Fraction(), row[at])
            for without, row in zip(others, matrix.scores, strict=True)
        ]
        winner = _interval(_winning(names, totals, lines))
        ranking = _interval(_ranking(names, totals, lines))
    return Stability(
        criterion=matrix.criteria[at],
        title=matrix.titles[at],
        weight_percent=percentage(matrix.weights[at]),
        winner=winner,
        ranking=ranking,
    )


_Line = tuple[Fraction, Fraction]
"""A total at a weight of 0, and at a weight of 100%."""


def _winning(
    names: Sequence[str], totals: Sequence[Fraction], lines: Sequence[_Line]
) -> Iterator[_StaysNonNegative]:
    """Yield the leads of each leader over every other alternative."""
    first = [at for at, total in enumerate(totals) if total == max(totals)]
    for one in first:
        for other in range(len(names)):
            slope = lines[other][1] - lines[other][0]
            yield _lead(lines[one], lines[other], (names[other],))._replace(slope=slope)


def _ranking(
    names: Sequence[str], totals: Sequence[Fraction], lines: Sequence[_Line]
) -> Iterator[_StaysNonNegative]:
    """Yield the leads of each alternative over those behind it, and both ways of a tie."""
    for one in range(len(names)):
        for other in range(len(names)):
            if totals[one] >= totals[other]:
                yield _lead(lines[one], lines[other], (names[other], names[one]))


def _lead(one: _Line, other: _Line, beyond: tuple[str, ...]) -> _StaysNonNegative:
    """Return the lead of *one* over *other*."""
    return _StaysNonNegative(one[0] - other[0], one[1] - other[1], beyond)


def verdict_stability(card: Scorecard, rubric: Rubric) -> tuple[Stability, ...]:
    """Compute how far each weight can change before the verdict does.

    Args:
        card: the scorecard of one certificate.
        rubric: its rubric.

    Returns:
        The interval of each criterion; without bands, only the weight.

    """
    return tuple(
        Stability(
            criterion=line.criterion,
            title=line.title,
            weight_percent=percentage(line.weight_percent.value),
            verdict=_verdict(card, rubric, line.weight_percent.value / _WHOLE, line.raw.value),
        )
        for line in card.lines
    )


def _verdict(card: Scorecard, rubric: Rubric, share: Fraction, raw: Fraction) -> Interval | None:
    """Return the interval of one criterion; None without bands, or if its share is 1."""
    others = total_of_others(card.total.value, share, raw)
    if others is None or not rubric.bands:
        return None
    rounding = rubric.rounding
    half = Fraction(1, 2 * 10**rounding.rating_places)
    at = next(
        at
        for at, band in enumerate(rubric.bands)
        if card.rating.value >= Fraction(band.lowest_rating)
    )
    bounds = []
    if at + 1 < len(rubric.bands):
        least = least_total(rubric.bands[at].lowest_rating, rounding).value
        below = _band(rubric, rating_of(least - half, rounding))
        bounds.append(_StaysNonNegative(others - least, raw - least, below))
    if at > 0:
        most = least_total(rubric.bands[at - 1].lowest_rating, rounding).value
        above = _band(rubric, rating_of(most + half, rounding))
        bounds.append(_StaysNonNegative(most - others, most - raw, above))
    return _interval(bounds)


def _band(rubric: Rubric, rating: Decimal) -> tuple[str]:
    """Return the verdict on *rating*; the lowest one for a rating below the scale."""
    return ((rubric.band_of(rating) or rubric.bands[-1]).label,)


def _interval(bounds: Iterable[_StaysNonNegative]) -> Interval:
    """Return the weights at which no lead of *bounds* is negative; none is at the stated weight."""
    low, high = Fraction(0), Fraction(1)
    below: list[_StaysNonNegative] = []
    above: list[_StaysNonNegative] = []
    for bound in bounds:
        root = break_even_share(bound.at_all, bound.at_none, Fraction(), Fraction())
        if root is None:
            continue
        if bound.at_none < 0 and root >= low:
            below = [*(below if root == low else ()), bound]
            low = root
        if bound.at_all < 0 and root <= high:
            above = [*(above if root == high else ()), bound]
            high = root
    falling = min((bound.slope for bound in below), default=None)
    rising = max((bound.slope for bound in above), default=None)
    return Interval(
        low_percent=percentage(low * _WHOLE),
        high_percent=percentage(high * _WHOLE),
        below=tuple(dict.fromkeys(one.beyond for one in below if one.slope == falling)),
        above=tuple(dict.fromkeys(one.beyond for one in above if one.slope == rising)),
    )

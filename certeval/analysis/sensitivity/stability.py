"""Weight stability intervals: how far can one weight go before the answer changes?"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.decision_matrix import Matrix
from certeval.analysis.rounding import least_total, percent, rating_of
from certeval.analysis.weight_line import break_even_share, total_of_others
from certeval.model.rubric import HUNDRED_PERCENT, Rubric
from certeval.results.scorecard import Scorecard
from certeval.results.sensitivity import Interval, Stability

_WHOLE = Fraction(HUNDRED_PERCENT)


class _Bound(NamedTuple):
    """Something that has to stay at least 0 while a weight goes from 0 to 100 %, where it is
    ``at_none`` and ``at_all``; ``beyond`` says what comes when it does not. Where several come at
    once, those with the greatest ``slope`` are first above, with the least one below."""

    at_none: Fraction
    at_all: Fraction
    beyond: str
    slope: Fraction = Fraction()


def stability(matrix: Matrix, names: Sequence[str]) -> tuple[Stability, ...]:
    """The intervals of each criterion in which the winner, and the whole ranking, stay.

    *names* are the ids of the alternatives. Two totals cross where they are equal: see
    ``certeval.analysis.weight_line``.
    """
    return tuple(_stability(matrix, names, at) for at in range(len(matrix.criteria)))


def _stability(matrix: Matrix, names: Sequence[str], at: int) -> Stability:
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
        weight_percent=matrix.weights[at],
        weight_display=percent(matrix.weights[at]),
        winner=winner,
        ranking=ranking,
    )


_Line = tuple[Fraction, Fraction]
"""A total where the weight is 0, and where it is 100 %."""


def _winning(
    names: Sequence[str], totals: Sequence[Fraction], lines: Sequence[_Line]
) -> Iterator[_Bound]:
    """That those who are first stay ahead of, or level with, everybody."""
    first = [at for at, total in enumerate(totals) if total == max(totals)]
    for one in first:
        for other in range(len(names)):
            slope = lines[other][1] - lines[other][0]
            yield _ahead(lines[one], lines[other], names[other])._replace(slope=slope)


def _ranking(
    names: Sequence[str], totals: Sequence[Fraction], lines: Sequence[_Line]
) -> Iterator[_Bound]:
    """That whoever is ahead of another stays so, and those who tie go on to tie."""
    for one in range(len(names)):
        for other in range(len(names)):
            if totals[one] >= totals[other]:
                yield _ahead(lines[one], lines[other], f"{names[other]} over {names[one]}")


def _ahead(one: _Line, other: _Line, beyond: str) -> _Bound:
    return _Bound(one[0] - other[0], one[1] - other[1], beyond)


def verdict_stability(card: Scorecard, rubric: Rubric) -> tuple[Stability, ...]:
    """The interval of each criterion in which the verdict on *card* stays."""
    return tuple(
        Stability(
            criterion=line.criterion,
            title=line.title,
            weight_percent=line.weight_percent,
            weight_display=percent(line.weight_percent),
            verdict=_verdict(card, rubric, line.weight_percent / _WHOLE, line.raw),
        )
        for line in card.lines
    )


def _verdict(card: Scorecard, rubric: Rubric, share: Fraction, raw: Fraction) -> Interval | None:
    others = total_of_others(card.total, share, raw)
    if others is None or not rubric.bands:
        return None
    rounding = rubric.rounding
    half = Fraction(1, 2 * 10**rounding.rating_places)
    at = next(at for at, band in enumerate(rubric.bands) if card.rating >= band.lowest_rating)
    bounds = []
    if at + 1 < len(rubric.bands):
        least = least_total(rubric.bands[at].lowest_rating, rounding).value
        below = _band(rubric, rating_of(least - half, rounding))
        bounds.append(_Bound(others - least, raw - least, below))
    if at > 0:
        most = least_total(rubric.bands[at - 1].lowest_rating, rounding).value
        above = _band(rubric, rating_of(most + half, rounding))
        bounds.append(_Bound(most - others, most - raw, above))
    return _interval(bounds)


def _band(rubric: Rubric, rating: Decimal) -> str:
    """The verdict on *rating*; the lowest one on what is below the scale."""
    return (rubric.band_of(rating) or rubric.bands[-1]).label


def _interval(bounds: Iterable[_Bound]) -> Interval:
    """Where all *bounds* hold; they do at the weight as it is."""
    low, high = Fraction(0), Fraction(1)
    below: list[_Bound] = []
    above: list[_Bound] = []
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
        low_percent=low * _WHOLE,
        high_percent=high * _WHOLE,
        display=f"{percent(low * _WHOLE)} to {percent(high * _WHOLE)}",
        below=tuple(dict.fromkeys(one.beyond for one in below if one.slope == falling)),
        above=tuple(dict.fromkeys(one.beyond for one in above if one.slope == rising)),
    )

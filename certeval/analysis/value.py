"""From a measurement to a score: the value function, calculated.

Between two points the score follows a straight line, on a linear or a logarithmic axis. Linear
pieces are exact; a logarithm is calculated with 50 digits, and its score rounded once to the
places that the value function declares.
"""

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from certeval.analysis.rounding import exact_text, half_up
from certeval.errors import MeasurementError
from certeval.model.scale import Scale
from certeval.model.value_function import ValueFunction

_LOGARITHM = Context(prec=50)
_Curve = tuple[tuple[Fraction, Fraction], ...]


class Value(NamedTuple):
    """The score of a measurement, in points of the scale; not ``exact`` if it is rounded."""

    score: Fraction
    exact: bool = True


@lru_cache(maxsize=256)
def curve_of(function: ValueFunction, scale: Scale) -> _Curve:
    """Return the points of *function*, by measurement.

    Args:
        function: the value function. Without points it is the scale itself, turned around if less
            is better; without those and with words alone it has no curve.
        scale: the rubric's scale.

    Returns:
        Pairs of a measurement and its score, the smallest measurement first.

    """
    if function.points:
        return tuple((Fraction(at), Fraction(score)) for at, score in function.points)
    if function.better is None:
        return ()
    low, high = Fraction(scale.min), Fraction(scale.max)
    ends = (low, high) if function.better == "more" else (high, low)
    return ((low, ends[0]), (high, ends[1]))


def value_of(function: ValueFunction, measurement: Fraction, scale: Scale) -> Value:
    """Return the score of a number.

    Args:
        function: the value function of the criterion or measure.
        measurement: the number, in the function's unit.
        scale: the rubric's scale, in points.

    Returns:
        The score, between the ends of the scale.

    Raises:
        MeasurementError: the function has no score for the number.

    """
    if problem := function.number_problem(measurement, exact_text(measurement)):
        raise MeasurementError(*problem)
    curve = curve_of(function, scale)
    (first, first_score), (last, last_score) = curve[0], curve[-1]
    if not first <= measurement <= last and function.beyond == "hold":
        return Value(first_score if measurement < first else last_score)
    exact = dict(curve).get(measurement)
    if exact is not None:
        return Value(exact)
    value = _between(function, _piece(curve, measurement), measurement)
    low, high = Fraction(scale.min), Fraction(scale.max)
    return value._replace(score=max(low, min(high, value.score)))


def value_of_word(function: ValueFunction, word: str) -> Value | None:
    """Return the score of a word.

    Args:
        function: the value function of the criterion or measure.
        word: the word, in any case.

    Returns:
        The score, or None if the function does not know the word.

    """
    score = function.word_score(word)
    return None if score is None else Value(Fraction(score))


def value_range(function: ValueFunction, scale: Scale) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest score that *function* can give.

    Args:
        function: the value function of the criterion or measure.
        scale: the rubric's scale, in points.

    Returns:
        The two scores; the ends of the scale if the function extends beyond its points.

    """
    if function.beyond == "extend":
        return Fraction(scale.min), Fraction(scale.max)
    scores = [score for _, score in curve_of(function, scale)]
    scores += [Fraction(score) for _, score in function.words]
    return min(scores), max(scores)


def value_over(
    function: ValueFunction, low: Fraction, high: Fraction, scale: Scale
) -> tuple[Value, Value]:
    """Return the lowest and the highest score of the measurements from *low* to *high*.

    Args:
        function: the value function, with a curve.
        low: the smallest measurement, in the function's unit.
        high: the largest measurement.
        scale: the rubric's scale, in points.

    Returns:
        The two scores. The curve is a line between its points, so the extremes are at an end of
        the range or at a point inside it.

    Raises:
        MeasurementError: as ``value_of``.

    """
    inside = [at for at, _ in curve_of(function, scale) if low < at < high]
    values = [value_of(function, at, scale) for at in (low, *inside, high)]
    return min(values, key=_score), max(values, key=_score)


def measurement_for(function: ValueFunction, score: Fraction, scale: Scale) -> Fraction | None:
    """Return the measurement that scores exactly *score*: the inverse of ``value_of``.

    Args:
        function: the value function of the criterion.
        score: a score, in points of the scale.
        scale: the rubric's scale.

    Returns:
        The first such measurement along the curve, rounded to the function's places on a
        logarithmic axis; None if the curve does not reach the score.

    """
    pieces = list(pairwise(curve_of(function, scale)))
    for (low, low_score), (high, high_score) in pieces:
        if low_score == score:
            return low
        if high_score == score:
            return high
        if min(low_score, high_score) < score < max(low_score, high_score):
            return _along(function, ((low, low_score), (high, high_score)), score)
    if pieces and function.beyond == "extend":
        for piece, is_last in ((pieces[0], False), (pieces[-1], True)):
            (_, low_score), (_, high_score) = piece
            rises = high_score > low_score
            if low_score != high_score and (score > high_score) == (rises == is_last):
                return _along(function, piece, score)
    return None


def _along(function: ValueFunction, piece: _Curve, score: Fraction) -> Fraction:
    """Return where the line through the two points of *piece* reaches *score*."""
    (low, low_score), (high, high_score) = piece
    part = (score - low_score) / (high_score - low_score)
    if function.axis == "linear":
        return low + part * (high - low)
    apart = _LOGARITHM.subtract(_log(high), _log(low))
    logarithm = _LOGARITHM.fma(_decimal(part), apart, _log(low))
    return Fraction(half_up(_LOGARITHM.exp(logarithm), function.places))


def _score(value: Value) -> Fraction:
    return value.score


def _piece(curve: _Curve, measurement: Fraction) -> _Curve:
    """Return the two points that *measurement* lies between, or the two at its end."""
    pieces = list(pairwise(curve))
    return next((piece for piece in pieces if measurement <= piece[1][0]), pieces[-1])


def _between(function: ValueFunction, piece: _Curve, measurement: Fraction) -> Value:
    (low, low_score), (high, high_score) = piece
    if low_score == high_score:
        return Value(low_score)
    rise = high_score - low_score
    if function.axis == "linear":
        return Value(low_score + rise * (measurement - low) / (high - low))
    above = _LOGARITHM.subtract(_log(measurement), _log(low))
    part = _LOGARITHM.divide(above, _LOGARITHM.subtract(_log(high), _log(low)))
    score = _LOGARITHM.fma(_decimal(rise), part, _decimal(low_score))
    return Value(Fraction(half_up(score, function.places)), exact=False)


@lru_cache(maxsize=1024)
def _log(value: Fraction) -> Decimal:
    return _LOGARITHM.ln(_decimal(value))


def _decimal(value: Fraction) -> Decimal:
    return _LOGARITHM.divide(Decimal(value.numerator), Decimal(value.denominator))

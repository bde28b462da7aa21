"""Round exact numbers for display; the rubric chooses how a half is rounded.

Nothing else in certeval rounds.
"""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from certeval.model.rubric import Rounding, RoundingMode

_MAX_PLACES = 6  # decimals of a number whose decimals do not end


def half_up(value: Fraction | Decimal, places: int) -> Decimal:
    """Round a number half away from zero: 1.275 to 1.28, 7.05 to 7.1.

    Args:
        value: Any number.
        places: The decimals to keep, from 0.

    Returns:
        The rounded number, with exactly *places* decimals.

    """
    return rounded(value, places, "half-up")


def rounded(value: Fraction | Decimal, places: int, mode: RoundingMode) -> Decimal:
    """Round a number, a half by *mode*.

    The half is decided on integers: no binary float and no decimal precision interferes.

    Args:
        value: Any number.
        places: The decimals to keep, from 0.
        mode: ``half-up`` rounds a half away from zero, 7.05 to 7.1; ``half-even`` to the even
            digit, 7.05 to 7.0 and 7.15 to 7.2 (IEEE 754, roundTiesToEven).

    Returns:
        The rounded number, with exactly *places* decimals.

    """
    scaled = Fraction(value) * 10**places
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    away = 2 * rest > scaled.denominator
    if 2 * rest == scaled.denominator:
        away = mode == "half-up" or whole % 2 == 1
    digits = str(whole + away).rjust(places + 1, "0")
    sign = "-" if scaled < 0 and digits.strip("0") else ""
    head, tail = digits[: len(digits) - places], digits[len(digits) - places :]
    return Decimal(f"{sign}{head}.{tail}" if places else f"{sign}{head}")


def rating_of(total: Fraction | Decimal, rounding: Rounding) -> Decimal:
    """Round a total to the rating that is displayed.

    Args:
        total: The exact total, in points of the scale.
        rounding: How the rubric rounds.

    Returns:
        The rating, with the decimals that the rubric asks for.

    """
    return rounded(total, rounding.rating_places, rounding.mode)


class LowerBound(NamedTuple):
    """A bound that a number has to reach, or to exceed if it is ``exclusive``."""

    value: Fraction
    exclusive: bool

    def reached_by(self, number: Fraction) -> bool:
        """Return whether a number satisfies the bound.

        Args:
            number: In the unit of ``value``.

        Returns:
            Whether *number* is above ``value``, or equal to it unless the bound is exclusive.

        """
        return number > self.value if self.exclusive else number >= self.value


def least_total(rating: Fraction | Decimal, rounding: Rounding) -> LowerBound:
    """Return the least total that rounds to a rating or more: 7.95 for 8, with one decimal.

    A half satisfies the bound if it is rounded up: above zero with ``half-up``, and with
    ``half-even`` if the digit that it is rounded up to is even.

    Args:
        rating: The rating to reach, in points of the scale.
        rounding: How the rubric rounds.

    Returns:
        The bound of the exact total, in points of the scale.

    """
    unit = Fraction(1, 10**rounding.rating_places)
    units = ceil(Fraction(rating) / unit)
    exclusive = units <= 0 if rounding.mode == "half-up" else units % 2 == 1
    return LowerBound(units * unit - unit / 2, exclusive)


def places_of(value: Fraction | Decimal) -> int | None:
    """Return the number of decimals that a number needs to be written exactly.

    Args:
        value: Any number.

    Returns:
        The number of decimals, or None if they do not end.

    """
    rest = Fraction(value).denominator
    places = 0
    while rest % 10 == 0 or rest % 2 == 0 or rest % 5 == 0:
        rest //= 10 if rest % 10 == 0 else 2 if rest % 2 == 0 else 5
        places += 1
    return places if rest == 1 else None


def exact_text(value: Fraction | Decimal) -> str:
    """Write a number with the decimals it needs: ``20``, ``29.5``, or ``about 18.181818``.

    Args:
        value: Any number.

    Returns:
        The exact number, or six decimals after ``about`` if they do not end.

    """
    places = places_of(value)
    if places is None:
        return f"about {half_up(value, _MAX_PLACES):f}"
    return f"{half_up(value, places):f}"


def approximate_text(value: Fraction, max_places: int) -> str:
    """Write a number exactly if few decimals suffice, else ``about 65.306``.

    Args:
        value: Any number.
        max_places: The most decimals to show, from 0.

    Returns:
        The exact number, or *max_places* decimals after ``about``.

    """
    places = places_of(value)
    if places is None or places > max_places:
        return f"about {half_up(value, max_places):f}"
    return f"{half_up(value, places):f}"


def aligned_text(values: Iterable[Fraction], max_places: int = 4) -> list[str]:
    """Write the numbers of a column with the same number of decimals.

    Args:
        values: The numbers, from the top.
        max_places: The most decimals to show, from 0.

    Returns:
        The numbers, each with the decimals of the one that needs most, up to *max_places*.

    """
    known = list(values)
    needed = (places_of(value) for value in known)
    places = max(
        (max_places if count is None else min(count, max_places) for count in needed), default=0
    )
    return [f"{half_up(value, places):f}" for value in known]


def signed(value: Fraction, places: int) -> str:
    """Write a difference with its sign: ``+0.25``, ``-0.10``, or ``0`` if it is exactly zero.

    Args:
        value: The difference.
        places: The decimals to show, from 0.

    Returns:
        The rounded difference. One that rounds to zero keeps its sign.

    """
    if not value:
        return "0"
    return f"{'-' if value < 0 else '+'}{half_up(abs(value), places):f}"


def percent(value: Fraction) -> str:
    """Write a percentage exactly if one decimal suffices, else rounded to one: ``33.3%``.

    Args:
        value: A number of percent, 0 to 100.

    Returns:
        The number and a percent sign.

    """
    places = places_of(value)
    if places is not None and places <= 1:
        return f"{exact_text(value)}%"
    return f"{half_up(value, 1):f}%"


def grouped(value: Decimal) -> str:
    """Write a number with commas between thousands: ``10,000``.

    Args:
        value: Any number; it is not rounded.

    Returns:
        The number with its own decimals.

    """
    return f"{value:,f}"

"""From exact numbers to what is displayed. Nothing else in certeval rounds."""

from decimal import Decimal
from fractions import Fraction

_ENOUGH = 6


def half_up(value: Fraction | Decimal, places: int) -> Decimal:
    """*value* rounded to *places* decimals, half away from zero: 1.275 -> 1.28, 7.05 -> 7.1.

    The half is decided on integers: no binary float and no decimal precision interferes.
    """
    scaled = Fraction(value) * 10**places
    whole, rest = divmod(abs(scaled.numerator), scaled.denominator)
    digits = str(whole + (2 * rest >= scaled.denominator)).rjust(places + 1, "0")
    sign = "-" if scaled < 0 and digits.strip("0") else ""
    head, tail = digits[: len(digits) - places], digits[len(digits) - places :]
    return Decimal(f"{sign}{head}.{tail}" if places else f"{sign}{head}")


def places_of(value: Fraction | Decimal) -> int:
    """How many decimals *value* needs to be written exactly; six where they do not end sooner."""
    exact = Fraction(value)
    return next(
        (places for places in range(_ENOUGH) if (exact * 10**places).denominator == 1), _ENOUGH
    )


def in_full(value: Fraction | Decimal, at_most: int = _ENOUGH) -> str:
    """*value* with the decimals it needs and no more: ``20``, ``29.5``; at most *at_most*."""
    return f"{half_up(value, min(places_of(value), at_most)):f}"

"""From exact numbers to what is displayed. Nothing else in certeval rounds."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from certeval.model.rubric import Rounding, RoundingMode

_ENOUGH = 6  # decimals to show of a number that has no end


def half_up(value: Fraction | Decimal, places: int) -> Decimal:
    """Round *value* to *places* decimals, half away from zero: 1.275 to 1.28, 7.05 to 7.1."""
    return rounded(value, places, "half-up")


def rounded(value: Fraction | Decimal, places: int, mode: RoundingMode) -> Decimal:
    """Round *value* to *places* decimals; *mode* says what becomes of a half.

    The half is decided on integers: no binary float and no decimal precision interferes.

    Args:
        value: any number.
        places: the decimals to keep, from 0.
        mode: ``half-up`` rounds a half away from zero, 7.05 to 7.1; ``half-even`` to the even
            digit, 7.05 to 7.0 and 7.15 to 7.2 (IEEE 754, roundTiesToEven).

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
    """Return the rating that *total*, in points, is displayed as."""
    return rounded(total, rounding.rating_places, rounding.mode)


class LowerBound(NamedTuple):
    """A limit that has to be reached, or, where ``strict``, to be exceeded."""

    value: Fraction
    strict: bool

    def reached_by(self, number: Fraction) -> bool:
        """Whether *number* is enough."""
        return number > self.value if self.strict else number >= self.value


def least_total(rating: Fraction | Decimal, rounding: Rounding) -> LowerBound:
    """Return the least total whose rating is *rating* or more: 7.95 for 8, with one decimal.

    A half counts where it is rounded up: above zero with ``half-up``, and with ``half-even``
    where the digit that it is rounded up to is even.
    """
    unit = Fraction(1, 10**rounding.rating_places)
    units = ceil(Fraction(rating) / unit)
    strict = units <= 0 if rounding.mode == "half-up" else units % 2 == 1
    return LowerBound(units * unit - unit / 2, strict)


def places_of(value: Fraction | Decimal) -> int | None:
    """How many decimals *value* needs to be written exactly; None where they do not end."""
    rest = Fraction(value).denominator
    places = 0
    while rest % 10 == 0 or rest % 2 == 0 or rest % 5 == 0:
        rest //= 10 if rest % 10 == 0 else 2 if rest % 2 == 0 else 5
        places += 1
    return places if rest == 1 else None


def exact_text(value: Fraction | Decimal) -> str:
    """*value* with the decimals it needs and no more: ``20``, ``29.5``; or ``about 18.181818``."""
    places = places_of(value)
    if places is None:
        return f"about {half_up(value, _ENOUGH):f}"
    return f"{half_up(value, places):f}"


def approximate_text(value: Fraction, at_most: int) -> str:
    """*value* in full where *at_most* so many decimals do; else ``about 65.306``."""
    places = places_of(value)
    if places is None or places > at_most:
        return f"about {half_up(value, at_most):f}"
    return f"{half_up(value, places):f}"


def aligned_text(values: Iterable[Fraction], at_most: int = 4) -> list[str]:
    """*values* with as many decimals as the one that needs most, but *at_most* so many."""
    known = list(values)
    needed = (places_of(value) for value in known)
    places = max((at_most if count is None else min(count, at_most) for count in needed), default=0)
    return [f"{half_up(value, places):f}" for value in known]


def signed(value: Fraction, places: int) -> str:
    """A difference with its sign, even where it rounds to nothing: ``+0.25``, ``-0.10``; or 0."""
    if not value:
        return "0"
    return f"{'-' if value < 0 else '+'}{half_up(abs(value), places):f}"


def largest_remainder(values: Sequence[Fraction], places: int) -> tuple[Decimal, ...]:
    """Round *values* to *places* decimals so that their sum stays the same.

    The method of largest remainders (Hamilton's): all are rounded down, and what is then missing
    goes, one unit each, to those that lost most. M. L. Balinski and H. P. Young, "Fair
    Representation" (1982). Equal values all get a unit or none if others can have it instead
    without overtaking them; otherwise the first of them. A smaller value never ends up above a
    larger one.

    Args:
        values: Numbers, none negative; their sum needs at most *places* decimals.
        places: Decimals to keep.

    Returns:
        The rounded values, in the order of *values*.

    """
    scaled = [value * 10**places for value in values]
    units = [value.numerator // value.denominator for value in scaled]
    missing = int(sum(scaled)) - sum(units)
    lost = sorted(range(len(scaled)), key=lambda at: units[at] - scaled[at])
    equals = [[at for at in lost if values[at] == value] for value in dict.fromkeys(values)]
    equals = [some for some in equals if units[some[0]] != scaled[some[0]]]
    given: list[int] = []
    passed_over: set[int] = set()  # what a smaller value with as many units must not overtake
    for some in sorted(equals, key=lambda some: lost.index(some[0])):
        whole = units[some[0]]
        if whole in passed_over or len(given) + len(some) > missing:
            passed_over.add(whole)
        else:
            given += some
    rest = [at for at in lost if at not in given]
    for at in (*given, *rest[: missing - len(given)]):
        units[at] += 1
    return tuple(half_up(Fraction(count, 10**places), places) for count in units)


def percent(value: Fraction) -> str:
    """*value* in percent: in full where that takes one decimal at most, else rounded to one."""
    places = places_of(value)
    if places is not None and places <= 1:
        return f"{exact_text(value)}%"
    return f"{half_up(value, 1):f}%"


def grouped(value: Decimal) -> str:
    """*value* as it is, with commas between thousands: ``10,000``."""
    return f"{value:,f}"

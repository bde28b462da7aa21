"""Turn a caller's arguments into exact numbers.

Errors name the parameter; the command line replaces it with its option.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple, TypeAlias, TypeVar

from certeval.errors import UsageError

T = TypeVar("T")
Number: TypeAlias = int | float | str | Decimal | Fraction
Hours: TypeAlias = Number | tuple[Number, Number]
"""Study hours: a number, ``"120-150"``, or a low and a high estimate."""
Named: TypeAlias = Mapping[str, T] | Iterable[tuple[str, T]]
"""Values by name, as ``dict`` takes them."""
Check: TypeAlias = Callable[..., T]

HOURS_PER_WEEK = 168


class HoursRange(NamedTuple):
    """A low and a high estimate of study hours."""

    low: Decimal
    high: Decimal


def text(value: str, parameter: str, item: str | None = None) -> str:  # noqa: ARG001 - as all checks
    """Accept any text.

    Args:
        value: the text.
        parameter: what errors call the value.
        item: the part of the parameter, such as one criterion.

    Returns:
        *value*.

    """
    return value


def entry(value: Number, parameter: str, item: str | None = None) -> Decimal | str:
    """Convert a score or a measurement, which may be a word.

    Args:
        value: a number, or the text of a number or of a word.
        parameter: what errors call the value.
        item: the part of the parameter, such as one criterion.

    Returns:
        The text as it is, or the number as an exact decimal.

    Raises:
        UsageError: a number has no exact decimal form.

    """
    return value if isinstance(value, str) else number(value, parameter, item)


def number(value: Number, parameter: str, item: str | None = None) -> Decimal:
    """Convert a number to an exact decimal.

    Args:
        value: the number; text is read as in a definition, a float as Python prints it.
        parameter: what errors call the value.
        item: the part of the parameter, such as one criterion.

    Returns:
        The number.

    Raises:
        UsageError: it is not a number, or has no exact decimal form.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import read_number

    try:
        if isinstance(value, Fraction):
            return _decimal(value)
        plain = repr(value) if isinstance(value, float) else value
        return read_number(plain.strip() if isinstance(plain, str) else plain)
    except PydanticCustomError as error:
        found = error.context or {}
        raise UsageError(found["message"], found["hint"], parameter=parameter, item=item) from None
    except ValueError:
        message = f"{value} has no exact decimal form"
        raise UsageError(message, "round it", parameter=parameter, item=item) from None


def _decimal(value: Fraction) -> Decimal:
    """Return *value* as an exact decimal.

    Raises:
        ValueError: its decimal form does not end.

    """
    from certeval.model.scalars import EXACT

    left = value.denominator
    for prime in (2, 5):
        while left % prime == 0:
            left //= prime
    if left != 1:
        raise ValueError
    return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def amount(value: Number, parameter: str, item: str | None = None) -> Decimal:
    """Convert a number that must not be negative.

    Args:
        value: the number, at least 0.
        parameter: what errors call the value.
        item: the part of the parameter, such as one criterion.

    Returns:
        The exact number.

    Raises:
        UsageError: it is not a number, or is negative.

    """
    found = number(value, parameter, item)
    if found < 0:
        raise UsageError("must not be negative", parameter=parameter, item=item)
    return found


def positive(value: Number, parameter: str, item: str | None = None) -> Decimal:
    """Convert a number that must be above 0.

    Args:
        value: the number, above 0.
        parameter: what errors call the value.
        item: the part of the parameter, such as one criterion.

    Returns:
        The exact number.

    Raises:
        UsageError: it is not a number, or is not above 0.

    """
    found = number(value, parameter, item)
    if found <= 0:
        raise UsageError("must be greater than 0", parameter=parameter, item=item)
    return found


def years(value: Number, parameter: str, item: str | None = None) -> Fraction:
    """Convert a number of years.

    Args:
        value: the years, at least 0.
        parameter: what errors call the value.
        item: the part of the parameter, such as one field of work.

    Returns:
        The exact number of years.

    Raises:
        UsageError: it is not a number, or is negative.

    """
    return Fraction(amount(value, parameter, item))


def hours_per_week(value: Number, parameter: str = "hours_per_week") -> Fraction:
    """Convert hours per week.

    Args:
        value: the hours, above 0 and at most 168.
        parameter: what errors call the value.

    Returns:
        The exact number of hours.

    Raises:
        UsageError: it is not a number, or is out of range.

    """
    found = positive(value, parameter)
    if found > HOURS_PER_WEEK:
        raise UsageError(f"a week has {HOURS_PER_WEEK} hours", parameter=parameter)
    return Fraction(found)


def hours(value: Hours, parameter: str = "hours", item: str | None = None) -> HoursRange:
    """Convert study hours.

    Args:
        value: a number above 0, ``"120-150"``, or a low and a high estimate.
        parameter: what errors call the value.
        item: the part of the parameter, such as one certificate.

    Returns:
        The low and the high estimate, which are equal for one number.

    Raises:
        UsageError: these are not hours above 0, or the high estimate is below the low one.

    """
    ends: list[Number] = [*value] if isinstance(value, tuple | list) else [value]
    if isinstance(value, str):
        ends = [*value.split("-")]
    if len(ends) not in (1, 2) or not all(end != "" for end in ends):
        message = f"expected LOW-HIGH, found '{value}'"
        raise UsageError(message, "for example 120-150", parameter=parameter, item=item)
    found = [number(end, parameter, item) for end in ends]
    low, high = found[0], found[-1]
    if min(low, high) <= 0:
        raise UsageError("must be greater than 0", parameter=parameter, item=item)
    if high < low:
        raise UsageError(f"{high:f} is less than {low:f}", parameter=parameter, item=item)
    return HoursRange(low, high)


def whole(value: Number, parameter: str, least: int = 0, most: int | None = None) -> int:
    """Convert a whole number.

    Args:
        value: the number.
        parameter: what errors call the value.
        least: the smallest number that is allowed.
        most: the largest number that is allowed; None for no limit.

    Returns:
        The number.

    Raises:
        UsageError: it is not a whole number, or is out of range.

    """
    found = number(value, parameter)
    if found != int(found):
        raise UsageError(f"expected a whole number, found '{value}'", parameter=parameter)
    if found < least:
        limit = "must not be negative" if least == 0 else f"must be at least {least}"
        raise UsageError(limit, parameter=parameter)
    if most is not None and found > most:
        raise UsageError(f"must be at most {most}", parameter=parameter)
    return int(found)


def level(value: str, parameter: str, item: str | None = None) -> str:
    """Accept a skill level.

    Args:
        value: none, basic, working or fluent.
        parameter: what errors call the value.
        item: the part of the parameter, such as one skill.

    Returns:
        *value*.

    Raises:
        UsageError: there is no such level.

    """
    from certeval.model.reader import LEVELS

    if value not in LEVELS:
        hint = f"levels: {', '.join(LEVELS)}"
        raise UsageError(f"'{value}' is not a level", hint, parameter=parameter, item=item)
    return value


def optional(value: object, parameter: str, check: Check[T]) -> T | None:
    """Convert a value that may be None.

    Args:
        value: the value, or None.
        parameter: what errors call the value.
        check: the function that converts it.

    Returns:
        The converted value, or None.

    Raises:
        UsageError: *check* rejects it.

    """
    return None if value is None else check(value, parameter)


def by_name(values: Named[object] | None, parameter: str, check: Check[T]) -> dict[str, T]:
    """Convert each of several named values.

    Args:
        values: the values by name; None for none.
        parameter: what errors call all of them.
        check: the function that converts one of them.

    Returns:
        The converted values by name.

    Raises:
        UsageError: *check* rejects one.

    """
    return {name: check(value, parameter, name) for name, value in dict(values or ()).items()}

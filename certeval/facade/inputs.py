"""Turn what a caller gives into what the rooms below take: exact numbers, dates, names, a library.

Errors name the parameter; the command line puts its option in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from os import sep
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from certeval.errors import UsageError

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.base import Definition
    from certeval.model.scalars import PartialDate

T = TypeVar("T")
Number: TypeAlias = int | float | str | Decimal | Fraction
Hours: TypeAlias = Number | tuple[Number, Number]
"""Study hours: a number, ``"120-150"``, or a low and a high estimate."""
Named: TypeAlias = Mapping[str, T] | Iterable[tuple[str, T]]
"""Values by name, as ``dict`` takes them."""
Reference: TypeAlias = "str | Path | Definition"
"""A definition: its id, a YAML file, ``-`` for standard input, or the object itself."""
References: TypeAlias = "Reference | Iterable[Reference]"
Date: TypeAlias = "date | str | PartialDate"
Check: TypeAlias = Callable[..., T]

HOURS_PER_WEEK = 168


class HoursRange(NamedTuple):
    """A low and a high estimate of study hours."""

    low: Decimal
    high: Decimal


def text(value: str, parameter: str, item: str | None = None) -> str:  # noqa: ARG001 - as all checks
    """Return *value*, which may be any text."""
    return value


def number(value: Number, parameter: str, item: str | None = None) -> Decimal:
    """Return *value* as an exact decimal number.

    Args:
        value: the number; text is read as in a definition, a float as Python prints it.
        parameter: what errors call the value.
        item: the part of the parameter, such as one criterion.

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
        told = error.context or {}
        raise UsageError(told["message"], told["hint"], parameter=parameter, item=item) from None
    except ValueError:
        message = f"{value} has no exact decimal form"
        raise UsageError(message, "round it", parameter=parameter, item=item) from None


def _decimal(value: Fraction) -> Decimal:
    """Return *value* as a decimal number.

    Raises:
        ValueError: it has no end.

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
    """Return *value* as an exact number of at least 0.

    Raises:
        UsageError: it is not a number, or negative.

    """
    found = number(value, parameter, item)
    if found < 0:
        raise UsageError("must not be negative", parameter=parameter, item=item)
    return found


def positive(value: Number, parameter: str, item: str | None = None) -> Decimal:
    """Return *value* as an exact number above 0.

    Raises:
        UsageError: it is not a number, or not above 0.

    """
    found = number(value, parameter, item)
    if found <= 0:
        raise UsageError("must be greater than 0", parameter=parameter, item=item)
    return found


def years(value: Number, parameter: str, item: str | None = None) -> Fraction:
    """Return *value* as a number of years, at least 0.

    Raises:
        UsageError: it is not a number, or negative.

    """
    return Fraction(amount(value, parameter, item))


def hours_per_week(value: Number, parameter: str = "hours_per_week") -> Fraction:
    """Return *value* as hours per week: above 0, and at most the 168 hours of a week.

    Raises:
        UsageError: it is not a number, or out of that range.

    """
    found = positive(value, parameter)
    if found > HOURS_PER_WEEK:
        raise UsageError(f"a week has {HOURS_PER_WEEK} hours", parameter=parameter)
    return Fraction(found)


def hours(value: Hours, parameter: str = "hours", item: str | None = None) -> HoursRange:
    """Return a low and a high estimate of hours; both are *value* if it is one number.

    Raises:
        UsageError: not hours, not above 0, or the high estimate is below the low one.

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
    """Return *value* as a whole number from *least* to *most*.

    Raises:
        UsageError: it is not a whole number, or out of that range.

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
    """Return *value* if it is a skill level.

    Raises:
        UsageError: it is not.

    """
    from certeval.model.reader import LEVELS

    if value not in LEVELS:
        hint = f"levels: {', '.join(LEVELS)}"
        raise UsageError(f"'{value}' is not a level", hint, parameter=parameter, item=item)
    return value


def optional(value: object, parameter: str, check: Check[T]) -> T | None:
    """Return *value* as *check* takes it; None stays None."""
    return None if value is None else check(value, parameter)


def by_name(values: Named[object] | None, parameter: str, check: Check[T]) -> dict[str, T]:
    """Return *values* by name, each as *check* takes it."""
    return {name: check(value, parameter, name) for name, value in dict(values or ()).items()}


def day(today: Date | None, parameter: str = "today") -> PartialDate:
    """Return *today* as definitions have dates; None is the current date.

    Raises:
        UsageError: it is not a complete date.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import (
        PartialDate,
        read_partial_date,
    )

    if today is None:
        today = date.today()  # noqa: DTZ011 - the user's own day
    if isinstance(today, date):
        return PartialDate(today.year, today.month, today.day)
    try:
        found = read_partial_date(today)
    except PydanticCustomError as error:
        message = (error.context or {})["message"]
        raise UsageError(message, "write 2026-01-31", parameter=parameter) from None
    if found.day is None:
        message = f"'{today}' is not a complete date"
        raise UsageError(message, "write 2026-01-31", parameter=parameter)
    return found


def each(references: References | None) -> tuple[Reference, ...]:
    """Return *references*, one or several, as a tuple."""
    if references is None:
        return ()
    found: Any = references
    # A definition is one thing, though pydantic lets its fields be iterated over.
    one = isinstance(found, str | PurePath) or hasattr(found, "model_fields_set")
    return (found,) if one else tuple(found)


def name(reference: Reference) -> str:
    """Return the id or the file of *reference*, as the loader takes it."""
    if isinstance(reference, str):
        return reference
    if not isinstance(reference, PurePath):
        return reference.id
    text = str(reference)
    plain = sep not in text and "/" not in text and not reference.suffix
    return f".{sep}{text}" if plain and text != "-" else text


def name_or_none(reference: Reference | None) -> str | None:
    """Return the id or the file of *reference*; None stays None."""
    return None if reference is None else name(reference)


def names(references: References | None) -> list[str]:
    """Return the ids or files of *references*."""
    return [name(reference) for reference in each(references)]


def names_or_none(references: References | None) -> list[str] | None:
    """Return the ids or files of *references*; None stays None, and so does none at all."""
    return names(references) or None


def library_with(library: Library | str | Path | None, *references: References | None) -> Library:
    """Return the library to look in, with the model objects among *references* in front.

    Args:
        library: a library, the folder of one, or None for those of the user and the built-in one.
        references: what the caller gave.

    Raises:
        LibraryError: a folder is not a library.

    """
    from certeval.library.library import Library

    found = library if isinstance(library, Library) else Library(library)
    given = [one for some in references for one in each(some)]
    made = [one for one in given if not isinstance(one, str | PurePath)]
    return found.holding(made) if made else found

"""Parsers of option values.

Each takes the option as it is written (``--price``) and the text behind it, and raises UsageError
with a message and a hint. ``options`` hands them to Typer, so that commands get typed values.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from certeval.errors import CertevalError, UsageError

if TYPE_CHECKING:
    from certeval.model.scalars import PartialDate

HOURS_PER_WEEK = 168


class RejectedValueError(Exception):
    """Carries an error of a parser past pydantic, which would make a ValueError its own."""

    def __init__(self, error: CertevalError) -> None:
        """Keep *error*."""
        super().__init__(error.message)
        self.error = error


def for_typer(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    """Return *parse* as Typer can call it: what it raises gets through, with its hint."""

    def parser(value: str) -> Any:
        try:
            return parse(value)
        except CertevalError as error:
            raise RejectedValueError(error) from None

    return parser


class Pair(NamedTuple):
    """A value of a repeatable option like ``--set``: ``NAME=VALUE``."""

    name: str
    value: Any


class Range(NamedTuple):
    """A low and a high estimate."""

    low: Decimal
    high: Decimal


def parse_pair(
    option: str,
    text: str,
    shape: str,
    example: str,
    parse: Callable[[str, str], Any],
) -> Pair:
    """Return ``python=fluent`` as a pair, its value parsed by *parse*.

    Args:
        option: the option, as it is written.
        text: what was given.
        shape: the form that is expected, such as ``SKILL=LEVEL``.
        example: a value of that form.
        parse: the parser of the value; it gets the option with the name behind it.

    Returns:
        The name and the parsed value.

    Raises:
        UsageError: the text does not have that form, or *parse* rejects the value.

    """
    name, equals, value = text.partition("=")
    if not (equals and name and value):
        raise UsageError(f"{option} '{text}': expected {shape}", f"for example {option} {example}")
    return Pair(name, parse(f"{option} {name}", value))


def require_distinct(option: str, pairs: list[Pair] | None) -> list[Pair] | None:
    """Return *pairs*.

    Raises:
        UsageError: a name is given twice.

    """
    names = [pair.name for pair in pairs or ()]
    for name in names:
        if names.count(name) > 1:
            raise UsageError(f"{option}: '{name}' is given twice", "keep one of them")
    return pairs


def parse_text(option: str, text: str) -> str:  # noqa: ARG001 - as all parsers are called
    """Return *text* as it is."""
    return text


def parse_level(option: str, text: str) -> str:
    """Return *text* if it is a skill level.

    Raises:
        UsageError: it is not.

    """
    from certeval.model.reader import LEVELS

    if text not in LEVELS:
        raise UsageError(f"{option}: '{text}' is not a level", f"levels: {', '.join(LEVELS)}")
    return text


def parse_number(option: str, text: str) -> Decimal:
    """Return *text* as an exact number.

    Raises:
        UsageError: it is not a number.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import read_number

    try:
        return read_number(text.strip())
    except PydanticCustomError as error:
        details = error.context or {}
        raise UsageError(f"{option}: {details['message']}", details["hint"]) from None


def parse_positive(option: str, text: str) -> Decimal:
    """Return *text* as an exact number above 0.

    Raises:
        UsageError: it is not a number, or not above 0.

    """
    found = parse_number(option, text)
    if found <= 0:
        raise UsageError(f"{option}: must be greater than 0")
    return found


def parse_amount(option: str, text: str) -> Decimal:
    """Return *text* as an exact number of at least 0.

    Raises:
        UsageError: it is not a number, or negative.

    """
    found = parse_number(option, text)
    if found < 0:
        raise UsageError(f"{option}: must not be negative")
    return found


def parse_years(option: str, text: str) -> Fraction:
    """Return *text* as a number of years, at least 0.

    Raises:
        UsageError: it is not a number, or negative.

    """
    return Fraction(parse_amount(option, text))


def parse_hours_per_week(option: str, text: str) -> Fraction:
    """Return *text* as hours per week: above 0, and at most the 168 hours of a week.

    Raises:
        UsageError: it is not a number, or out of that range.

    """
    found = parse_positive(option, text)
    if found > HOURS_PER_WEEK:
        raise UsageError(f"{option}: a week has {HOURS_PER_WEEK} hours")
    return Fraction(found)


def parse_hours_range(option: str, text: str) -> Range:
    """Return ``120-150``, or ``120`` for both ends, as exact numbers of hours.

    Raises:
        UsageError: it is neither, not above 0, or the high end is below the low one.

    """
    parts = text.split("-")
    if len(parts) > len(Range._fields) or not all(parts):
        raise UsageError(f"{option}: expected LOW-HIGH, found '{text}'", "for example 120-150")
    ends = [parse_number(option, part) for part in parts]
    if min(ends) <= 0:
        raise UsageError(f"{option}: must be greater than 0")
    if ends[-1] < ends[0]:
        raise UsageError(f"{option}: {ends[-1]:f} is less than {ends[0]:f}")
    return Range(ends[0], ends[-1])


def parse_whole(option: str, text: str, least: int = 0, most: int | None = None) -> int:
    """Return *text* as a whole number from *least* to *most*.

    Raises:
        UsageError: it is not a whole number, or out of that range.

    """
    found = parse_number(option, text)
    if found != int(found):
        raise UsageError(f"{option}: expected a whole number, found '{text}'")
    if found < least:
        limit = "must not be negative" if least == 0 else f"must be at least {least}"
        raise UsageError(f"{option}: {limit}")
    if most is not None and found > most:
        raise UsageError(f"{option}: must be at most {most}")
    return int(found)


def parse_date(option: str, text: str) -> date:
    """Return *text* as a date.

    Raises:
        UsageError: it is not a complete date.

    """
    with suppress(ValueError):
        if len(text) == len("2026-01-31") and text[4::3] == "--":
            return date.fromisoformat(text)
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import read_partial_date

    try:
        read_partial_date(text)
    except PydanticCustomError as error:
        message = (error.context or {})["message"]
        raise UsageError(f"{option}: {message}", "write 2026-01-31") from None
    raise UsageError(f"{option}: '{text}' is not a complete date", "write 2026-01-31")


def as_partial_date(today: date | None) -> "PartialDate":
    """Return *today*, or the current date without it, as definitions have dates."""
    from certeval.model.scalars import PartialDate

    found = today or date.today()  # noqa: DTZ011 - the user's own day
    return PartialDate(found.year, found.month, found.day)

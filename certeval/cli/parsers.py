"""What the values of options mean: numbers, spans, days, and values by name."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from certeval.errors import UsageError

if TYPE_CHECKING:
    from certeval.model.scalars import PartialDate

HOURS_PER_WEEK = 168


def parse_assignments(option: str, values: Sequence[str] | None) -> dict[str, Decimal]:
    """``["accessibility=5.5"]`` as exact numbers by criterion.

    Raises:
        UsageError: not NAME=NUMBER, not a number, or a name twice.

    """
    given = parse_pairs(option, values, "CRITERION=NUMBER", "name=7.5")
    return {name: parse_number(f"{option} {name}", text) for name, text in given.items()}


def parse_pairs(
    option: str, values: Sequence[str] | None, shape: str, example: str
) -> dict[str, str]:
    """``["python=fluent"]`` as values by name.

    Raises:
        UsageError: not of that *shape*, or a name twice.

    """
    found: dict[str, str] = {}
    for value in values or ():
        name, equals, text = value.partition("=")
        if not (equals and name and text):
            raise UsageError(
                f"{option} '{value}': expected {shape}", f"for example {option} {example}"
            )
        if name in found:
            raise UsageError(f"{option}: '{name}' is given twice", "keep one of them")
        found[name] = text
    return found


def parse_amount(option: str, text: str | None, *, zero: bool = False) -> Decimal | None:
    """*text* as an exact number above 0 (or from 0 on, with *zero*); None stays None.

    Raises:
        UsageError: it is none.

    """
    if text is None:
        return None
    found = parse_number(option, text)
    if found < 0 or (found == 0 and not zero):
        raise UsageError(f"{option}: must {'not be negative' if zero else 'be greater than 0'}")
    return found


def parse_hours_per_week(text: str | None) -> Fraction | None:
    """The hours a week that ``--hours-per-week`` gives, at most all that a week has.

    Raises:
        UsageError: no number above 0, or too many.

    """
    found = parse_amount("--hours-per-week", text)
    if found is not None and found > HOURS_PER_WEEK:
        raise UsageError(f"--hours-per-week: a week has {HOURS_PER_WEEK} hours")
    return None if found is None else Fraction(found)


def parse_hours_range(option: str, text: str) -> tuple[Decimal, Decimal]:
    """``120-150``, or ``120`` for both ends, as exact numbers.

    Raises:
        UsageError: it is neither, or upside down.

    """
    parts = text.split("-")
    if len(parts) > len(("low", "high")) or not all(parts):
        raise UsageError(f"{option}: expected LOW-HIGH, found '{text}'", "for example 120-150")
    ends = [parse_number(option, part) for part in parts]
    if min(ends) <= 0:
        raise UsageError(f"{option}: must be greater than 0")
    if ends[-1] < ends[0]:
        raise UsageError(f"{option}: {ends[-1]:f} is less than {ends[0]:f}")
    return ends[0], ends[-1]


def parse_number(option: str, text: str) -> Decimal:
    """*text* as an exact number.

    Raises:
        UsageError: it is none.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import read_number

    try:
        return read_number(text.strip())
    except PydanticCustomError as error:
        details = error.context or {}
        raise UsageError(f"{option}: {details['message']}", details["hint"]) from None


def parse_date(text: str | None) -> "PartialDate":
    """*text* as a day, or today.

    Raises:
        UsageError: it is no whole date.

    """
    from datetime import date

    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import PartialDate, read_partial_date

    if text is None:
        now = date.today()  # noqa: DTZ011 - the reader's own day
        return PartialDate(now.year, now.month, now.day)
    try:
        found = read_partial_date(text)
    except PydanticCustomError as error:
        message = (error.context or {})["message"]
        raise UsageError(f"--today: {message}", "write 2026-01-31") from None
    if found.day is None:
        raise UsageError(f"--today: '{text}' is no whole date", "write 2026-01-31")
    return found

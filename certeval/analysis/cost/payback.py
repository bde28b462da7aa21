"""When a cost pays: the raise that it is held against, payback, returns, breaking even."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.cost.pace import WEEKS_A_YEAR
from certeval.analysis.cost.wages import Wages
from certeval.analysis.figures import span
from certeval.analysis.money import money
from certeval.analysis.rounding import grouped, half_up
from certeval.errors import UsageError
from certeval.results.cost import Amount, Raise
from certeval.results.figures import Span

_YEARS = (1, 5)


class CostOverrides(NamedTuple):
    """What is tried for this run. Hours replace those of the file; a raise is USD a year."""

    price: Decimal | None = None
    hours: tuple[Decimal, Decimal] | None = None
    raise_per_year: Decimal | None = None
    salary: Decimal | None = None
    hour_value: Decimal | None = None


NOTHING_TRIED = CostOverrides()


def raise_of(tried: CostOverrides, wages: Wages) -> tuple[Raise | None, str | None]:
    """The raise to reckon with, or why there is none.

    It is given, or the difference between the role's entry wage and the reader's salary.

    Raises:
        UsageError: both are given, or a salary without a wage to hold it against.

    """
    if tried.raise_per_year is not None and tried.salary is not None:
        hint = "give `raise_per_year` or `salary`"
        raise UsageError("a salary and a raise are given", hint)
    if tried.raise_per_year is not None:
        amount = Fraction(tried.raise_per_year)
        if amount <= 0:
            return None, "with no raise, the cost is never recovered"
        return Raise(amount, f"{money(amount)} a year", "given for this run"), None
    if tried.salary is None:
        return None, None
    if wages.entry is None:
        hint = "name one with `role`; run 'certeval list roles' to see them"
        message = "there is no role with a wage to compare with"
        raise UsageError(message, hint, parameter="salary")
    entry, now = wages.entry.usd_per_year, Fraction(tried.salary)
    against = f"{wages.entry.words}: {money(entry)} a year, against {money(now)}"
    if entry <= now:
        return None, f"no raise: {against}"
    return Raise(entry - now, f"{money(entry - now)} a year", against), None


def payback_weeks(total: Span | None, basis: Raise | None) -> Span | None:
    """When *total* is paid back: total / raise a year x 365.25 / 7; None without the two."""
    if total is None or basis is None:
        return None
    a_dollar = WEEKS_A_YEAR / basis.usd_per_year
    return span(total.low * a_dollar, total.high * a_dollar, places=1)


def returns(total: Span | None, basis: Raise | None) -> Iterator[Amount]:
    """What is gained, and the raise that breaks even, within each number of years."""
    if total is None:
        return
    ends = (total.low, total.high)
    for years in _YEARS:
        if basis:
            yield from _gains(ends, basis, years)
    for years in _YEARS:
        needed = [end / years for end in ends]
        shown = [f"{money(amount)} a year" for amount in needed]
        yield _amount(f"Raise that breaks even {_within(years)}", needed, shown)


def _gains(ends: Sequence[Fraction], basis: Raise, years: int) -> Iterator[Amount]:
    gains = [years * basis.usd_per_year - end for end in ends]
    yield _amount(f"Gain {_within(years)}", gains, [money(gain) for gain in gains])
    shares = [gain / end if end else None for gain, end in zip(gains, ends, strict=True)]
    yield _amount(f"Return {_within(years)}", shares, [_percent(part) for part in shares])


def _within(years: int) -> str:
    return f"in {years} year{'s' if years > 1 else ''}"


def _amount(title: str, ends: Sequence[Fraction | None], shown: Sequence[str]) -> Amount:
    return Amount(title, ends[0], shown[0], ends[1], shown[1])


def _percent(part: Fraction | None) -> str:
    return "it is free" if part is None else f"{grouped(half_up(part * 100, 0))}%"

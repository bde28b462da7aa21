"""Payback of a cost by a raise: how soon, what it returns, and which raise breaks even."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.cost.pace import WEEKS_A_YEAR
from certeval.analysis.figures import span
from certeval.analysis.money import money, usd
from certeval.analysis.rounding import grouped, half_up
from certeval.errors import UsageError
from certeval.results.cost import EntryWage, Measure, Raise, ReturnFigure, SalaryComparison
from certeval.results.figures import Figure, Quantity, Span

_YEARS = (1, 5)


class CostOverrides(NamedTuple):
    """Values that replace those of the definitions; None leaves a value as it is.

    ``price`` is in USD, ``hours`` are the least and the most from start to finish,
    ``raise_per_year`` and ``salary`` are in USD per year, ``hour_value`` is in USD per hour.
    """

    price: Decimal | None = None
    hours: tuple[Decimal, Decimal] | None = None
    raise_per_year: Decimal | None = None
    salary: Decimal | None = None
    hour_value: Decimal | None = None


NOTHING_TRIED = CostOverrides()


def raise_of(overrides: CostOverrides, entry: EntryWage | None) -> Raise | None:
    """Return the raise: the one given, or the role's entry wage less the salary.

    Args:
        overrides: A raise or a salary.
        entry: The entry wage of the role, if it has one.

    Returns:
        The raise, which may be zero or less; None if neither a raise nor a salary is given.

    Raises:
        UsageError: Both are given, or a salary without a wage to compare it with.

    """
    if overrides.raise_per_year is not None and overrides.salary is not None:
        hint = "give `raise_per_year` or `salary`"
        raise UsageError("a salary and a raise are given", hint)
    if overrides.raise_per_year is not None:
        return Raise(_per_year(Fraction(overrides.raise_per_year)), None)
    if overrides.salary is None:
        return None
    if entry is None:
        hint = "name one with `role`; run 'certeval list roles' to see them"
        message = "there is no role with a wage to compare with"
        raise UsageError(message, hint, parameter="salary")
    salary = usd(Fraction(overrides.salary))
    raised = entry.figure.usd_per_year.value - salary.value
    return Raise(_per_year(raised), SalaryComparison(entry, salary))


def payback_weeks(total: Span | None, usd_per_year: Fraction | None) -> Span | None:
    """Return the weeks in which a raise pays *total* back: total / raise x 365.25 / 7.

    Args:
        total: The cost in USD, or None if it is unknown.
        usd_per_year: The raise, more than 0, or None without one.

    Returns:
        Weeks, or None if either is missing.

    """
    if total is None or usd_per_year is None:
        return None
    weeks_per_usd = WEEKS_A_YEAR / usd_per_year
    return span(total.low * weeks_per_usd, total.high * weeks_per_usd, places=1)


def returns(total: Span | None, usd_per_year: Fraction | None) -> Iterator[ReturnFigure]:
    """Yield what a raise returns, and the raise that breaks even, after one year and five.

    gain = n x raise - total; return on investment = gain / total; break-even raise = total / n.

    Args:
        total: The cost in USD; if it is unknown, nothing is yielded.
        usd_per_year: The raise, more than 0; without one, only break-even raises are yielded.

    Yields:
        A measure at both ends of the cost.

    """
    if total is None:
        return
    ends = (total.low, total.high)
    for years in _YEARS:
        if usd_per_year is not None:
            yield from _gains(ends, usd_per_year, years)
    for years in _YEARS:
        yield _return("break_even_raise", years, [_per_year(end / years) for end in ends])


def _gains(ends: Sequence[Fraction], usd_per_year: Fraction, years: int) -> Iterator[ReturnFigure]:
    """Yield the gain and the return on the cost within *years*."""
    gains = [years * usd_per_year - end for end in ends]
    yield _return("gain", years, [usd(gain) for gain in gains])
    yield _return("return", years, [_share(*pair) for pair in zip(gains, ends, strict=True)])


def _share(gain: Fraction, cost: Fraction) -> Figure:
    """Return *gain* / *cost* in percent, or no value if there is no cost."""
    if not cost:
        return Figure(None, None)
    return Figure(gain / cost, f"{grouped(half_up(gain / cost * 100, 0))}%")


def _per_year(amount: Fraction) -> Quantity:
    """Return an amount in USD per year."""
    return Quantity(amount, f"{money(amount)} a year")


def _return(measure: Measure, years: int, ends: Sequence[Figure]) -> ReturnFigure:
    """Return a measure at the low and the high end of the cost."""
    return ReturnFigure(measure, years, *ends)

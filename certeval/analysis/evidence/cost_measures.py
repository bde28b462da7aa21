"""Measures of money and time."""

from collections.abc import Iterator
from fractions import Fraction

from certeval.analysis.cost.cost import realistic_total
from certeval.analysis.cost.pace import WEEKS_A_YEAR
from certeval.analysis.evidence.reading import Fact, Reading, unknown
from certeval.analysis.figures import span
from certeval.analysis.money import money
from certeval.model.context import Context
from certeval.model.measures import FactKind
from certeval.model.role import Role, Wage


def total_cost(context: Context) -> Reading:
    """Measure what the certificate costs in total at the reader's pace, in USD.

    Args:
        context: the certificate, and the reader's hours per week.

    Returns:
        The reading; unknown without a price, or without hours if it is paid by the month.

    """
    found = realistic_total(context)
    if found is None:
        return unknown(*_missing(context))
    return Reading(found.low, found.high, facts=tuple(_cost_facts(context)), detail=found.display)


def payback_weeks(context: Context, *, raise_percent_of_entry_wage: Fraction) -> Reading:
    """Measure how many weeks of a raise pay for the certificate.

    Args:
        context: the certificate, the reader's hours per week, and the role's entry wage.
        raise_percent_of_entry_wage: the raise to expect, in percent of that wage, above 0.

    Returns:
        The reading: total cost / (entry wage x percent / 100) x 365.25 / 7.

    """
    paid = total_cost(context)
    entry = _entry(context.role)
    if entry is None or not paid.known or paid.low is None or paid.high is None:
        return unknown(*paid.missing, *(() if entry else ("wages",)))
    role, wage, usd_per_year = entry
    a_week = usd_per_year * raise_percent_of_entry_wage / 100 / WEEKS_A_YEAR
    wage_fact = Fact("wages", role, wage, money(usd_per_year))
    return Reading(
        paid.low / a_week,
        paid.high / a_week,
        facts=(*paid.facts, wage_fact),
        detail=f"{paid.detail} / {money(a_week, 2)}",
    )


def weeks_to_finish(context: Context) -> Reading:
    """Measure how many weeks it takes at the reader's pace.

    Args:
        context: the certificate, and the reader's hours per week.

    Returns:
        The reading: hours / hours per week; unknown without either.

    """
    found = hours(context)
    pace = context.reader.hours_per_week
    if found.low is None or found.high is None or pace is None:
        return unknown("hours")
    return found._replace(low=found.low / pace, high=found.high / pace)


def hours(context: Context) -> Reading:
    """Measure how many hours it takes from start to finish.

    Args:
        context: the certificate.

    Returns:
        The reading, from the first figure of the file.

    """
    figures = context.certificate.program.hours
    if not figures:
        return unknown("hours")
    first = figures[0]
    low, high = Fraction(first.low), Fraction(first.high)
    display = span(low, high).display
    return Reading(
        low, high, facts=(Fact("hours", context.certificate, first, display),), detail=display
    )


def _entry(role: Role | None) -> tuple[Role, Wage, Fraction] | None:
    """Return the first entry wage of *role*, in USD per year."""
    for wage in role.wages if role else ():
        if role and wage.entry_usd_per_year is not None:
            return role, wage, Fraction(wage.entry_usd_per_year)
    return None


def _cost_facts(context: Context) -> Iterator[Fact]:
    certificate = context.certificate
    for price in certificate.program.prices:
        yield Fact("price", certificate, price, money(Fraction(price.amount_usd)))
    if any(price.per == "month" for price in certificate.program.prices):
        yield from hours(context).facts


def _missing(context: Context) -> Iterator[FactKind]:
    if not context.certificate.program.prices:
        yield "price"
    if not context.certificate.program.hours:
        yield "hours"

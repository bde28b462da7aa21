"""Caveats of a cost: what its figures assume, and where sources disagree."""

from collections.abc import Iterator
from fractions import Fraction

from certeval.analysis.citation import cite
from certeval.analysis.cost.pace import months_billed
from certeval.analysis.cost.payback import CostOverrides
from certeval.analysis.cost.prices import Prices
from certeval.analysis.figures import exact, span
from certeval.model.context import Context
from certeval.model.role import Role
from certeval.results.cost import Assumption, Disagreement, HoursDiffer, Occupation, PaceTooShort
from certeval.results.curriculum import Hours


def hours_differ(context: Context) -> Iterator[Disagreement]:
    """Yield how sources disagree on the time that a certificate takes.

    Args:
        context: The certificate, with hours from several sources and an advertised pace.

    Yields:
        Hours that differ, and an advertised pace that is too short for the first hours.

    """
    certificate = context.certificate
    program = certificate.program
    if len({(fact.low, fact.high) for fact in program.hours}) > 1:
        yield HoursDiffer(
            tuple(
                Hours(span(fact.low, fact.high), cite(context, certificate, fact))
                for fact in program.hours
            )
        )
    pace = program.advertised_months
    if program.hours and pace and pace.hours_per_week:
        first, rate = program.hours[0], Fraction(pace.hours_per_week)
        needed = [months_billed(Fraction(hours), rate) for hours in (first.low, first.high)]
        if needed[1] > pace.high:
            yield PaceTooShort(
                months=span(pace.low, pace.high),
                hours_per_week=exact(rate),
                hours=span(first.low, first.high),
                months_needed=span(*needed),
            )


def occupations(role: Role | None) -> Iterator[Occupation]:
    """Yield the occupations that a role combines.

    Args:
        role: The target role, if there is one.

    Yields:
        Code and title of each occupation.

    """
    for one in role.occupations if role else ():
        yield Occupation(one.code, one.title)


def assumptions(
    context: Context, prices: Prices, overrides: CostOverrides, *, hours_known: bool
) -> Iterator[Assumption]:
    """Yield what the figures of a cost assume.

    Args:
        context: The certificate and its role.
        prices: The prices that count.
        overrides: Values that replace those of the definitions.
        hours_known: Whether the hours from start to finish are known.

    Yields:
        The names of assumptions, in reading order.

    """
    if prices.monthly:
        yield "months_billed_in_full"
        if context.certificate.program.free_access:
            yield "free_access_not_deducted"
    if prices.once:
        has_exam = any(price.per == "attempt" for price in prices.once)
        yield "first_attempt" if has_exam else "taxes_not_counted"
    if context.role and len(context.role.occupations) > 1:
        yield "mix_of_occupations"
    if hours_known:
        yield "hours"
    yield "time_not_counted" if overrides.hour_value is None else "time_valued"
    if overrides.raise_per_year is not None or overrides.salary is not None:
        yield "raise_before_tax"
        yield "certificate_alone"
    if overrides.salary is not None:
        yield "entry_wage"

"""Cost of a certificate in money and time, and when a raise pays it back."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.cost.caveats import assumptions, hours_differ, occupations
from certeval.analysis.cost.pace import months_billed, weeks
from certeval.analysis.cost.payback import (
    NOTHING_TRIED,
    CostOverrides,
    payback_weeks,
    raise_of,
    returns,
)
from certeval.analysis.cost.prices import Prices, prices_of
from certeval.analysis.cost.wages import Wages, wages_of
from certeval.analysis.figures import exact, span
from certeval.analysis.money import dollars, usd
from certeval.errors import UsageError
from certeval.model.context import Context
from certeval.model.reader import Reader
from certeval.results.citation import Citation
from certeval.results.cost import (
    CostReport,
    Pace,
    PriceLine,
    Unknown,
)
from certeval.results.figures import Figure, Span


class Workload(NamedTuple):
    """Hours from start to finish, and their source (None for overridden hours)."""

    low: Fraction
    high: Fraction
    citation: Citation | None


def cost(context: Context, overrides: CostOverrides = NOTHING_TRIED) -> CostReport:
    """Compute the cost of a certificate in money and time, and when a raise pays it back.

    total = months billed x price per month + fees paid once (+ hours x value of an hour);
    payback in weeks = total / raise per year x 365.25 / 7; return over n years = (n x raise -
    total) / total; break-even raise within n years = total / n.

    Args:
        context: The certificate, its role, and the reader with their hours per week.
        overrides: Values that replace those of the definitions.

    Returns:
        The report; whatever depends on an unknown value is unknown.

    Raises:
        UsageError: There is no price to override, there is a salary without a role, or both a
            raise and a salary are given.

    """
    certificate = context.certificate
    prices = _prices(context, overrides)
    load = workload(context, overrides.hours)
    own = _own_pace(load, prices, context.reader)
    time = _time_value(load, overrides.hour_value)
    total = _total(own, prices, time, timed=overrides.hour_value is not None)
    wages = wages_of(context)
    raised = raise_of(overrides, wages.entry)
    gain = raised.usd_per_year.value if raised and raised.usd_per_year.value > 0 else None
    paces = (*_published_paces(context, load, prices), *([own] if own else []))
    priced = tuple(_price_lines(context, prices, overrides))
    value, role = overrides.hour_value, context.role
    return CostReport(
        certificate=named(certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(role, context.files),
        prices=priced,
        paces=paces,
        hours=span(load.low, load.high) if load else None,
        hours_citation=load.citation if load else None,
        weeks=own.weeks if own else None,
        months_billed=own.months_billed if own else None,
        fees_usd=usd(prices.fees),
        hour_value_usd=None if value is None else usd(Fraction(value)),
        time_usd=time,
        total_usd=total,
        unknown=tuple(_unknown(load, prices, context.reader)),
        raise_per_year=raised if gain else None,
        no_raise=None if gain else raised,
        payback_weeks=payback_weeks(total, gain),
        returns=tuple(returns(total, gain)),
        salaries=wages.salaries,
        wages=wages.rows,
        disagreements=(*hours_differ(context), *wages.disagreements),
        occupations=tuple(occupations(role)),
        assumptions=tuple(assumptions(context, prices, overrides, hours_known=load is not None)),
        warnings=context.warnings,
        sources=each_once(_sources(context, priced, paces, load, wages)),
        today=str(context.today),
        old=context.freshness.words,
    )


def realistic_total(context: Context) -> Span | None:
    """Compute only the total of ``cost``, which takes a fraction of the time.

    Args:
        context: The certificate, and the reader with their hours per week.

    Returns:
        USD in total at the reader's pace; None if a price or the hours are unknown.

    """
    load, prices = workload(context), prices_of(context.certificate)
    return _total(_own_pace(load, prices, context.reader), prices, None, timed=False)


def workload(context: Context, hours: tuple[Decimal, Decimal] | None = None) -> Workload | None:
    """Return the hours from start to finish that count.

    Args:
        context: The certificate; of several figures, its first counts.
        hours: The least and the most, in place of the certificate's.

    Returns:
        The hours, or None if they are unknown.

    """
    certificate = context.certificate
    if hours:
        return Workload(Fraction(hours[0]), Fraction(hours[1]), None)
    if not certificate.program.hours:
        return None
    first = certificate.program.hours[0]
    cited = cite(context, certificate, first)
    return Workload(Fraction(first.low), Fraction(first.high), cited)


def _prices(context: Context, overrides: CostOverrides) -> Prices:
    """Return the prices that count, with the first one replaced if a price is given."""
    prices = prices_of(context.certificate)
    if overrides.price is None:
        return prices
    if not prices.known:
        message = f"'{context.certificate.id}' has no price to replace"
        hint = "add a price to its file, under program.prices"
        raise UsageError(message, hint, parameter="price")
    return prices.at(overrides.price)


def _price_lines(context: Context, prices: Prices, overrides: CostOverrides) -> Iterator[PriceLine]:
    """Yield the prices that are paid; an overridden one has no source."""
    for number, price in enumerate(item for item in (prices.monthly, *prices.once) if item):
        replaced = overrides.price is not None and number == 0
        citation = None if replaced else cite(context, context.certificate, price)
        amount = usd(Fraction(price.amount_usd))
        yield PriceLine(price.product, price.per, amount, price.note, citation)


def _own_pace(load: Workload | None, prices: Prices, reader: Reader) -> Pace | None:
    """Compute the reader's own pace; None if the hours or the hours per week are unknown."""
    if load is None or reader.hours_per_week is None:
        return None
    rate = reader.hours_per_week
    billed = [months_billed(hours, rate) for hours in (load.low, load.high)]
    return Pace(
        of="reader",
        hours_per_week=exact(rate),
        hours=span(load.low, load.high),
        weeks=_weeks(load, rate),
        months_billed=span(*billed),
        cost_usd=_subscription(prices, *billed),
        citation=load.citation,
    )


def _weeks(load: Workload, hours_per_week: Fraction) -> Span:
    """Return the weeks that the hours take."""
    return span(weeks(load.low, hours_per_week), weeks(load.high, hours_per_week), places=1)


def _subscription(prices: Prices, low: int, high: int) -> Span | None:
    """Return the cost of a number of months, if there is a subscription."""
    if prices.monthly is None:
        return None
    return dollars(low * prices.per_month, high * prices.per_month)


def _published_paces(context: Context, load: Workload | None, prices: Prices) -> Iterator[Pace]:
    """Yield the paces that sources give in months: the provider's, then the one reported.

    Their months count as published, even if the hours would take a different number.
    """
    certificate = context.certificate
    program = certificate.program
    published = (("advertised", program.advertised_months), ("realistic", program.realistic_months))
    for of, fact in published:
        if fact is None:
            continue
        rate = fact.hours_per_week
        billed = [ceil(fact.low), ceil(fact.high)]  # a month begun is paid in full
        yield Pace(
            of=of,  # type: ignore[arg-type]
            hours_per_week=exact(Fraction(rate)) if rate else Figure(None, ""),
            hours=span(load.low, load.high) if load and rate else None,
            weeks=_weeks(load, Fraction(rate)) if load and rate else None,
            months_billed=span(*billed),
            cost_usd=_subscription(prices, *billed),
            citation=cite(context, certificate, fact),
        )


def _time_value(load: Workload | None, hour_value: Decimal | None) -> Span | None:
    """Return the value of the hours in USD, if both are known."""
    if load is None or hour_value is None:
        return None
    each = Fraction(hour_value)
    return dollars(load.low * each, load.high * each)


def _total(own: Pace | None, prices: Prices, time: Span | None, *, timed: bool) -> Span | None:
    """Add up the months, the fees and, if *timed*, the value of the time; None if unknown."""
    counted = own or not prices.monthly  # the months, if there are any to pay for
    if not prices.known or not counted or (time is None and timed):
        return None
    low = high = prices.fees
    for part in (own.cost_usd if own else None, time):
        if part:
            low, high = low + part.low, high + part.high
    return dollars(low, high)


def _unknown(load: Workload | None, prices: Prices, reader: Reader) -> Iterator[Unknown]:
    """Yield what is missing for the total."""
    if not prices.known:
        yield "price"
    if load is None:
        yield "hours"
    if reader.hours_per_week is None:
        yield "hours_per_week"


def _sources(
    context: Context,
    prices: Sequence[PriceLine],
    paces: Sequence[Pace],
    load: Workload | None,
    wages: Wages,
) -> Iterator[Citation | None]:
    """Yield the sources of all figures."""
    certificate = context.certificate
    yield from (line.citation for line in prices)
    yield from (pace.citation for pace in paces)
    yield load.citation if load else None
    yield from (cite(context, certificate, hours) for hours in certificate.program.hours)
    yield from (salary.citation for salary in wages.salaries)
    yield from (row.citation for row in wages.rows)

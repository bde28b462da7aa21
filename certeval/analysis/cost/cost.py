"""The career math: what does it cost, how long does it take, and when does it pay?"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from certeval.analysis.citation import cite, each_once, named
from certeval.analysis.cost.pace import DAYS_A_MONTH, months_billed, weeks
from certeval.analysis.cost.payback import (
    NOTHING_TRIED,
    CostOverrides,
    payback_weeks,
    raise_of,
    returns,
)
from certeval.analysis.cost.prices import Prices, prices_of
from certeval.analysis.cost.wages import Wages, wages_of
from certeval.analysis.figures import span
from certeval.analysis.money import dollars, money
from certeval.analysis.rounding import exact_text
from certeval.errors import UsageError
from certeval.model.context import Context
from certeval.model.reader import Reader
from certeval.results.citation import Citation
from certeval.results.cost import CostReport, Pace, PriceLine
from certeval.results.figures import Span


class Workload(NamedTuple):
    """Hours from start to finish, and what that rests on (None for what is tried)."""

    low: Fraction
    high: Fraction
    citation: Citation | None


def cost(context: Context, tried: CostOverrides = NOTHING_TRIED) -> CostReport:
    """What the certificate costs *reader*, in money and time, and when a raise pays it back.

    total = months billed x price a month + what is paid once (+ hours x the worth of an hour);
    payback in weeks = total / raise a year x 365.25 / 7; the return over n years = (n x raise -
    total) / total; the raise that breaks even within n years = total / n.

    Raises:
        UsageError: a price is tried where there is none to replace, a salary without a role, or
            both a raise and a salary.

    """
    certificate = context.certificate
    prices = prices_of(certificate)
    if tried.price is not None:
        if not prices.known:
            message = f"'{certificate.id}' has no price to replace"
            hint = "give its file one, in program.prices"
            raise UsageError(message, hint, parameter="price")
        prices = prices.at(tried.price)
    load = workload(context, tried.hours)
    own = _own_pace(load, prices, context.reader)
    worth = _worth(load, tried.hour_value)
    total = _total(own, prices, worth, timed=tried.hour_value is not None)
    wages = wages_of(context)
    basis, no_raise = raise_of(tried, wages)
    paces = (*_told_paces(context, load, prices), *([own] if own else []))
    priced = tuple(_price_lines(context, prices, tried))
    cited: list[Citation | None] = [line.citation for line in priced]
    cited += [pace.citation for pace in paces]
    cited += [load.citation if load else None]
    cited += [cite(context, certificate, hours) for hours in certificate.program.hours]
    cited += [salary.citation for salary in wages.salaries]
    cited += [row.citation for row in wages.rows]
    return CostReport(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(context.role, context.files),
        prices=priced,
        paces=paces,
        hours=span(load.low, load.high) if load else None,
        weeks=own.weeks if own else None,
        months_billed=own.months_billed if own else None,
        fees_usd=prices.fees,
        fees_display=money(prices.fees),
        time_usd=worth,
        total_usd=total,
        unknown=tuple(_unknown(load, prices, context.reader)),
        raise_per_year=basis,
        no_raise=no_raise,
        payback_weeks=payback_weeks(total, basis),
        returns=tuple(returns(total, basis)),
        salaries=wages.salaries,
        wages=wages.rows,
        disagreements=(*_hours_differ(context), *wages.disagreements),
        assumptions=tuple(_assumptions(context, load, prices, tried, wages)),
        warnings=context.warnings,
        sources=each_once(item for item in cited if item),
        today=str(context.today),
        old=context.freshness.words,
    )


def workload(context: Context, tried: tuple[Decimal, Decimal] | None = None) -> Workload | None:
    """The hours to reckon with: those *tried*, or the first of the file; None without any."""
    certificate = context.certificate
    if tried:
        return Workload(Fraction(tried[0]), Fraction(tried[1]), None)
    if not certificate.program.hours:
        return None
    first = certificate.program.hours[0]
    cited = cite(context, certificate, first)
    return Workload(Fraction(first.low), Fraction(first.high), cited)


def _price_lines(context: Context, prices: Prices, tried: CostOverrides) -> Iterator[PriceLine]:
    for number, price in enumerate(item for item in (prices.monthly, *prices.once) if item):
        replaced = tried.price is not None and number == 0
        amount = Fraction(price.amount_usd)
        citation = None if replaced else cite(context, context.certificate, price)
        yield PriceLine(price.product, price.per, amount, money(amount), price.note, citation)


def _own_pace(load: Workload | None, prices: Prices, reader: Reader) -> Pace | None:
    """What it takes at the reader's own hours a week; None where hours or those are unknown."""
    if load is None or reader.hours_per_week is None:
        return None
    rate = reader.hours_per_week
    billed = [months_billed(hours, rate) for hours in (load.low, load.high)]
    return Pace(
        of="reader",
        title="At your pace",
        hours_per_week=rate,
        hours_per_week_display=exact_text(rate),
        hours=span(load.low, load.high),
        weeks=_weeks(load, rate),
        months_billed=span(*billed),
        cost_usd=_subscription(prices, *billed),
        citation=load.citation,
    )


def _weeks(load: Workload, hours_per_week: Fraction) -> Span:
    return span(weeks(load.low, hours_per_week), weeks(load.high, hours_per_week), places=1)


def _subscription(prices: Prices, low: int, high: int) -> Span | None:
    if prices.monthly is None:
        return None
    return dollars(low * prices.per_month, high * prices.per_month)


def _told_paces(context: Context, load: Workload | None, prices: Prices) -> Iterator[Pace]:
    """The paces that sources tell in months: the provider's, and those who tried.

    Their months are as told, whatever the hours would come to.
    """
    certificate = context.certificate
    program = certificate.program
    told = (("advertised", program.advertised_months), ("realistic", program.realistic_months))
    for of, fact in told:
        if fact is None:
            continue
        rate = fact.hours_per_week
        billed = [ceil(fact.low), ceil(fact.high)]  # a started month is paid whole
        yield Pace(
            of=of,  # type: ignore[arg-type]
            title="As advertised" if of == "advertised" else "As reported",
            hours_per_week=Fraction(rate) if rate else None,
            hours_per_week_display=exact_text(rate) if rate else "",
            hours=span(load.low, load.high) if load and rate else None,
            weeks=_weeks(load, Fraction(rate)) if load and rate else None,
            months_billed=span(*billed),
            cost_usd=_subscription(prices, *billed),
            citation=cite(context, certificate, fact),
        )


def _worth(load: Workload | None, hour_value: Decimal | None) -> Span | None:
    if load is None or hour_value is None:
        return None
    each = Fraction(hour_value)
    return dollars(load.low * each, load.high * each)


def _total(own: Pace | None, prices: Prices, worth: Span | None, *, timed: bool) -> Span | None:
    """What is paid in all, and where it is *timed* what the time is worth; None where unknown."""
    counted = own or not prices.monthly  # the months, where there are any to pay
    if not prices.known or not counted or (worth is None and timed):
        return None
    low = high = prices.fees
    for part in (own.cost_usd if own else None, worth):
        if part:
            low, high = low + part.low, high + part.high
    return dollars(low, high)


def _unknown(load: Workload | None, prices: Prices, reader: Reader) -> Iterator[str]:
    if not prices.known:
        yield "price: not known"
    if load is None:
        yield "hours: not known"
    if reader.hours_per_week is None:
        yield "hours per week: not given"


def _hours_differ(context: Context) -> Iterator[str]:
    """Where sources give other hours than those reckoned with, or another pace than they allow."""
    certificate = context.certificate
    program = certificate.program
    told = [
        f"{span(fact.low, fact.high).display} ({_by(cite(context, certificate, fact))})"
        for fact in program.hours
    ]
    if len({(fact.low, fact.high) for fact in program.hours}) > 1:
        yield f"hours from start to finish: {' against '.join(told)}; the first figure is used"
    pace = program.advertised_months
    if program.hours and pace and pace.hours_per_week:
        first, rate = program.hours[0], Fraction(pace.hours_per_week)
        needed = [months_billed(Fraction(hours), rate) for hours in (first.low, first.high)]
        if needed[1] > pace.high:
            months = span(pace.low, pace.high).display
            yield (
                f"advertised: {months} months at {exact_text(rate)} hours per week; the "
                f"{span(first.low, first.high).display} hours would take "
                f"{span(*needed).display} billed months"
            )


def _by(citation: Citation) -> str:
    return f"{citation.publisher}, {citation.date}{', old' if citation.old else ''}"


def _assumptions(
    context: Context, load: Workload | None, prices: Prices, tried: CostOverrides, wages: Wages
) -> Iterator[str]:
    """Everything that the figures take for granted."""
    if prices.monthly:
        days = exact_text(DAYS_A_MONTH)
        yield f"A month is 365.25/12 = {days} days; every month begun is billed in full."
        if context.certificate.program.free_access:
            yield "Free trials and free courses are not deducted."
    if prices.once:
        yield "An exam is passed at the first attempt; taxes are not counted."
    role = context.role
    if role and len(role.occupations) > 1:
        codes = [f"{one.title} ({one.code})" for one in role.occupations]
        yield f"{role.title} is treated as a mix of occupations: {', '.join(codes)}."
    if load:
        source = f" ({_by(load.citation)})" if load.citation else ", given for this run"
        yield f"It takes {span(load.low, load.high).display} hours{source}."
    if tried.hour_value is not None:
        yield f"Your time is valued at {money(Fraction(tried.hour_value))} per hour."
    else:
        yield "Your own time is not counted."
    if tried.raise_per_year is not None or tried.salary is not None:
        yield "A raise is before tax, and counts from its first day."
        yield "It comes with this certificate alone: other requirements of the job are not counted."
    if tried.salary is not None and wages.entry:
        yield f"You would earn {wages.entry.words}."

"""The result of the career math: what a certificate costs, and what it brings in."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Span

Statistic = Literal["entry", "p10", "p25", "median", "p75", "p90"]


@dataclass(frozen=True)
class PriceLine:
    """A price: ``per`` month of a subscription, attempt at an exam, or program.

    ``citation`` is None for a price given on the command line.
    """

    product: str
    per: str
    amount_usd: Fraction
    amount_display: str
    note: str | None
    citation: Citation | None


@dataclass(frozen=True)
class Pace:
    """How long it takes at so many hours a week, and what the subscription comes to.

    ``of`` says whose pace it is: the provider's advertisement, a source's experience, the reader.
    What cannot be known is None.
    """

    of: Literal["advertised", "realistic", "reader"]
    title: str
    hours_per_week: Fraction | None
    hours_per_week_display: str
    hours: Span | None
    weeks: Span | None
    months_billed: Span | None
    cost_usd: Span | None
    citation: Citation | None


@dataclass(frozen=True)
class Amount:
    """A figure at the low and at the high end of the cost; None where there is none."""

    title: str
    low: Fraction | None
    low_display: str
    high: Fraction | None
    high_display: str


@dataclass(frozen=True)
class Raise:
    """The raise that the cost is held against, USD a year, and where the figure comes from."""

    usd_per_year: Fraction
    display: str
    basis: str


@dataclass(frozen=True)
class SalaryLine:
    """A salary that a source quotes, and where it lies in the public table of its role."""

    job: str
    statistic: str
    usd_per_year: Span
    note: str | None
    public: str | None
    citation: Citation


@dataclass(frozen=True)
class WageFigure:
    """A figure of a wage table: ``entry``, or a percentile (the median is the 50th)."""

    statistic: Statistic
    usd_per_year: Fraction
    display: str


@dataclass(frozen=True)
class WageLine:
    """A row of wages of the role: the figures that its source gives."""

    occupation: str
    year: int
    figures: tuple[WageFigure, ...]
    note: str | None
    citation: Citation


@dataclass(frozen=True, kw_only=True)
class CostReport(Result):
    """The career math of a certificate.

    ``total_usd`` is what the reader pays in all, None where that cannot be known; then ``unknown``
    says why. ``returns`` are payback in weeks, returns, and the raises that would break even.
    """

    kind: Literal["cost"] = "cost"
    certificate: Named
    audience: Named | None
    role: Named | None
    prices: tuple[PriceLine, ...]
    paces: tuple[Pace, ...]
    hours: Span | None
    weeks: Span | None
    months_billed: Span | None
    fees_usd: Fraction
    fees_display: str
    time_usd: Span | None
    total_usd: Span | None
    unknown: tuple[str, ...]
    raise_per_year: Raise | None
    no_raise: str | None
    payback_weeks: Span | None
    returns: tuple[Amount, ...]
    salaries: tuple[SalaryLine, ...]
    wages: tuple[WageLine, ...]
    disagreements: tuple[str, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

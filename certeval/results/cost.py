"""The result of `cost`: what a certificate costs, and what a raise returns."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.curriculum import Hours
from certeval.results.figures import Figure, Quantity, Span

Statistic = Literal["entry", "p10", "p25", "median", "p75", "p90"]
Unknown = Literal["price", "hours", "hours_per_week"]
Measure = Literal["gain", "return", "break_even_raise"]
Assumption = Literal[
    "months_billed_in_full",
    "free_access_not_deducted",
    "first_attempt",
    "taxes_not_counted",
    "mix_of_occupations",
    "hours",
    "time_valued",
    "time_not_counted",
    "raise_before_tax",
    "certificate_alone",
    "entry_wage",
]


@dataclass(frozen=True)
class PriceLine:
    """A price per month of a subscription, per attempt at an exam, or per program.

    ``citation`` is None for a price that overrides the certificate's.
    """

    product: str
    per: str
    amount_usd: Quantity
    note: str | None
    citation: Citation | None


@dataclass(frozen=True)
class Pace:
    """The time that a certificate takes at a number of hours per week, and its subscription cost.

    ``of`` is whose pace it is: the provider's, a reviewer's, or the reader's. Unknown values are
    None.
    """

    of: Literal["advertised", "realistic", "reader"]
    hours_per_week: Figure
    hours: Span | None
    weeks: Span | None
    months_billed: Span | None
    cost_usd: Span | None
    citation: Citation | None


@dataclass(frozen=True)
class ReturnFigure:
    """A measure of the return over ``years``, at the low and at the high end of the cost.

    A return on a cost of zero is undefined: its value is None.
    """

    measure: Measure = field(metadata={"json": False})
    years: int = field(metadata={"json": False})
    low: Figure
    high: Figure


@dataclass(frozen=True)
class WageFigure:
    """One figure of a wage table: the entry wage, or a percentile (the median is the 50th)."""

    statistic: Statistic
    usd_per_year: Quantity = field(metadata={"display": "display"})


@dataclass(frozen=True)
class EntryWage:
    """The wage of a beginner in an occupation."""

    occupation: str
    year: int
    figure: WageFigure


@dataclass(frozen=True)
class SalaryComparison:
    """The entry wage of the role and the reader's salary, both in USD per year."""

    entry: EntryWage
    salary: Quantity


@dataclass(frozen=True)
class Raise:
    """A raise in USD per year, calculated from ``compared``; None if the raise itself was given."""

    usd_per_year: Quantity = field(metadata={"display": "display"})
    compared: SalaryComparison | None = field(metadata={"json": False})


@dataclass(frozen=True)
class Position:
    """The position of an amount in a wage table, between the figures ``above`` and ``below`` it.

    One of them is None if the amount is outside the table; both are the same figure if the amount
    equals it.
    """

    above: WageFigure | None
    below: WageFigure | None


@dataclass(frozen=True)
class WagePosition:
    """The positions of both ends of a quoted salary in the wage table of an occupation."""

    occupation: str | None
    low: Position
    high: Position


@dataclass(frozen=True)
class SalaryLine:
    """A quoted salary, and its position in each wage table of its role."""

    job: str
    statistic: str
    usd_per_year: Span
    note: str | None
    positions: tuple[WagePosition, ...] = field(metadata={"json": False})
    citation: Citation


@dataclass(frozen=True)
class WageLine:
    """A row of the role's wages, with the figures that its source gives.

    ``stands_in`` is what to bear in mind if the occupation stands in for the role, in a sentence.
    """

    occupation: str
    year: int
    figures: tuple[WageFigure, ...]
    note: str | None
    stands_in: str | None
    citation: Citation


@dataclass(frozen=True)
class Occupation:
    """An occupation of the public wage statistics."""

    code: str
    title: str


@dataclass(frozen=True)
class HoursDiffer:
    """Sources give different hours from start to finish; the first ones are used."""

    hours: tuple[Hours, ...]


@dataclass(frozen=True)
class PaceTooShort:
    """The advertised ``months`` are too few for the ``hours``, which take ``months_needed``."""

    months: Span
    hours_per_week: Quantity
    hours: Span
    months_needed: Span


@dataclass(frozen=True)
class SalariesDiffer:
    """Sources quote different salaries for the same role and experience."""

    salaries: tuple[SalaryLine, ...]


Disagreement = HoursDiffer | PaceTooShort | SalariesDiffer


@dataclass(frozen=True, kw_only=True)
class CostReport(Result):
    """The cost of a certificate in money and time, and when a raise pays it back.

    ``total_usd`` is None if it is unknown; ``unknown`` then lists what is missing. ``no_raise`` is
    a raise of zero or less. ``hours_citation`` is None for hours that override the certificate's.
    """

    kind: Literal["cost"] = "cost"
    certificate: Named
    audience: Named | None
    role: Named | None
    prices: tuple[PriceLine, ...]
    paces: tuple[Pace, ...]
    hours: Span | None
    hours_citation: Citation | None = field(metadata={"json": False})
    weeks: Span | None
    months_billed: Span | None
    fees_usd: Quantity
    hour_value_usd: Quantity | None = field(metadata={"json": False})
    time_usd: Span | None
    total_usd: Span | None
    unknown: tuple[Unknown, ...]
    raise_per_year: Raise | None
    no_raise: Raise | None
    payback_weeks: Span | None
    returns: tuple[ReturnFigure, ...]
    salaries: tuple[SalaryLine, ...]
    wages: tuple[WageLine, ...]
    disagreements: tuple[Disagreement, ...]
    occupations: tuple[Occupation, ...] = field(metadata={"json": False})
    assumptions: tuple[Assumption, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

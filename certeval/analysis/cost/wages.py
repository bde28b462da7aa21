"""Salaries that sources quote, held against the public wage table of the role."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from certeval.analysis.citation import cite
from certeval.analysis.money import dollars, money
from certeval.model.context import Context
from certeval.model.program import SalaryFigure
from certeval.model.role import Role, Wage
from certeval.results.cost import SalaryLine, Statistic, WageFigure, WageLine

_PERCENTILES: Mapping[Statistic, str] = {
    "p10": "10th percentile",
    "p25": "25th percentile",
    "median": "median",
    "p75": "75th percentile",
    "p90": "90th percentile",
}


class Entry(NamedTuple):
    """What a beginner in the role earns, USD a year, and what the figure is called."""

    usd_per_year: Fraction
    words: str


class Wages(NamedTuple):
    """What is known of pay: quoted salaries, the role's wages, where they disagree."""

    salaries: tuple[SalaryLine, ...]
    rows: tuple[WageLine, ...]
    entry: Entry | None
    disagreements: tuple[str, ...]


def wages_of(context: Context) -> Wages:
    """The salaries that the certificate's sources quote, and the wages of the target role."""
    figures = context.certificate.program.salaries
    salaries = tuple(_salary(context, figure) for figure in figures)
    role = context.role
    rows = tuple(_row(context, role, wage) for wage in role.wages) if role else ()
    entry = _entry(role) if role else None
    return Wages(salaries, rows, entry, tuple(_differences(figures, salaries)))


def _salary(context: Context, figure: SalaryFigure) -> SalaryLine:
    role = context.roles.get(figure.role or "")
    tables = [wage for wage in (role.wages if role else ()) if _percentiles(wage)]
    public = [_place(figure, wage) for wage in tables]
    return SalaryLine(
        job=figure.job,
        statistic=figure.statistic,
        usd_per_year=dollars(figure.low_usd_per_year, figure.high_usd_per_year),
        note=figure.note,
        public="; ".join(public) or None,
        citation=cite(context, context.certificate, figure),
    )


def _percentiles(wage: Wage) -> list[tuple[str, Decimal]]:
    """The percentiles that *wage* gives, rising; a table has two at least."""
    found = [(words, _amount(wage, name)) for name, words in _PERCENTILES.items()]
    given = [(words, amount) for words, amount in found if amount is not None]
    return given if len(given) > 1 else []


def _amount(wage: Wage, statistic: Statistic) -> Decimal | None:
    amount: Decimal | None = getattr(wage, f"{statistic}_usd_per_year")
    return amount


def _place(figure: SalaryFigure, wage: Wage) -> str:
    """Where *figure* lies in the table *wage*: ``below the 10th percentile ($67,240)``."""
    ends = [figure.low_usd_per_year, figure.high_usd_per_year]
    low, high = (_between(end, _percentiles(wage)) for end in ends)
    where = low if low == high else f"the low end {low}, the high end {high}"
    return f"{wage.occupation or 'public table'}: {where}"


def _between(amount: Decimal, percentiles: Sequence[tuple[str, Decimal]]) -> str:
    reached = [item for item in percentiles if item[1] <= amount]
    missed = [item for item in percentiles if item[1] > amount]
    if not reached:
        return f"below the {missed[0][0]} ({money(Fraction(missed[0][1]))})"
    words, base = reached[-1]
    shown = f"{words} ({money(Fraction(base))})"
    if base == amount:
        return f"at the {shown}"
    if not missed:
        return f"above the {shown}"
    return f"between the {shown} and the {missed[0][0]} ({money(Fraction(missed[0][1]))})"


def _row(context: Context, role: Role, wage: Wage) -> WageLine:
    statistics: tuple[Statistic, ...] = ("entry", *_PERCENTILES)
    amounts = [(name, _amount(wage, name)) for name in statistics]
    return WageLine(
        occupation=wage.occupation or role.title,
        year=wage.year,
        figures=tuple(
            WageFigure(name, Fraction(amount), money(Fraction(amount)))
            for name, amount in amounts
            if amount is not None
        ),
        note=wage.note,
        citation=cite(context, role, wage),
    )


def _entry(role: Role) -> Entry | None:
    """The first entry wage that *role* gives; without one, its first 10th percentile."""
    meant: Mapping[Statistic, str] = {
        "entry": "the entry-level wage",
        "p10": "the 10th-percentile wage (no entry-level figure available)",
    }
    for statistic, words in meant.items():
        for wage in role.wages:
            amount = _amount(wage, statistic)
            if amount is not None:
                of = wage.occupation or role.title
                return Entry(Fraction(amount), f"{words} of {of}, {wage.year}")
    return None


def _differences(figures: Sequence[SalaryFigure], lines: Sequence[SalaryLine]) -> Iterator[str]:
    """Where sources give different figures for beginners in one role, or for all of them."""
    both = [(figure, line) for figure, line in zip(figures, lines, strict=True) if figure.role]

    def subject(pair: tuple[SalaryFigure, SalaryLine]) -> tuple[str, bool, str]:
        figure = pair[0]
        return (figure.role or "", figure.entry, figure.statistic)

    for _, group in groupby(sorted(both, key=subject), key=subject):
        told = list(group)
        if len({line.usd_per_year.display for _, line in told}) > 1:
            shown = [
                f"{line.usd_per_year.display} for {line.job} "
                f"({line.citation.publisher}, {line.citation.date})"
                for _, line in told
            ]
            yield f"salaries: {' against '.join(shown)}"

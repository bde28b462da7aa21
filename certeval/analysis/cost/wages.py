"""Quoted salaries, compared with the public wage table of their role."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from certeval.analysis.citation import cite
from certeval.analysis.money import dollars, usd
from certeval.model.context import Context
from certeval.model.program import SalaryFigure
from certeval.model.role import Role, Wage
from certeval.results.cost import (
    EntryWage,
    Position,
    SalariesDiffer,
    SalaryLine,
    Statistic,
    WageFigure,
    WageLine,
    WagePosition,
)

_PERCENTILES: tuple[Statistic, ...] = ("p10", "p25", "median", "p75", "p90")


class Wages(NamedTuple):
    """Quoted salaries, the role's wages, its entry wage, and salaries that disagree."""

    salaries: tuple[SalaryLine, ...]
    rows: tuple[WageLine, ...]
    entry: EntryWage | None
    disagreements: tuple[SalariesDiffer, ...]


def wages_of(context: Context) -> Wages:
    """Return the salaries quoted for the certificate, and the wages of the target role.

    Args:
        context: The certificate and its role; without a role, no wages are known.

    Returns:
        All amounts in USD per year.

    """
    figures = context.certificate.program.salaries
    salaries = tuple(_salary(context, figure) for figure in figures)
    role = context.role
    rows = tuple(_row(context, role, wage) for wage in role.wages) if role else ()
    entry = _entry(role) if role else None
    return Wages(salaries, rows, entry, tuple(_differences(figures, salaries)))


def _salary(context: Context, figure: SalaryFigure) -> SalaryLine:
    """Return a quoted salary and its position in each wage table of its role."""
    role = context.roles.get(figure.role or "")
    tables = (
        [(wage.occupation, _figures(wage, _PERCENTILES)) for wage in role.wages] if role else []
    )
    low, high = figure.low_usd_per_year, figure.high_usd_per_year
    return SalaryLine(
        job=figure.job,
        statistic=figure.statistic,
        usd_per_year=dollars(low, high),
        note=figure.note,
        positions=tuple(
            WagePosition(occupation, _position(low, table), _position(high, table))
            for occupation, table in tables
            if len(table) > 1
        ),
        citation=cite(context, context.certificate, figure),
    )


def _figures(wage: Wage, statistics: Sequence[Statistic]) -> tuple[WageFigure, ...]:
    """Return the known figures of *wage*, in the order of *statistics*."""
    amounts = [(name, getattr(wage, f"{name}_usd_per_year")) for name in statistics]
    known = ((name, amount) for name, amount in amounts if amount is not None)
    return tuple(WageFigure(name, usd(Fraction(amount))) for name, amount in known)


def _position(amount: Decimal, table: Sequence[WageFigure]) -> Position:
    """Find the figures of *table*, lowest first, next to *amount*."""
    exact = Fraction(amount)
    reached = [figure for figure in table if figure.usd_per_year.value <= exact]
    missed = [figure for figure in table if figure.usd_per_year.value > exact]
    above = reached[-1] if reached else None
    if above and above.usd_per_year.value == exact:
        return Position(above, above)
    return Position(above, missed[0] if missed else None)


def _row(context: Context, role: Role, wage: Wage) -> WageLine:
    """Return a row of the wages of *role*."""
    return WageLine(
        occupation=wage.occupation or role.title,
        year=wage.year,
        figures=_figures(wage, ("entry", *_PERCENTILES)),
        note=wage.note,
        stands_in=wage.stands_in,
        citation=cite(context, role, wage),
    )


def _entry(role: Role) -> EntryWage | None:
    """Find the first entry wage of *role*; without one, its first 10th percentile."""
    statistics: tuple[Statistic, ...] = ("entry", "p10")
    found = (
        EntryWage(wage.occupation or role.title, wage.year, figure)
        for statistic in statistics
        for wage in role.wages
        for figure in _figures(wage, (statistic,))
    )
    return next(found, None)


def _differences(
    figures: Sequence[SalaryFigure], lines: Sequence[SalaryLine]
) -> Iterator[SalariesDiffer]:
    """Yield salaries that differ for beginners in one role, or for everyone in it."""
    both = [(figure, line) for figure, line in zip(figures, lines, strict=True) if figure.role]
    for _, group in groupby(sorted(both, key=_subject), key=_subject):
        quoted = tuple(line for _, line in group)
        if len({line.usd_per_year.display for line in quoted}) > 1:
            yield SalariesDiffer(quoted)


def _subject(pair: tuple[SalaryFigure, SalaryLine]) -> tuple[str, bool, str]:
    """Return what a quoted salary is about: figures on the same subject are comparable."""
    figure = pair[0]
    return (figure.role or "", figure.entry, figure.statistic)

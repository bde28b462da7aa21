"""Cost of a certificate: prices, time, break-even, salaries and assumptions."""

from collections.abc import Callable, Iterator

from certeval.render.document import (
    Block,
    Col,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    table_of,
)
from certeval.render.layout.citations import footer, sentence, source, title
from certeval.render.layout.cost_words import (
    assumptions,
    basis,
    disagreements,
    high_return,
    low_return,
    no_raise,
    pace_title,
    public,
    return_title,
    unknown,
)
from certeval.results.cost import (
    CostReport,
    Pace,
    Raise,
    ReturnFigure,
    SalaryLine,
    Statistic,
    WageLine,
)
from certeval.results.figures import Span

_STATISTICS: dict[Statistic, str] = {
    "entry": "Entry",
    "p10": "10th",
    "p25": "25th",
    "median": "Median",
    "p75": "75th",
    "p90": "90th",
}


def document(costing: CostReport) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(title(costing.certificate, costing.audience, "cost"))
    end = footer(costing.sources, costing.old, costing.warnings)
    return (heading, *parts(costing), *end)


def parts(costing: CostReport) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    if costing.prices:
        yield Pairs(tuple(_prices(costing)))
    if costing.paces:
        yield _paces(costing)
    if costing.fees_usd.value:
        yield Paragraph(f"One-time fees: {costing.fees_usd}.")
    if costing.time_usd:
        yield Paragraph(f"Your time: {costing.time_usd.display}.")
    if costing.total_usd:
        whole = "Total cost, with your time" if costing.time_usd else "Total cost"
        yield Paragraph(f"{whole}: {costing.total_usd.display}", "strong")
    yield from (Paragraph(sentence(what)) for what in unknown(costing.unknown))
    yield from _payback(costing)
    yield from _salaries(costing)
    if costing.disagreements:
        yield Heading("Disagreements between sources", level=2)
        yield Items(tuple(sentence(text) for text in disagreements(costing)))
    yield Heading("Assumptions", level=2)
    yield Items(tuple(sentence(text) for text in assumptions(costing)))


def _prices(costing: CostReport) -> Iterator[tuple[str, str]]:
    """Yield each price by its product."""
    for price in costing.prices:
        note = f" {price.note}" if price.note else ""
        per = "for the whole program" if price.per == "program" else f"per {price.per}"
        shown = f"{price.amount_usd}{note} {per} ({source(price.citation)})"
        yield price.product, shown


def billed_monthly(costing: CostReport) -> bool:
    """Return whether there is a subscription, so that months are billed."""
    return any(price.per == "month" for price in costing.prices)


def _paces(costing: CostReport) -> Block:
    """Return the table of paces."""
    billed = any(pace.cost_usd for pace in costing.paces)
    months = "Months billed" if billed else "Months begun"
    return table_of(
        costing.paces,
        (
            Col("Pace", pace_title, 9),
            Col("Hours per week", lambda pace: str(pace.hours_per_week), 4, number=True),
            Col("Hours", lambda pace: _shown(pace.hours), 6, number=True),
            Col("Weeks", lambda pace: _shown(pace.weeks), 5, number=True),
            Col(months, lambda pace: _shown(pace.months_billed), 7, number=True),
            Col("Cost", lambda pace: _shown(pace.cost_usd), 8, number=True, shown=billed),
            Col("Source", lambda pace: source(pace.citation), 3),
        ),
    )


def _shown(span: Span | None) -> str:
    """Return a range as it is displayed, or nothing."""
    return span.display if span else ""


def _payback(costing: CostReport) -> Iterator[Block]:
    """Yield the raise, the payback and the returns."""
    yield Heading("Break-even", level=2)
    if costing.raise_per_year:
        found = costing.raise_per_year
        yield Paragraph(f"Raise: {found.usd_per_year} ({basis(found)})")
    if nothing := no_raise(costing):
        yield Paragraph(sentence(nothing))
    if costing.payback_weeks:
        yield Paragraph(f"Payback: {costing.payback_weeks.display} weeks", "strong")
    if not costing.returns:
        yield Paragraph("Cannot be calculated: the cost is unknown.")
        return
    both = any(low_return(line) != high_return(line) for line in costing.returns)
    yield table_of(
        costing.returns,
        (
            Col("", return_title, 9),
            Col("Low cost" if both else "Figure", low_return, 8, number=True),
            Col("High cost", high_return, 8, number=True, shown=both),
        ),
    )


def _salaries(costing: CostReport) -> Iterator[Block]:
    """Yield quoted salaries and the wages of the role."""
    if costing.salaries:
        yield Heading("Salaries quoted (USD per year)", level=2)
        yield table_of(
            costing.salaries,
            (
                Col("Job", lambda line: _noted(line.job, line.note), 9),
                Col("Figure", lambda line: line.statistic, 7),
                Col("Salary", lambda line: line.usd_per_year.display, 8, number=True),
                Col("Source", lambda line: source(line.citation), 6),
            ),
        )
        compared = [
            f"{line.usd_per_year.display} ({line.job}): {public(line)}"
            for line in costing.salaries
            if line.positions
        ]
        if compared:
            yield Paragraph("Compared with official wage statistics:")
            yield Items(tuple(compared))
    if costing.wages and costing.role:
        yield Heading(f"Wages: {costing.role.title} (USD per year, by percentile)", level=2)
        yield _wages(costing.wages)
        caveats = dict.fromkeys(line.stands_in for line in costing.wages if line.stands_in)
        yield from (Paragraph(f"Caveat: {caveat}") for caveat in caveats)


def _noted(text: str, note: str | None) -> str:
    """Return *text* with a note in parentheses."""
    return f"{text} ({note.removesuffix('.')})" if note else text


def _wages(wages: tuple[WageLine, ...]) -> Block:
    """Return the table of wages, with a column per figure that is known."""
    given = {figure.statistic for line in wages for figure in line.figures}
    figures = (
        Col(
            words,
            _wage(statistic),
            8 if statistic in ("entry", "median") else 6,
            number=True,
            shown=statistic in given,
        )
        for statistic, words in _STATISTICS.items()
    )
    return table_of(
        wages,
        (
            Col("Occupation", lambda line: _noted(line.occupation, line.note), 9),
            Col("Year", lambda line: str(line.year), 5, number=True),
            *figures,
            Col("Source", lambda line: source(line.citation), 7),
        ),
    )


def _wage(statistic: Statistic) -> Callable[[WageLine], str]:
    """Return the cell of *statistic*."""

    def cell(line: WageLine) -> str:
        found = (figure for figure in line.figures if figure.statistic == statistic)
        return next((str(figure.usd_per_year) for figure in found), "")

    return cell


def _unknown(costing: CostReport) -> tuple[str, ...]:
    """Return what is unknown about the cost."""
    return unknown(costing.unknown)


WORDS = {
    CostReport: {
        "unknown": _unknown,
        "no_raise": no_raise,
        "disagreements": disagreements,
        "assumptions": assumptions,
    },
    Pace: {"title": pace_title},
    ReturnFigure: {"title": return_title, "low_display": low_return, "high_display": high_return},
    Raise: {"basis": basis},
    SalaryLine: {"public": public},
}

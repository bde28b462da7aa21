"""Cost of a certificate: prices, time, break-even, salaries and assumptions."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, sentence, source, title
from certeval.results.cost import CostReport, Pace, WageLine

_STATISTICS = {
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
    if costing.fees_usd:
        yield Paragraph(f"One-off fees: {costing.fees_display}.")
    if costing.time_usd:
        yield Paragraph(f"Your time: {costing.time_usd.display}.")
    if costing.total_usd:
        whole = "Total cost, with your time" if costing.time_usd else "Total cost"
        yield Paragraph(f"{whole}: {costing.total_usd.display}", "strong")
    yield from (Paragraph(f"Unknown: {what}.") for what in costing.unknown)
    yield from _payback(costing)
    yield from _salaries(costing)
    if costing.disagreements:
        yield Heading("Disagreements between sources", level=2)
        yield Items(tuple(sentence(text) for text in costing.disagreements))
    yield Heading("Assumptions", level=2)
    yield Items(tuple(sentence(text) for text in costing.assumptions))


def _prices(costing: CostReport) -> Iterator[tuple[str, str]]:
    for price in costing.prices:
        note = f" {price.note}" if price.note else ""
        shown = f"{price.amount_display}{note} per {price.per} ({source(price.citation)})"
        yield price.product, shown


def _paces(costing: CostReport) -> Table:
    billed = any(pace.cost_usd for pace in costing.paces)
    columns = (
        Column("Pace", priority=9),
        Column("Hours per week", priority=5, number=True),
        Column("Hours", priority=4, number=True),
        Column("Weeks", priority=6, number=True),
        Column("Months billed" if billed else "Months begun", priority=7, number=True),
        *([Column("Cost", priority=8, number=True)] if billed else []),
        Column("Source", priority=3),
    )
    return Table(columns, tuple(_pace(pace, billed=billed) for pace in costing.paces))


def _pace(pace: Pace, *, billed: bool) -> tuple[str, ...]:
    spans = (pace.hours, pace.weeks, pace.months_billed, *((pace.cost_usd,) if billed else ()))
    shown = [part.display if part else "" for part in spans]
    return (pace.title, pace.hours_per_week_display, *shown, source(pace.citation))


def _payback(costing: CostReport) -> Iterator[Block]:
    yield Heading("Break-even", level=2)
    if costing.raise_per_year:
        basis = costing.raise_per_year
        yield Paragraph(f"Raise: {basis.display} ({basis.basis})")
    if costing.no_raise:
        yield Paragraph(sentence(costing.no_raise))
    if costing.payback_weeks:
        yield Paragraph(f"Payback: {costing.payback_weeks.display} weeks", "strong")
    if not costing.returns:
        yield Paragraph("Cannot be calculated: the cost is unknown.")
        return
    both = any(line.low_display != line.high_display for line in costing.returns)
    ends = ("Low cost", "High cost") if both else ("Figure",)
    columns = (Column("", priority=9), *(Column(end, priority=8, number=True) for end in ends))
    rows = tuple(
        (line.title, line.low_display, *([line.high_display] if both else []))
        for line in costing.returns
    )
    yield Table(columns, rows)


def _salaries(costing: CostReport) -> Iterator[Block]:
    if costing.salaries:
        yield Heading("Salaries quoted (USD per year)", level=2)
        columns = (
            Column("Job", priority=9),
            Column("Figure", priority=7),
            Column("Salary", priority=8, number=True),
            Column("Source", priority=6),
        )
        rows = [
            (
                _noted(line.job, line.note),
                line.statistic,
                line.usd_per_year.display,
                source(line.citation),
            )
            for line in costing.salaries
        ]
        yield Table(columns, tuple(rows))
        held = [
            f"{line.usd_per_year.display} ({line.job}): {line.public}"
            for line in costing.salaries
            if line.public
        ]
        if held:
            yield Paragraph("Compared with official wage statistics:")
            yield Items(tuple(held))
    if costing.wages and costing.role:
        yield Heading(f"Wages: {costing.role.title} (USD per year, by percentile)", level=2)
        yield _wages(costing.wages)


def _noted(text: str, note: str | None) -> str:
    return f"{text} ({note.removesuffix('.')})" if note else text


def _wages(wages: tuple[WageLine, ...]) -> Table:
    given = {figure.statistic for line in wages for figure in line.figures}
    shown = {name: words for name, words in _STATISTICS.items() if name in given}
    columns = (
        Column("Occupation", priority=9),
        Column("Year", priority=5, number=True),
        *(Column(words, priority=8 if name in ("entry", "median") else 6, number=True)
          for name, words in shown.items()),
        Column("Source", priority=7),
    )  # fmt: skip
    rows = []
    for line in wages:
        figures = {figure.statistic: figure.display for figure in line.figures}
        amounts = [figures.get(name, "") for name in shown]
        rows.append(
            (_noted(line.occupation, line.note), str(line.year), *amounts, source(line.citation))
        )
    return Table(columns, tuple(rows))

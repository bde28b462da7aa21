"""The verdict box."""

from collections.abc import Iterator

from certeval.render.document import Block, Col, Document, Heading, Paragraph, Table, table_of
from certeval.render.layout import evidence_summary
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.cost import billed_monthly
from certeval.render.layout.cost_words import unknown
from certeval.render.layout.facts import fact_name, fact_text
from certeval.results.cost import CostReport
from certeval.results.scorecard import Scorecard
from certeval.results.verdict import Entry, Statement, VerdictBox

NO_RUBRIC = "no rubric is given"
_PACES = {"advertised": "as advertised", "realistic": "as reported"}


def document(box: VerdictBox) -> Document:
    """Return the whole answer, with its sources."""
    heading = Heading(title(box.certificate, box.audience, "verdict"))
    gaps = evidence_summary.gaps(box.evidence)
    return (heading, *parts(box), *gaps, *footer(box.sources, box.old, box.warnings))


def parts(box: VerdictBox) -> Iterator[Block]:
    """Yield the answer without title, warnings and sources."""
    yield _table(entries(box))
    if reason := unscored(box):
        yield Paragraph(f"Not rated: {reason}.")


def _table(lines: tuple[Entry, ...]) -> Table:
    """Return the box as a table."""
    columns: tuple[Col[Entry], ...] = (
        Col("", lambda entry: entry.name, priority=9),
        Col("Verdict", lambda entry: entry.text, priority=8),
        Col("Source", _source, priority=3),
    )
    return table_of(lines, columns)


def _source(entry: Entry) -> str:
    """Return the source of an entry, and whether it was computed from it."""
    if entry.citation is None:
        return "computed" if entry.computed else ""
    return f"{'computed from ' if entry.computed else ''}{source(entry.citation)}"


def unscored(box: VerdictBox) -> str | None:
    """Return why there is no rating; None if there is one."""
    return None if box.scorecard else box.unscored or NO_RUBRIC


def rating(box: VerdictBox) -> str | None:
    """Return the rating on its scale: ``7.1 / 10``."""
    return _rating(box.scorecard) if box.scorecard else None


def _rating(card: Scorecard) -> str:
    """Return a rating on its scale."""
    return f"{card.rating} / {card.scale_max_display}"


def entries(box: VerdictBox) -> tuple[Entry, ...]:
    """Return the lines of the box."""
    certificate = f"{box.certificate.title} ({box.provider})"
    lines = [Entry("Certificate", certificate, computed=False, citation=None)]
    lines += [
        Entry(fact_name(fact), fact_text(fact), computed=False, citation=fact.citation)
        for fact in box.grades
    ]
    lines += _effort(box.cost)
    if card := box.scorecard:
        band = f", {card.band.label}: {card.band.meaning}" if card.band else ""
        lines.append(Entry("Rating", f"{_rating(card)}{band}", computed=True, citation=None))
    if box.evidence:
        text = evidence_summary.rated(box.evidence)
        lines.append(Entry("By evidence", text, computed=True, citation=None))
    if box.statement:
        lines += [
            Entry(name, text, computed=False, citation=box.statement.citation)
            for name, text in _statement(box.statement)
        ]
    return tuple(lines)


def _effort(cost: CostReport) -> Iterator[Entry]:
    """Yield the lines about time and cost."""
    pace = next((pace for pace in cost.paces if pace.of == "reader"), None)
    price = cost.prices[0].citation if cost.prices else None
    yield Entry("Time", _time(cost), computed=True, citation=pace.citation if pace else None)
    yield Entry("Cost", _cost(cost), computed=True, citation=price)


def _time(cost: CostReport) -> str:
    """Return the hours, and the time at each pace."""
    months = "billed months" if billed_monthly(cost) else "months begun"
    known = [f"{cost.hours.display} hours"] if cost.hours else []
    known += [
        f"{pace.weeks.display} weeks ({pace.months_billed.display} {months}) at "
        f"{pace.hours_per_week} hours per week"
        for pace in cost.paces
        if pace.of == "reader" and pace.months_billed and pace.weeks
    ]
    known += [
        f"{pace.months_billed.display} months {_PACES[pace.of]}"
        for pace in cost.paces
        if pace.of != "reader" and pace.months_billed
    ]
    return "; ".join(known) or _unknown(cost)


def _cost(cost: CostReport) -> str:
    """Return the cost at the reader's pace, and at the advertised one."""
    if cost.total_usd is None:
        return _unknown(cost)
    advertised = [
        f"{pace.cost_usd.display} at the advertised pace"
        for pace in cost.paces
        if pace.of == "advertised" and pace.cost_usd
    ]
    return "; ".join([cost.total_usd.display, *advertised])


def _unknown(cost: CostReport) -> str:
    """Return what is unknown about time and cost."""
    return f"unknown ({'; '.join(unknown(cost.unknown))})"


def _statement(statement: Statement) -> Iterator[tuple[str, str]]:
    """Yield the lines in the words of a source."""
    yield "Best for", statement.best_for
    yield "Not right for", statement.not_for
    yield "Key hiring advantage", statement.hiring_advantage
    yield "The brutal truth", statement.brutal_truth
    yield "Recommendation", statement.recommendation
    if statement.mark and statement.why_not_reached:
        reached = (
            f"here it reaches {statement.mark}; the source, which rates it lower, says: "
            if statement.mark_reached
            else ""
        )
        yield f"Why below {statement.mark}", f"{reached}{statement.why_not_reached}"


WORDS = {VerdictBox: {"rating_display": rating, "unscored": unscored, "entries": entries}}

"""What changes: the score line by line, the cost figure by figure, before and after."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, source, title
from certeval.results.what_if import Change, CostChange, ScoreChange, SpanChange, WhatIf


def document(result: WhatIf) -> Document:
    """The whole of it, with sources."""
    return tuple(_blocks(result))


def _blocks(result: WhatIf) -> Iterator[Block]:
    yield Heading(title(result.certificate, result.audience, "what-if"))
    if result.score:
        yield Paragraph("Weighted scores before and after:")
        yield _score(result.score)
        yield Paragraph(_verdict(result.score), "strong")
        yield Paragraph(_totals(result.score.total), "note")
    if result.cost:
        yield _cost(result.cost)
        yield from (Paragraph(f"Unknown: {what}.") for what in result.cost.unknown)
        if not result.score:
            text = "The score does not change: it is a judgment and is not derived from the cost."
            yield Paragraph(text, "note")
    yield from footer(result.sources, result.old, result.warnings)


def _score(score: ScoreChange) -> Table:
    columns = (
        Column("Criterion", priority=9),
        Column("Raw Score", priority=6, number=True),
        Column("Weight", priority=5, number=True),
        Column("Before", priority=7, number=True),
        Column("After", priority=8, number=True),
        Column("Difference", priority=8, number=True),
    )
    rows = tuple(
        (line.title, _both(line.raw), _both(line.weight_percent), *_three(line.contribution))
        for line in score.lines
    )
    marked = frozenset(at for at, line in enumerate(score.lines) if line.changed)
    return Table(columns, rows, ("Rating", "", "", *_three(score.rating)), marked)


def _both(change: Change) -> str:
    """One figure where nothing changes, else both."""
    if change.difference == 0:
        return change.after_display
    if change.before is None:
        return f"unscored to {change.after_display}"
    return f"{change.before_display} to {change.after_display}"


def _three(change: Change | SpanChange) -> tuple[str, str, str]:
    return change.before_display, change.after_display, change.difference_display


def _verdict(score: ScoreChange) -> str:
    rating, before, after = score.rating, score.band_before, score.band_after
    said = f"{rating.before_display} {_becomes(rating)} {rating.after_display}"
    if rating.before is None:
        said = f"Not rated before; {rating.after_display}"
        return f"{said} is {after.label}: {after.meaning}" if after else f"{said} after."
    if not (before and after):
        return f"{said}."
    if before == after:
        return f"{said}: still {after.label}."
    return f"{said}, and {before.label} becomes {after.label}: {after.meaning}"


def _becomes(change: Change) -> str:
    return "becomes" if change.difference else "stays"


def _totals(total: Change) -> str:
    if total.before is None:
        return f"Exact total: {total.after_display}."
    before, after, difference = _three(total)
    return f"Exact totals: {before} before, {after} after ({difference})."


def _cost(cost: CostChange) -> Table:
    columns = (
        Column("Cost", priority=9),
        Column("Before", priority=7, number=True),
        Column("After", priority=8, number=True),
        Column("Difference", priority=8, number=True),
        Column("Source", priority=3),
    )
    rows = tuple(
        (line.title, *_three(line), source(line.citation) if line.citation else "")
        for line in cost.lines
    )
    marked = frozenset(at for at, line in enumerate(cost.lines) if line.changed)
    return Table(columns, rows, marked=marked)

"""What changes: the score line by line, the cost figure by figure, before and after."""

from collections.abc import Iterator
from fractions import Fraction

from certeval.analysis.what_if.change import (
    Change,
    CostChange,
    LineChange,
    ScoreChange,
    SpanChange,
    WhatIf,
)
from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Record,
    Rows,
    Table,
)
from certeval.render.layout.cited import CELLS, cells, closing, source, title


def document(result: WhatIf) -> Document:
    """The whole of it, with sources."""
    return tuple(_blocks(result))


def _blocks(result: WhatIf) -> Iterator[Block]:
    yield Heading(title(result.certificate, result.audience, "what if"))
    if result.score:
        yield Paragraph("Weighted scores before and after:")
        yield _score(result.score)
        yield Paragraph(_verdict(result.score), "strong")
        yield Paragraph(_totals(result.score.total), "note")
    if result.cost:
        yield _cost(result.cost)
        yield from (Paragraph(f"Unknown: {what}.") for what in result.cost.unknown)
        if not result.score:
            text = (
                "The score stays: it is judged, not worked out from the cost. --set tries another."
            )
            yield Paragraph(text, "note")
    yield from closing(result.sources, result.old, result.warnings)


def _score(score: ScoreChange) -> Table:
    columns = (
        Column("Criterion", keep=9),
        Column("Raw Score", keep=6, number=True),
        Column("Weight", keep=5, number=True),
        Column("Before", keep=7, number=True),
        Column("After", keep=8, number=True),
        Column("Difference", keep=8, number=True),
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
        Column("Cost", keep=9),
        Column("Before", keep=7, number=True),
        Column("After", keep=8, number=True),
        Column("Difference", keep=8, number=True),
        Column("Source", keep=3),
    )
    rows = tuple(
        (line.title, *_three(line), source(line.citation) if line.citation else "")
        for line in cost.lines
    )
    marked = frozenset(at for at, line in enumerate(cost.lines) if line.changed)
    return Table(columns, rows, marked=marked)


HEADER = ("record", "name", "title", "end", "before", "after", "difference", *CELLS)


def rows(result: WhatIf) -> Rows:
    """One record a figure of each criterion, of the score, and of each end of the cost."""
    return Rows(HEADER, tuple(_records(result)))


def _records(result: WhatIf) -> Iterator[Record]:
    nothing = cells(None)
    if result.score:
        for line in result.score.lines:
            yield from _of_line(line)
        yield ("total", None, "Total", None, *_exact(result.score.total), *nothing)
        yield ("rating", None, "Rating", None, *_exact(result.score.rating), *nothing)
        before, after = result.score.band_before, result.score.band_after
        labels = [band.label if band else None for band in (before, after)]
        yield ("band", None, "Band", None, *labels, None, *nothing)
    for change in result.cost.lines if result.cost else ():
        yield from _of_span(change)
    said = [("unknown", what) for what in (result.cost.unknown if result.cost else ())]
    said += [("warning", warning) for warning in result.warnings]
    yield from ((what, None, text, None, None, None, None, *nothing) for what, text in said)


def _of_line(line: LineChange) -> Iterator[Record]:
    figures = {
        "raw": line.raw,
        "weight_percent": line.weight_percent,
        "contribution": line.contribution,
    }
    for name, change in figures.items():
        yield (name, line.criterion, line.title, None, *_exact(change), *cells(None))


def _exact(change: Change) -> tuple[Fraction | None, Fraction, Fraction | None]:
    return change.before, change.after, change.difference


def _of_span(change: SpanChange) -> Iterator[Record]:
    (low, high), (new_low, new_high) = (
        (part.low, part.high) if part else (None, None) for part in (change.before, change.after)
    )
    cited = cells(change.citation)
    yield ("cost", None, change.title, "low", low, new_low, change.difference_low, *cited)
    yield ("cost", None, change.title, "high", high, new_high, change.difference_high, *cited)

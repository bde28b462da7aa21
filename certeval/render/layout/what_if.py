"""What-if: the score line by line and the cost range by range, before and after."""

from collections.abc import Iterator, Mapping

from certeval.render.document import Block, Col, Document, Heading, Paragraph, Table, table_of
from certeval.render.layout.citations import footer, source, title
from certeval.render.layout.cost_words import unknown
from certeval.render.layout.scorecard import to
from certeval.render.layout.standings import BY
from certeval.results.what_if import (
    Change,
    CostChange,
    CostItem,
    LineChange,
    ScoreChange,
    SpanChange,
    WhatIf,
)

_ITEMS: Mapping[CostItem, str] = {
    "price": "{product}, per {per}",
    "hours_per_week": "Hours a week",
    "weeks": "Weeks",
    "months_billed": "Months billed",
    "months_begun": "Months begun",
    "total_cost": "Total cost",
}


def _item(line: SpanChange) -> str:
    """Return what changes, in words."""
    return _ITEMS[line.item].format(product=line.product, per=line.per)


def _before(change: Change | SpanChange) -> str:
    """Return the number before, or a word if there is none."""
    if isinstance(change, Change):
        return to(change.before, change.before_high) if change.before else "none"
    return change.before.display if change.before else "unknown"


def _after(change: Change | SpanChange) -> str:
    """Return the number after, or a word if it is unknown."""
    if isinstance(change, Change):
        return to(change.after, change.after_high)
    return change.after.display if change.after else "unknown"


def _difference(change: Change | SpanChange) -> str:
    """Return the difference, as a range if its ends differ; nothing if there is none."""
    if isinstance(change, Change):
        return to(change.difference, change.difference_high) if change.difference else ""
    ends = [str(end) for end in (change.difference_low, change.difference_high) if end]
    return " to ".join(dict.fromkeys(ends))


def _unknown(cost: CostChange) -> tuple[str, ...]:
    """Return what is unknown after the change."""
    return unknown(cost.unknown)


def _warnings(result: WhatIf) -> tuple[str, ...]:
    """Return all warnings, and when they apply."""
    before = [f"as it is, {warning}" for warning in result.warnings_before]
    after = [f"as tried, {warning}" for warning in result.warnings_after]
    return (*result.warnings, *before, *after)


WORDS = {
    Change: {"before_display": _before, "difference_display": _difference},
    SpanChange: {
        "title": _item,
        "before_display": _before,
        "after_display": _after,
        "difference_display": _difference,
    },
    CostChange: {"unknown": _unknown},
    WhatIf: {"warnings": _warnings},
}


def document(result: WhatIf) -> Document:
    """Lay out what changes, with warnings and sources."""
    return tuple(_blocks(result))


def _blocks(result: WhatIf) -> Iterator[Block]:
    """Yield the tables and the sentences about them."""
    yield Heading(title(result.certificate, result.audience, f"what-if{BY[result.by]}"))
    if result.score:
        yield Paragraph("Weighted scores before and after:")
        yield _score(result.score)
        yield Paragraph(_verdict(result.score), "strong")
        yield Paragraph(_totals(result.score.total), "note")
    if result.cost:
        yield _cost(result.cost)
        yield from (Paragraph(f"Unknown: {what}.") for what in _unknown(result.cost))
        if not result.score:
            text = "The score does not change: it is a judgment and is not derived from the cost."
            yield Paragraph(text, "note")
    yield from footer(result.sources, result.old, _warnings(result))


def _score(score: ScoreChange) -> Table:
    """Return the criteria, and the rating below them."""
    rating = score.rating
    columns: tuple[Col[LineChange], ...] = (
        Col("Criterion", lambda line: line.title, 9, total="Rating"),
        Col("Measured", _measured, 6, number=True,
            shown=any(line.measured_after for line in score.lines)),
        Col("Raw Score", lambda line: _both(line.raw), 6, number=True),
        Col("Weight", lambda line: _both(line.weight_percent), 5, number=True),
        Col("Before", lambda line: _before(line.contribution), 7, number=True,
            total=_before(rating)),
        Col("After", lambda line: _after(line.contribution), 8, number=True,
            total=_after(rating)),
        Col("Difference", lambda line: _difference(line.contribution), 8, number=True,
            total=_difference(rating)),
    )  # fmt: skip
    return table_of(score.lines, columns, marked=lambda line: line.changed)


def _measured(line: LineChange) -> str:
    """Return what was measured before and after, with its unit."""
    ends = dict.fromkeys(end for end in (line.measured_before, line.measured_after) if end)
    shown = " to ".join(ends)
    return f"{shown} {line.unit}" if shown and line.unit else shown


def _both(change: Change) -> str:
    """Return both numbers, or one if nothing changes."""
    if change.before is None:
        return f"unscored to {_after(change)}"
    if _before(change) == _after(change):
        return _after(change)
    between = "; then " if change.before_high or change.after_high else " to "
    return f"{_before(change)}{between}{_after(change)}"


def _verdict(score: ScoreChange) -> str:
    """Return a sentence about the rating and its band."""
    rating, before, after = score.rating, score.band_before, score.band_after
    if rating.before is None:
        unrated = f"Not rated before; {rating.after}"
        return f"{unrated} is {after.label}: {after.meaning}" if after else f"{unrated} after."
    verb = "stays" if _before(rating) == _after(rating) else "becomes"
    ratings = f"{_before(rating)} {verb} {_after(rating)}"
    if rating.before_high or rating.after_high:
        return f"{ratings}."
    if not (before and after):
        return f"{ratings}."
    if before == after:
        return f"{ratings}: still {after.label}."
    return f"{ratings}, and {before.label} becomes {after.label}: {after.meaning}"


def _totals(total: Change) -> str:
    """Return a sentence about the exact totals."""
    if total.before is None:
        return f"Exact total: {total.after}."
    before, after, difference = _before(total), _after(total), _difference(total)
    return f"Exact totals: {before} before, {after} after ({difference})."


def _cost(cost: CostChange) -> Table:
    """Return the ranges of the cost."""
    columns: tuple[Col[SpanChange], ...] = (
        Col("Cost", _item, 9),
        Col("Before", _before, 7, number=True),
        Col("After", _after, 8, number=True),
        Col("Difference", _difference, 8, number=True),
        Col("Source", lambda line: source(line.citation) if line.citation else "", 3),
    )
    return table_of(cost.lines, columns, marked=lambda line: line.changed)

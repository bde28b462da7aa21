"""Lay out a scorecard: the table, and on request the reason and source of every number."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from certeval.render.document import (
    Bar,
    Block,
    Col,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import in_full, title
from certeval.results.scorecard import Line, Origin, Scorecard

_ORIGINS: Mapping[Origin, str] = {
    "set": "set on the command line",
    "certificate_audience": "the certificate's score for this audience",
    "audience_adjustment": "the audience's adjustment",
    "certificate": "the certificate's score",
    "lowest": "no score: counted as the scale's minimum",
}


def document(card: Scorecard, *, explain: bool = False) -> Document:
    """Return the table with its notes; with *explain* the reasons, origins and sources, too."""
    blocks: list[Block] = [Heading(title(card.certificate, card.audience, "score")), *parts(card)]
    if explain:
        blocks += _explanation(card)
    return tuple(blocks)


def parts(card: Scorecard) -> Iterator[Block]:
    """Yield the table with its notes."""
    yield _table(card)
    if card.band:
        verdict = f"{card.rating} is {card.band.label}: {card.band.meaning}"
        yield Paragraph(verdict, "strong")
    yield from (Paragraph(f"Warning: {warning}.") for warning in card.warnings)


def reasons(card: Scorecard) -> Table:
    """Return a table with the reason for each raw score."""
    columns: tuple[Col[Line], ...] = (
        Col("Criterion", lambda line: line.title, priority=9),
        Col("Raw", lambda line: line.raw.display, priority=8, number=True),
        Col("Why", _why, priority=7),
    )
    return table_of(card.lines, columns)


def shortfall(card: Scorecard, least: Decimal) -> str | None:
    """Say by how much a rating misses *least*, or return None if it reaches it."""
    if card.rating.value >= Fraction(least):
        return None
    reader = f" for {card.audience.id}" if card.audience else ""
    return (
        f"{card.certificate.id}{reader}: rating {card.rating} is below {least:f} "
        f"(exact total {card.total})"
    )


def _origin(line: Line) -> str:
    return _ORIGINS[line.origin]


def _why(line: Line) -> str:
    """Return the reason, with that of the original score if it was changed."""
    why = line.reason or _origin(line)
    if not line.base_reason:
        return why
    return f"{why} (originally {line.base_raw}: {line.base_reason})"


def _table(card: Scorecard) -> Table:
    best = card.scale_max_display
    changed = any(line.changed for line in card.lines)
    columns: tuple[Col[Line], ...] = (
        Col("Criterion", lambda line: line.title, priority=9, total="Rating"),
        Col("Raw Score", lambda line: f"{line.raw} / {best}", priority=8, number=True),
        Col("Before adjustment", _before, priority=7, number=True, shown=changed),
        Col(
            "Weight",
            lambda line: line.weight_percent.display,
            priority=6,
            number=True,
            total=card.weight_total_percent.display,
        ),
        Col(
            "Weighted Score",
            lambda line: line.contribution.display,
            priority=8,
            number=True,
            total=f"{card.rating} / {best}",
        ),
        Col("", lambda line: Bar(line.share), priority=0),
    )
    return table_of(card.lines, columns, marked=lambda line: line.changed)


def _before(line: Line) -> str:
    return str(line.base_raw) if line.changed else ""


def _footnote(card: Scorecard) -> str:
    rounding = f"The rating is rounded once, from {card.total}"
    if card.column_sum.value == card.total.value:
        return f"{rounding}."
    return f"{rounding}; the rounded weighted scores add up to {card.column_sum}."


def _explanation(card: Scorecard) -> Iterator[Block]:
    if not card.adds_up:
        yield Paragraph(_footnote(card), "note")
    for line in card.lines:
        yield Heading(f"{line.title}: {line.raw}", level=2)
        yield Pairs(tuple(_reasons(line)))
    yield Heading("Definitions", level=2)
    yield Pairs(tuple(_definitions(card)))
    if card.sources:
        yield Heading("Sources", level=2)
        yield Items(tuple(in_full(source) for source in card.sources))


def _reasons(line: Line) -> Iterator[tuple[str, str]]:
    yield "Question", line.question
    before = f" (before adjustment: {line.base_raw})" if line.changed else ""
    yield "Score from", f"{_origin(line)}{before}"
    if line.base_reason:
        yield f"Why {line.base_raw}", line.base_reason
    if line.reason:
        yield f"Why {line.raw}", line.reason


def _definitions(card: Scorecard) -> Iterator[tuple[str, str]]:
    used = {"Certificate": card.certificate, "Audience": card.audience, "Rubric": card.rubric}
    for what, named in used.items():
        if named:
            yield what, f"{named.id} ({named.file})" if named.file else named.id


WORDS = {Line: {"origin_display": _origin}}

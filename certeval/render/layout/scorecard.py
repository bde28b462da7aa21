"""Lay out a scorecard: the table, and on request the reason and source of every number."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from certeval.phrases import joined
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
from certeval.render.layout import evidence_summary
from certeval.render.layout.citations import in_full, title
from certeval.results.figures import Figure
from certeval.results.scorecard import GroupLine, Line, Origin, Scorecard

_ORIGINS: Mapping[Origin, str] = {
    "set": "set on the command line",
    "certificate_audience": "the certificate's score for this audience",
    "audience_adjustment": "the audience's adjustment",
    "certificate": "the certificate's score",
    "lowest": "no score: counted as the scale's minimum",
    "middle": "no score: counted as the middle of the scale",
    "unknown": "no score: it can be anything on the scale",
    "evidence": "facts",
}
_INDENT = "\u00a0\u00a0"  # no-break spaces, which Markdown keeps

Row = tuple[int, Line | GroupLine]
"""How deep in groups a row of the table is, and what it is about."""


def document(card: Scorecard, *, explain: bool = False) -> Document:
    """Return the table with its notes; with *explain* the reasons, origins and sources, too."""
    blocks: list[Block] = [Heading(title(card.certificate, card.audience, "score")), *parts(card)]
    if explain:
        blocks += _explanation(card)
    return tuple(blocks)


def parts(card: Scorecard) -> Iterator[Block]:
    """Yield the table with its notes."""
    if card.by == "evidence":
        yield Paragraph("Judged from evidence; no reviewer's opinion is mixed in.")
    yield _table(card)
    if verdict := _verdict(card):
        yield Paragraph(verdict, "strong")
    yield from (Paragraph(f"Warning: {warning}.") for warning in card.warnings)


def rating(card: Scorecard) -> str:
    """Return the rating: ``7.1``, or ``5.4 to 6.8`` where scores are not known."""
    about = "" if card.exact else "about "
    return f"{about}{to(card.rating, card.rating_high)}"


def to(low: Figure, high: Figure | None) -> str:
    """Return a number, or a range: ``5.4 to 6.8``."""
    if high is None or high.display == low.display:
        return str(low)
    return f"{low} to {high}"


def _verdict(card: Scorecard) -> str | None:
    if card.failed:
        return "Fails a minimum, whatever the rating."
    if card.band is None:
        return None
    if card.band_high is None or card.band_high == card.band:
        return f"{rating(card)} is {card.band.label}: {card.band.meaning}"
    text = rating(card)
    return f"{text[0].upper()}{text[1:]} is between {card.band.label} and {card.band_high.label}."


def _below(titles: Sequence[str]) -> str:
    return f"{joined(titles)} {'is' if len(titles) == 1 else 'are'} below the minimum"


def reasons(card: Scorecard) -> Table:
    """Return a table with the reason for each raw score."""
    columns: tuple[Col[Line], ...] = (
        Col("Criterion", lambda line: line.title, priority=9),
        Col("Raw", lambda line: to(line.raw, line.raw_high), priority=8, number=True),
        Col("Why", _why, priority=7),
    )
    return table_of(card.lines, columns)


def shortfall(card: Scorecard, least: Decimal) -> str | None:
    """Say by how much a rating misses *least*, or return None if it reaches it.

    Whatever fails a minimum misses it, too.
    """
    reader = f" for {card.audience.id}" if card.audience else ""
    name = f"{card.certificate.id}{reader}"
    if card.failed:
        return f"{name}: fails: {_below(card.failed)}"
    if card.rating.value >= Fraction(least):
        if not card.may_fail:
            return None
        return f"{name}: cannot be determined: {joined(card.may_fail)} may be below the minimum"
    if card.rating_high is not None and card.rating_high.value >= Fraction(least):
        return f"{name}: cannot be determined: the rating is {rating(card)}, and {least:f} is asked"
    return f"{name}: rating {rating(card)} is below {least:f} (exact total {card.total})"


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
    measured = any(line.measurement for line in card.lines)
    known = card.confidence_percent
    columns: tuple[Col[Row], ...] = (
        Col("Criterion", lambda row: _INDENT * row[0] + row[1].title, priority=9, total="Rating"),
        Col("Measured", _measurement, priority=7, number=True, shown=measured),
        Col("Raw Score", lambda row: _raw(row[1], best), priority=8, number=True),
        Col("Before adjustment", lambda row: _before(row[1]), priority=7, number=True,
            shown=changed),
        Col("Weight", lambda row: row[1].weight_percent.display, priority=6, number=True,
            total=card.weight_total_percent.display),
        Col("Weighted Score", lambda row: _weighted(row[1]), priority=8, number=True,
            total=f"{rating(card)} / {best}"),
        Col("Known", lambda row: _known(row[1]), priority=5, number=True,
            total=known.display if known else "", shown=known is not None),
        Col("", lambda row: Bar(row[1].share) if isinstance(row[1], Line) else "", priority=0),
    )  # fmt: skip
    return table_of(_rows(card), columns, marked=lambda row: _is_changed(row[1]))


def _rows(card: Scorecard, group: str | None = None, depth: int = 0) -> Iterator[Row]:
    """Yield criteria and groups in *group*: each group before what is in it."""
    yield from ((depth, line) for line in card.lines if line.group == group)
    for one in card.groups:
        if one.group == group:
            yield depth, one
            yield from _rows(card, one.id, depth + 1)


def _is_changed(row: Line | GroupLine) -> bool:
    return isinstance(row, Line) and row.changed


def _measurement(row: Row) -> str:
    line = row[1]
    if not isinstance(line, Line) or line.measurement is None:
        return ""
    return f"{line.measurement} {line.unit}" if line.unit else line.measurement


def _raw(row: Line | GroupLine, best: str) -> str:
    if isinstance(row, GroupLine):
        return f"{row.score} / {best}" if row.score else ""
    fails = " (fails)" if row.fails_minimum else ""
    return f"{to(row.raw, row.raw_high)} / {best}{fails}"


def _weighted(row: Line | GroupLine) -> str:
    if isinstance(row, GroupLine):
        return f"({row.contribution})"  # its criteria are counted one by one
    return to(row.contribution, row.contribution_high)


def _known(row: Line | GroupLine) -> str:
    return str(row.confidence_percent or "") if isinstance(row, Line) else ""


def _before(row: Line | GroupLine) -> str:
    return str(row.base_raw) if isinstance(row, Line) and row.changed else ""


def _footnote(card: Scorecard) -> str:
    rounding = f"The rating is rounded once, from {card.total}"
    if card.column_sum.value == card.total.value:
        return f"{rounding}."
    return f"{rounding}; the rounded weighted scores add up to {card.column_sum}."


def _explanation(card: Scorecard) -> Iterator[Block]:
    yield from evidence_summary.parts(card.evidence)
    if not card.adds_up:
        yield Paragraph(_footnote(card), "note")
    for line in card.lines:
        yield Heading(f"{line.title}: {to(line.raw, line.raw_high)}", level=2)
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

"""A scorecard: the review's table, what the rating rests on, and why each score is what it is."""

from collections.abc import Iterator

from certeval.render.document import (
    Bar,
    Block,
    Column,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import in_full, title
from certeval.results.scorecard import Line, Scorecard


def document(card: Scorecard, *, explain: bool = False) -> Document:
    """The table with its notes; with *explain* the reasons, origins, files and sources, too."""
    blocks: list[Block] = [Heading(title(card.certificate, card.audience, "score")), *parts(card)]
    if explain:
        blocks += _explanation(card)
    return tuple(blocks)


def parts(card: Scorecard) -> Iterator[Block]:
    """The table with its notes."""
    yield _table(card)
    if card.band:
        verdict = f"{card.rating_display} is {card.band.label}: {card.band.meaning}"
        yield Paragraph(verdict, "strong")
    yield from (Paragraph(f"Warning: {warning}.") for warning in card.warnings)


def reasons(card: Scorecard) -> Table:
    """Why each raw score is what it is."""
    columns = (
        Column("Criterion", priority=9),
        Column("Raw", priority=8, number=True),
        Column("Why", priority=7),
    )
    rows = tuple((line.title, line.raw_display, _why(line)) for line in card.lines)
    return Table(columns, rows)


def _why(line: Line) -> str:
    """Return the reason, and where a score was changed, that of the one before."""
    why = line.reason or line.origin_display
    if not line.base_reason:
        return why
    return f"{why} (originally {line.base_raw_display}: {line.base_reason})"


def _table(card: Scorecard) -> Table:
    changed = any(line.changed for line in card.lines)
    columns = [
        Column("Criterion", priority=9),
        Column("Raw Score", priority=8, number=True),
        *([Column("Before adjustment", priority=7, number=True)] if changed else []),
        Column("Weight", priority=6, number=True),
        Column("Weighted Score", priority=8, number=True),
        Column("", priority=0),
    ]
    rows: list[tuple[str | Bar, ...]] = []
    for line in card.lines:
        before = [(line.base_raw_display or "") if line.changed else ""] if changed else []
        raw = f"{line.raw_display} / {card.scale_max_display}"
        numbers = [raw, *before, line.weight_display, line.contribution_display]
        rows.append((line.title, *numbers, Bar(line.share)))
    rating = f"{card.rating_display} / {card.scale_max_display}"
    total = ["Rating", "", *([""] if changed else []), card.weight_total_display, rating, ""]
    marked = frozenset(number for number, line in enumerate(card.lines) if line.changed)
    return Table(tuple(columns), tuple(rows), tuple(total), marked)


def _footnote(card: Scorecard) -> str:
    if card.column_sum == card.total:
        return f"The rating is rounded once, from {card.total_display}."
    return (
        f"The rating is rounded once, from {card.total_display}; the rounded weighted scores add "
        f"up to {card.column_sum_display}."
    )


def _explanation(card: Scorecard) -> list[Block]:
    blocks: list[Block] = []
    if not card.adds_up:
        blocks.append(Paragraph(_footnote(card), "note"))
    for line in card.lines:
        blocks.append(Heading(f"{line.title}: {line.raw_display}", level=2))
        blocks.append(Pairs(_reasons(line)))
    blocks.append(Heading("Definitions", level=2))
    blocks.append(Pairs(_definitions(card)))
    if card.sources:
        blocks.append(Heading("Sources", level=2))
        blocks.append(Items(tuple(in_full(source) for source in card.sources)))
    return blocks


def _reasons(line: Line) -> tuple[tuple[str, str], ...]:
    pairs = [("Question", line.question)]
    origin = line.origin_display
    if line.changed:
        origin = f"{origin} (before adjustment: {line.base_raw_display})"
    pairs.append(("Score from", origin))
    if line.base_reason:
        pairs.append((f"Why {line.base_raw_display}", line.base_reason))
    if line.reason:
        pairs.append((f"Why {line.raw_display}", line.reason))
    return tuple(pairs)


def _definitions(card: Scorecard) -> tuple[tuple[str, str], ...]:
    parts = [
        ("Certificate", card.certificate),
        ("Audience", card.audience),
        ("Rubric", card.rubric),
    ]
    return tuple(
        (what, f"{named.id} ({named.file})" if named.file else named.id)
        for what, named in parts
        if named
    )

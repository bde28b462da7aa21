"""Robustness: who is first how often, under which weights, and a sentence at the end."""

from collections.abc import Iterator

from certeval.render.document import (
    Bar,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer, sentence
from certeval.render.layout.standings import rated, reader_of, standings
from certeval.results.robustness import Robustness

_ORDINALS = ("1st", "2nd", "3rd")


def document(result: Robustness) -> Document:
    """Lay out the shares, the central weights, the pairs and the answer."""
    return tuple(_blocks(result))


def _blocks(result: Robustness) -> Iterator[Block]:
    first, *others = result.alternatives
    name = "Robustness" if others else f"{first.title}: robustness"
    yield Heading(f"{name}{reader_of(result.audience)}")
    if others:
        yield standings(result.alternatives, result.scale_max_display)
    else:
        yield rated(first, result.scale_max_display)
    yield Paragraph(sentence(result.method.display))
    if others:
        yield Heading("Rank acceptability: share of weightings by rank", level=2)
        yield _ranks(result)
        yield Heading("Central weights: average weights under which each is first", level=2)
        yield _central(result)
        yield Heading("Pairwise comparison", level=2)
        yield _pairs(result)
    else:
        yield _passings(result)
        if len({one.what for one in result.passings}) > 1:
            text = "Totals are exact; verdicts use the rounded rating."
            yield Paragraph(text, "note")
    yield from footer((), None, result.warnings)
    yield Paragraph(result.sentence, "strong")


def _ranks(result: Robustness) -> Table:
    count = len(result.acceptabilities)
    drawn, blurred = not result.method.exact, result.method.score_error is not None
    columns = (
        Column("Id", priority=9),
        *(
            Column(_ordinal(rank), priority=max(1, 8 - rank) if rank else 8, number=True)
            for rank in range(count)
        ),
        *([Column("+/- points", priority=4, number=True)] if drawn else []),
        *([Column("Confidence", priority=3, number=True)] if blurred else []),
        Column("", priority=0),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.alternative,
            *(part.display for part in one.ranks),
            *([one.ranks[0].error_display] if drawn else []),
            *([one.confidence.display if one.confidence else "never first"] if blurred else []),
            Bar(one.ranks[0].share),
        )
        for one in result.acceptabilities
    )
    return Table(columns, rows)


def _ordinal(rank: int) -> str:
    return _ORDINALS[rank] if rank < len(_ORDINALS) else f"{rank + 1}th"


def _central(result: Robustness) -> Table:
    winners = [one for one in result.acceptabilities if one.central_weights]
    columns = (
        Column("Criterion", priority=9),
        Column("Stated", priority=3, number=True),
        *(
            Column(one.alternative, priority=max(4, 8 - at), number=True)
            for at, one in enumerate(winners)
        ),
    )
    rows = tuple(
        (
            weight.title,
            weight.stated_display,
            *(one.central_weights[at].weight_display for one in winners),
        )
        for at, weight in enumerate(winners[0].central_weights)
    )
    return Table(columns, rows)


def _pairs(result: Robustness) -> Table:
    columns = (
        Column("Id", priority=9),
        Column("Compared with", priority=9),
        Column("Ahead", priority=8, number=True),
        Column("Behind", priority=6, number=True),
        Column("Tied", priority=3, number=True),
    )
    rows = tuple(
        (one.first, one.second, one.ahead.display, one.behind.display, one.level.display)
        for one in result.win_shares
    )
    return Table(columns, rows)


def _passings(result: Robustness) -> Table:
    drawn = not result.method.exact
    columns = (
        Column("Result", priority=9),
        Column("Share", priority=8, number=True),
        *([Column("+/- points", priority=4, number=True)] if drawn else []),
        Column("", priority=0),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            one.title,
            one.part.display,
            *([one.part.error_display] if drawn else []),
            Bar(one.part.share),
        )
        for one in result.passings
    )
    return Table(columns, rows)

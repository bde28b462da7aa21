"""Sensitivity: what moves the total, how far each weight can change, and what makes a tie."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    RangeBar,
    Table,
)
from certeval.render.layout.citations import footer, sentence
from certeval.render.layout.standings import rated, reader_of, standings
from certeval.results.sensitivity import Interval, Sensitivity, Stability, Tie, TornadoBar


def document(result: Sensitivity) -> Document:
    """Lay out the tornado, the stability of the weights, and the ties."""
    return tuple(_blocks(result))


def _blocks(result: Sensitivity) -> Iterator[Block]:
    several = len(result.alternatives) > 1
    name = "" if several else f"{result.alternatives[0].title}: "
    yield Heading(f"{name}{'S' if several else 's'}ensitivity{reader_of(result.audience)}")
    if several:
        yield standings(result.alternatives, result.scale_max_display)
    else:
        yield rated(result.alternatives[0], result.scale_max_display)
    yield Paragraph(f"One change at a time: {result.moved_display}.")
    for one in result.alternatives:
        moved = [swing for swing in result.swings if swing.alternative == one.id]
        if several:
            yield Heading(f"What moves {one.label}", level=2)
        yield _tornado(moved, one.total_display)
    if result.verdict_display:
        yield Paragraph(result.verdict_display, "strong")
    if several:
        yield Heading("How far each weight can change", level=2)
        yield _stabilities(result.stabilities)
        yield from _ties(result)
    elif any(one.verdict for one in result.stabilities):
        yield Heading("How far each weight can change before the verdict does", level=2)
        yield _verdicts(result.stabilities)
    yield from footer((), None, result.warnings)


def _tornado(moved: list[TornadoBar], total: str) -> Table:
    turning = any(swing.verdicts for swing in moved)
    columns = (
        Column("Criterion", priority=9),
        Column("Moved", priority=7, number=True),
        Column(f"Total ({total})", priority=8, number=True),
        Column("Width", priority=3, number=True),
        *([Column("May become", priority=6)] if turning else []),
        Column("", priority=5),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            swing.title,
            f"{swing.moved} {swing.moved_display}",
            swing.total_display,
            swing.width_display,
            *([", ".join(swing.verdicts)] if turning else []),
            RangeBar(swing.least_share, swing.total_share, swing.most_share),
        )
        for swing in moved
    )
    return Table(columns, rows)


def _stabilities(stabilities: tuple[Stability, ...]) -> Table:
    columns = (
        Column("Criterion", priority=9),
        Column("Weight", priority=7, number=True),
        Column("Leader unchanged", priority=8, number=True),
        Column("New leader", priority=6),
        Column("Ranking unchanged", priority=5, number=True),
    )
    rows = tuple(
        (
            one.title,
            one.weight_display,
            one.winner.display if one.winner else "not defined",
            _beyond(one.winner),
            one.ranking.display if one.ranking else "not defined",
        )
        for one in stabilities
    )
    return Table(columns, rows)


def _verdicts(stabilities: tuple[Stability, ...]) -> Table:
    columns = (
        Column("Criterion", priority=9),
        Column("Weight", priority=7, number=True),
        Column("Verdict unchanged", priority=8, number=True),
        Column("New verdict", priority=6),
    )
    rows = tuple(
        (
            one.title,
            one.weight_display,
            one.verdict.display if one.verdict else "not defined",
            _beyond(one.verdict),
        )
        for one in stabilities
    )
    return Table(columns, rows)


def _beyond(interval: Interval | None) -> str:
    if interval is None:
        return ""
    ends = (("below", interval.below), ("above", interval.above))
    return "; ".join(f"{', '.join(names)} {where}" for where, names in ends if names)


def _ties(result: Sensitivity) -> Iterator[Block]:
    yield Heading("What it would take to catch the leader", level=2)
    first = {one.id for one in result.alternatives if one.rank == 1}
    columns = (
        Column("Challenger", priority=8),
        Column("Criterion", priority=9),
        Column("Weight", priority=4, number=True),
        Column("Tie at weight", priority=7, number=True),
        Column("Change before rescaling", priority=5, number=True),
        Column("Tie if challenger scores", priority=6, number=True),
        Column("Tie if leader scores", priority=3, number=True),
    )
    rows = tuple(_tie(tie) for tie in result.ties if tie.ahead in first)
    yield Table(columns, rows)
    shown = [result.critical_top, result.critical_any]
    if len(result.alternatives) == 2:  # noqa: PLR2004 - the only pair has the first in it
        shown.pop()
    yield Paragraph("Critical criterion:")
    yield Items(tuple(sentence(one.display) for one in shown if one))


def _tie(tie: Tie) -> tuple[str, ...]:
    return (
        tie.behind,
        tie.title,
        tie.weight_display,
        tie.new_weight_display,
        tie.relative_display,
        tie.needed_display,
        tie.lowered_display,
    )

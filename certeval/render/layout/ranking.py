"""A ranking: the table, who ties, how another audience sees it, and who could not be ranked."""

from collections.abc import Iterator
from itertools import pairwise

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer
from certeval.render.layout.standings import reader_of
from certeval.results.ranking import Ranking, Tie

_MOST_LINES = 10


def document(ranking: Ranking) -> Document:
    """All of it; of invalid rows the number, and where the first ones stand."""
    return tuple(_blocks(ranking))


def _blocks(ranking: Ranking) -> Iterator[Block]:
    of = f" of {ranking.file}" if ranking.file else ""
    yield Heading(f"Ranking{of}{reader_of(ranking.audience)}")
    yield _table(ranking)
    yield from (Paragraph(_tie(tie), "strong") for tie in ranking.ties)
    if ranking.tie_count > len(ranking.ties):
        more = _counted(ranking.tie_count - len(ranking.ties), "more tie")
        yield Paragraph(f'And {more}: tied ranks are marked with "=".')
    yield from (Paragraph(text) for text in _scope(ranking))
    if _some_round_alike(ranking):
        yield Paragraph("Equal ratings are not necessarily ties: ranks use exact totals.", "note")
    if ranking.left_out:
        yield Heading("Left out", level=2)
        yield Pairs(tuple(_left_out(ranking)))
    yield from footer((), None, ranking.warnings)


def _table(ranking: Ranking) -> Table:
    titled = any(one.title for one in ranking.entries)
    held = ranking.against
    columns = [
        Column("Rank", priority=9, number=True),
        *([Column(f"Rank for {held.title}", priority=6, number=True)] if held else []),
        Column("Id", priority=10),
        *([Column("Title", priority=3)] if titled else []),
        Column("Rating", priority=7, number=True),
        Column("Exact total", priority=8, number=True),
        Column("Behind", priority=5, number=True),
        Column("Band", priority=4),
    ]
    rows = []
    for one in ranking.entries:
        there = [one.against.rank_display if one.against else ""] if held else []
        title = [one.title or ""] if titled else []
        rating = f"{one.rating_display} / {ranking.scale_max_display}"
        numbers = [rating, one.total_display, one.behind_display]
        rows.append((one.rank_display, *there, one.id, *title, *numbers, one.band or ""))
    return Table(tuple(columns), tuple(rows))


def _tie(tie: Tie) -> str:
    more = tie.count - len(tie.ids)
    names = [*tie.ids, *([f"{more} more"] if more else [])]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"A tie at rank {tie.rank}: {listed} have the same exact total, {tie.total_display}."


def _scope(ranking: Ranking) -> Iterator[str]:
    """How many are ranked, how many of them are shown, and how two audiences differ."""
    if ranking.rows_read is not None:
        yield f"Ranked: {ranking.ranked:,} of {_counted(ranking.rows_read, 'row')}.{_bad(ranking)}"
    if len(ranking.entries) < ranking.ranked:
        more = ranking.more_at_last_rank
        share = f"; {more} more tie with the last one" if more else ""
        yield f"Showing the best {len(ranking.entries):,} of {ranking.ranked:,}{share}."
    found, against = ranking.similarity, ranking.against
    if found and against:
        said = [
            f"{name} {value}"
            for name, value in (
                ("Spearman's rho", found.spearman_display),
                ("WS", found.ws_display),
            )
            if value
        ]
        measures = f"{', '.join(said)} (1 means the same order)"
        alike = measures if said else "there is no order to compare"
        yield f"Compared with the ranking for {against.title}: {alike}."


def _left_out(ranking: Ranking) -> Iterator[tuple[str, str]]:
    """Each reason, and of which certificates it is."""
    reasons = dict.fromkeys(one.reason for one in ranking.left_out)
    for reason in reasons:
        yield reason, ", ".join(one.id for one in ranking.left_out if one.reason == reason)


def _bad(ranking: Ranking) -> str:
    if not ranking.bad_count:
        return ""
    lines = [str(row.line) for row in ranking.bad_rows[:_MOST_LINES]]
    more = ranking.bad_count - len(lines)
    listed = ", ".join([*lines, *([f"and {more} more"] if more else [])])
    which = f"line {listed}" if ranking.bad_count == 1 else f"lines {listed}"
    return f" {_counted(ranking.bad_count, 'invalid row')} left out: {which}."


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _some_round_alike(ranking: Ranking) -> bool:
    """Whether some print the same rating without having the same rank."""
    pairs = pairwise(ranking.entries)
    return any(one.rating == two.rating and one.rank != two.rank for one, two in pairs)

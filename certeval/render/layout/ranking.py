"""Lay out a ranking: the table, ties, the other audience's ranks, and what was left out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from certeval.phrases import counted, joined
from certeval.render.document import (
    Block,
    Col,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Table,
    table_of,
)
from certeval.render.layout.citations import footer
from certeval.render.layout.standings import fails, rank_text, reader_of
from certeval.results.interval_ranking import IntervalRanking
from certeval.results.ranking import Entry, OtherRank, Ranking, Similarity, Tie

_MOST_LINES = 10


def document(ranking: Ranking) -> Document:
    """Return the whole ranking, with the number of invalid rows and the lines of the first."""
    return tuple(_blocks(ranking))


def _blocks(ranking: Ranking) -> Iterator[Block]:
    of = f" of {ranking.file}" if ranking.file else ""
    yield Heading(f"Ranking{of}{reader_of(ranking.audience)}")
    yield _table(ranking)
    yield from (Paragraph(_tie(tie, ranking.tie_breakers), "strong") for tie in ranking.ties)
    if ranking.tie_count > len(ranking.ties):
        more = counted(ranking.tie_count - len(ranking.ties), "more tie")
        yield Paragraph(f'And {more}: tied ranks are marked with "=".')
    yield from (Paragraph(text) for text in _scope(ranking))
    yield from (Paragraph(text, "note") for text in _order_notes(ranking))
    if _some_round_alike(ranking):
        yield Paragraph("Equal ratings are not necessarily ties: ranks use exact totals.", "note")
    if ranking.left_out:
        yield Heading("Left out", level=2)
        yield Pairs(tuple(left_out(ranking)))
    yield from footer((), None, ranking.warnings)


def _table(ranking: Ranking) -> Table:
    other = ranking.against
    titled = any(one.title for one in ranking.entries)
    columns: tuple[Col[Entry], ...] = (
        Col("Rank", _rank, priority=9, number=True),
        Col(
            f"Rank for {other.title if other else ''}",
            lambda one: _rank(one.against) if one.against else "",
            priority=6,
            number=True,
            shown=other is not None,
        ),
        Col("Id", lambda one: one.id, priority=10),
        Col("Title", lambda one: one.title or "", priority=3, shown=titled),
        Col(
            "Rating",
            lambda one: f"{one.rating} / {ranking.scale_max_display}{fails(one.failed)}",
            priority=7,
            number=True,
        ),
        Col("Exact total", lambda one: one.total.display, priority=8, number=True),
        Col("Behind", lambda one: str(one.behind or ""), priority=5, number=True),
        Col("Band", lambda one: one.band or "", priority=4),
    )
    return table_of(ranking.entries, columns)


def _rank(one: Entry | OtherRank) -> str:
    return rank_text(one.rank, tied=one.tied)


def _tie(tie: Tie, tie_breakers: Sequence[str]) -> str:
    more = tie.count - len(tie.ids)
    names = joined([*tie.ids, *([f"{more} more"] if more else [])])
    also = "".join(f" and {title}" for title in tie_breakers)
    return f"A tie at rank {tie.rank}: {names} have the same exact total, {tie.total}{also}."


def _scope(ranking: Ranking) -> Iterator[str]:
    """Yield the numbers of ranked and shown certificates, and the similarity of two rankings."""
    if ranking.rows_read is not None:
        yield rows_ranked(ranking)
    if len(ranking.entries) < ranking.ranked:
        more = ranking.more_at_last_rank
        share = f"; {more} more tie with the last one" if more else ""
        yield f"Showing the best {len(ranking.entries):,} of {ranking.ranked:,}{share}."
    if ranking.similarity and ranking.against:
        similarity = _similarity(ranking.similarity)
        yield f"Compared with the ranking for {ranking.against.title}: {similarity}."


def _similarity(found: Similarity) -> str:
    coefficients = {"Spearman's rho": found.spearman, "WS": found.ws}
    known = [f"{name} {value}" for name, value in coefficients.items() if value]
    return (
        f"{', '.join(known)} (1 means the same order)" if known else "there is no order to compare"
    )


def left_out(ranking: Ranking | IntervalRanking) -> Iterator[tuple[str, str]]:
    """Yield each reason with its certificates."""
    reasons = dict.fromkeys(one.reason for one in ranking.left_out)
    for reason in reasons:
        yield reason, ", ".join(one.id for one in ranking.left_out if one.reason == reason)


def rows_ranked(ranking: Ranking | IntervalRanking) -> str:
    """Say how many rows of a table are ranked, and which are not."""
    read = counted(ranking.rows_read or 0, "row")
    return f"Ranked: {ranking.ranked:,} of {read}.{_bad(ranking)}"


def _bad(ranking: Ranking | IntervalRanking) -> str:
    if not ranking.bad_count:
        return ""
    lines = [str(row.line) for row in ranking.bad_rows[:_MOST_LINES]]
    more = ranking.bad_count - len(lines)
    listed = ", ".join([*lines, *([f"and {more} more"] if more else [])])
    which = f"line {listed}" if ranking.bad_count == 1 else f"lines {listed}"
    return f" {counted(ranking.bad_count, 'invalid row')} left out: {which}."


def _order_notes(ranking: Ranking) -> Iterator[str]:
    """Yield what orders entries apart from their totals."""
    if any(one.failed for one in ranking.entries):
        yield "What fails a minimum ranks after all that pass, whatever its total."
    pairs = pairwise(ranking.entries)
    if any(
        one.total == two.total and one.rank != two.rank and bool(one.failed) == bool(two.failed)
        for one, two in pairs
    ):
        yield f"Equal totals are ordered by {', then '.join(ranking.tie_breakers)}."


def _some_round_alike(ranking: Ranking) -> bool:
    """Return whether two entries have the same rating but different totals."""
    pairs = pairwise(ranking.entries)
    return any(one.rating == two.rating and one.total != two.total for one, two in pairs)


WORDS = {Entry: {"rank_display": _rank}, OtherRank: {"rank_display": _rank}}

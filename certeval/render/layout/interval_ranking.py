"""Lay out a ranking of intervals: which ranks are possible, and who is certainly ahead."""

from collections.abc import Iterator

from certeval.render.document import (
    Bar,
    Block,
    Col,
    Document,
    Heading,
    Pairs,
    Paragraph,
    RangeBar,
    table_of,
)
from certeval.render.layout.ranking import left_out, rows_ranked
from certeval.render.layout.scorecard import to
from certeval.render.layout.standings import fails
from certeval.results.interval_ranking import IntervalEntry, IntervalRanking

_BY = {"evidence": "evidence", "opinion": "reviewers' scores"}


def document(ranking: IntervalRanking) -> Document:
    """Return the answer, the table, and what was left out."""
    reader = f" for {ranking.audience.title}" if ranking.audience else ""
    of = f" of {ranking.file}" if ranking.file else f" by {_BY[ranking.by]}"
    return (Heading(f"Ranking{of}{reader}"), *_blocks(ranking))


def _blocks(ranking: IntervalRanking) -> Iterator[Block]:
    yield Paragraph(_answer(ranking), "strong")
    lows = [entry.total.value for entry in ranking.entries]
    highs = [entry.total_high.value for entry in ranking.entries]
    low, span = min(lows), max(highs) - min(lows)

    def bar(entry: IntervalEntry) -> RangeBar | Bar:
        if not span:
            return Bar(entry.total.value * 0)
        start, end = ((total.value - low) / span for total in (entry.total, entry.total_high))
        return RangeBar(start, (start + end) / 2, end)

    known = any(entry.confidence_percent for entry in ranking.entries)
    yield table_of(
        ranking.entries,
        (
            Col("Rank", _ranks, 9, number=True),
            Col("Id", lambda entry: entry.id, 9),
            Col("Certificate", lambda entry: entry.title, 3),
            Col("Rating", _rating, 8, number=True),
            Col("First", lambda entry: str(entry.first_percent), 7, number=True),
            Col("Known", lambda entry: str(entry.confidence_percent or ""), 5, number=True,
                shown=known),
            Col("", bar, 0),
        ),
    )  # fmt: skip
    if ranking.rows_read is not None:
        yield Paragraph(rows_ranked(ranking))
    if ranking.ranked > len(ranking.entries):
        yield Paragraph(f"{ranking.ranked - len(ranking.entries)} more are not shown.")
    yield Paragraph(
        f"Rank: the ranks that are possible. First: how often it has the highest total in "
        f"{ranking.draws:,} draws of what is unknown (seed {ranking.seed}).",
        "note",
    )
    if ranking.left_out:
        yield Heading("Left out", level=2)
        yield Pairs(tuple(left_out(ranking)))
    yield from (Paragraph(f"Warning: {warning}.") for warning in ranking.warnings)


def _answer(ranking: IntervalRanking) -> str:
    role = f" for the role {ranking.role.title}" if ranking.role else ""
    if ranking.certain_first:
        title = next(one.title for one in ranking.entries if one.id == ranking.certain_first)
        return f"{title} is first{role}, whatever the unknowns are."
    possible = sum(one.best_rank == 1 for one in ranking.entries)
    likely = ranking.entries[0]
    return (
        f"None is certainly first{role}: {possible} of {len(ranking.entries)} shown can be first. "
        f"{likely.title} is first most often, in {likely.first_percent} of draws."
    )


def _ranks(entry: IntervalEntry) -> str:
    if entry.best_rank == entry.worst_rank:
        return str(entry.best_rank)
    return f"{entry.best_rank} to {entry.worst_rank}"


def _rating(entry: IntervalEntry) -> str:
    return f"{to(entry.rating, entry.rating_high)}{fails(entry.failed)}"

"""A comparison: who is ahead, the criteria side by side, and what dominates what."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
)
from certeval.render.layout.citations import footer
from certeval.render.layout.standings import reader_of, standings
from certeval.results.comparison import Comparison, Contest

_PAIR = 2
_TWO_FIRST, _OTHERS = 38, 32  # the best two are the last to go, and the others the worst first


def document(result: Comparison) -> Document:
    """All of it."""
    return tuple(_blocks(result))


def _blocks(result: Comparison) -> Iterator[Block]:
    judged = result.certificate
    heading = f"{judged.title}: comparison across audiences" if judged else "Comparison"
    yield Heading(f"{heading}{reader_of(result.audience)}")
    yield Paragraph(result.outcome, "strong")
    yield standings(result.alternatives, result.scale_max_display)
    yield _side_by_side(result)
    yield from _duels(result)
    yield from footer((), None, result.warnings)


def _duels(result: Comparison) -> Iterator[Block]:
    """Each pair; of many, those where one dominates, or neither is better."""
    shown = [duel for duel in result.duels if duel.dominant or not duel.difference]
    left = len(result.duels) - len(shown)
    if left == 1:
        shown, left = list(result.duels), 0
    if shown:
        yield Items(tuple(duel.display for duel in shown))
    if left:
        yield Paragraph(f"There is no dominance in the {'other ' if shown else ''}{left} pairs.")


def _side_by_side(result: Comparison) -> Table:
    columns = (
        Column("Criterion", priority=40),
        Column("Weight", priority=2, number=True),
        *(
            Column(
                one.id, priority=max(3, (_TWO_FIRST if at < _PAIR else _OTHERS) - at), number=True
            )
            for at, one in enumerate(result.alternatives)
        ),
        Column("Ahead", priority=34),
        Column("By", priority=1, number=True),
        Column("Worth", priority=35, number=True),
    )
    rows = tuple(_row(contest) for contest in result.contests)
    blank = ("", "", "")
    totals = ("Rating", "", *(one.rating_display for one in result.alternatives), *blank)
    return Table(columns, rows, totals)


def _row(contest: Contest) -> tuple[str, ...]:
    scores = tuple(one.raw_display for one in contest.standings)
    ahead = (contest.leaders_display, "", "")
    if contest.leaders:
        ahead = (contest.leaders_display, contest.lead_display, contest.worth_display)
    return (contest.title, contest.weight_display, *scores, *ahead)

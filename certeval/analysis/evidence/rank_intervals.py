"""Which is best, if totals are intervals: possible ranks, and never a false order."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from certeval.analysis.evidence.derive import Interval
from certeval.analysis.evidence.first_shares import DRAWS, first_shares
from certeval.analysis.evidence.interval_rank import (
    certainly_ahead,
    certainly_first,
    possible_ranks,
)
from certeval.analysis.figures import shown
from certeval.results.citation import Named
from certeval.results.figures import Quantity
from certeval.results.interval_ranking import IntervalEntry, IntervalRanking
from certeval.results.ranking import LeftOut
from certeval.results.scorecard import Scorecard


def rank_intervals(  # noqa: PLR0913 - the last ones are keyword-only
    cards: Sequence[Scorecard],
    *,
    role: Named | None = None,
    top: int | None = None,
    left_out: Iterable[tuple[str, str]] = (),
    draws: int = DRAWS,
    seed: int = 1,
) -> IntervalRanking:
    """Rank scorecards whose totals may be intervals.

    Args:
        cards: at least one scorecard, under one rubric.
        role: the role that they are judged for.
        top: how many to show, from 1; None for all.
        left_out: ids that are not ranked, with reasons.
        draws: how often to draw the unknowns, from 1.
        seed: where the random numbers start.

    Returns:
        The certificates, those that are first most often first.

    """
    totals = [_interval(card) for card in cards]
    firsts = first_shares(cards, draws, seed)
    passing = [at for at, card in enumerate(cards) if not card.failed]
    first = certainly_first([totals[at] for at in passing]) if passing else None
    entries = [_entry(cards, totals, firsts, at) for at in range(len(cards))]
    entries.sort(key=_order)
    return IntervalRanking(
        by=cards[0].by,
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        role=role,
        entries=tuple(entries[:top]),
        ranked=len(cards),
        certain_first=None if first is None else cards[passing[first]].certificate.id,
        draws=draws,
        seed=seed,
        left_out=tuple(LeftOut(name, reason) for name, reason in left_out),
        scale_max_display=cards[0].scale_max_display,
        warnings=tuple(dict.fromkeys(warning for card in cards for warning in card.warnings)),
    )


def _interval(card: Scorecard) -> Interval:
    """Return the total; certificates that fail a minimum are below all that pass."""
    below = Fraction(card.scale.max - card.scale.min + 1) if card.failed else Fraction(0)
    return Interval(card.total.value - below, (card.total_high or card.total).value - below)


def _order(entry: IntervalEntry) -> tuple[bool, Fraction, int, int, Fraction, str]:
    middle = entry.total.value + entry.total_high.value
    failed = bool(entry.failed)
    return (
        failed, -entry.first_percent.value, entry.best_rank, entry.worst_rank, -middle, entry.id,
    )  # fmt: skip


def _entry(
    cards: Sequence[Scorecard], totals: Sequence[Interval], firsts: Sequence[Fraction], at: int
) -> IntervalEntry:
    card, ranks = cards[at], possible_ranks(totals)[at]
    behind = sum(totals[at].high < other.low for other in totals)
    return IntervalEntry(
        best_rank=ranks.best,
        worst_rank=ranks.worst,
        id=card.certificate.id,
        title=card.certificate.title,
        total=card.total,
        total_high=card.total_high or card.total,
        rating=card.rating,
        rating_high=card.rating_high or card.rating,
        confidence_percent=card.confidence_percent,
        first_percent=_percent(firsts[at]),
        certainly_ahead_of=len(certainly_ahead(totals, at)),
        certainly_behind=behind,
        failed=card.failed,
    )


def _percent(share: Fraction) -> Quantity:
    return shown(share * 100, 1, "%")

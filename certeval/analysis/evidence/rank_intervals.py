"""Which is best, if totals are intervals: possible ranks, and never a false order."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from certeval.analysis.decision_matrix import alternatives, warnings_of
from certeval.analysis.evidence.derive import Interval
from certeval.analysis.evidence.first_shares import DRAWS, first_shares
from certeval.analysis.evidence.interval_rank import (
    PossibleRanks,
    certainly_first,
    possible_ranks,
)
from certeval.analysis.figures import shown
from certeval.results.alternative import Alternative
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
    entries = [
        _entry(card, one, ranks, share, totals)
        for card, one, ranks, share in zip(
            cards, alternatives(cards), possible_ranks(totals), firsts, strict=True
        )
    ]
    first = certainly_first(totals)
    certain = None if first is None or cards[first].failed else entries[first].id
    return IntervalRanking(
        by=cards[0].by,
        rubric=cards[0].rubric,
        audience=cards[0].audience,
        role=role,
        entries=tuple(sorted(entries, key=_order)[:top]),
        ranked=len(cards),
        certain_first=certain,
        draws=draws,
        seed=seed,
        left_out=tuple(LeftOut(name, reason) for name, reason in left_out),
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )


def _interval(card: Scorecard) -> Interval:
    """Return the total; certificates that fail a minimum are below all that pass."""
    below = Fraction(card.scale.max - card.scale.min + 1)
    low, high = card.total.value, (card.total_high or card.total).value
    if card.failed or card.may_fail:
        low -= below
    return Interval(low, high - below if card.failed else high)


def _order(entry: IntervalEntry) -> tuple[bool, Fraction, int, int, Fraction, str]:
    middle = entry.total.value + entry.total_high.value
    failed = bool(entry.failed)
    return (
        failed, -entry.first_percent.value, entry.best_rank, entry.worst_rank, -middle, entry.id,
    )  # fmt: skip


def _entry(
    card: Scorecard,
    one: Alternative,
    ranks: PossibleRanks,
    first: Fraction,
    totals: Sequence[Interval],
) -> IntervalEntry:
    total = _interval(card)
    return IntervalEntry(
        best_rank=ranks.best,
        worst_rank=ranks.worst,
        id=one.id,
        title=one.title,
        total=card.total,
        total_high=card.total_high or card.total,
        rating=card.rating,
        rating_high=card.rating_high or card.rating,
        confidence_percent=card.confidence_percent,
        first_percent=_percent(first),
        certainly_ahead_of=sum(other.high < total.low for other in totals),
        certainly_behind=sum(total.high < other.low for other in totals),
        failed=card.failed,
    )


def _percent(share: Fraction) -> Quantity:
    return shown(share * 100, 1, "%")

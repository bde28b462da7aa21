"""Which is better, criterion by criterion, if scores are intervals?"""

from collections.abc import Iterator, Sequence

from certeval.analysis.decision_matrix import alternatives
from certeval.analysis.evidence.derive import Interval
from certeval.analysis.evidence.interval_rank import certainly_first
from certeval.analysis.evidence.rank_intervals import rank_intervals
from certeval.results.citation import Named
from certeval.results.interval_comparison import (
    IntervalComparison,
    IntervalCriterion,
    IntervalScore,
)
from certeval.results.scorecard import Scorecard


def compare_intervals(
    cards: Sequence[Scorecard], *, role: Named | None = None
) -> IntervalComparison:
    """Compare scorecards whose scores may be intervals.

    Args:
        cards: at least two scorecards, under one rubric: several certificates, or one certificate
            for several audiences.
        role: the role that they are judged for.

    Returns:
        The scores by criterion, and who is certainly ahead.

    """
    ranking = rank_intervals(cards, role=role)
    names = [one.id for one in alternatives(cards)]
    by_id = {entry.id: entry for entry in ranking.entries}
    readers = {card.audience for card in cards}
    return IntervalComparison(
        by=ranking.by,
        rubric=ranking.rubric,
        audience=cards[0].audience if len(readers) == 1 else None,
        role=role,
        entries=tuple(by_id[name] for name in names),
        criteria=tuple(_criteria(cards, names)),
        certain_first=ranking.certain_first,
        draws=ranking.draws,
        seed=ranking.seed,
        scale_max_display=ranking.scale_max_display,
        warnings=ranking.warnings,
    )


def _criteria(cards: Sequence[Scorecard], names: Sequence[str]) -> Iterator[IntervalCriterion]:
    titles = {line.criterion: line.title for card in cards for line in card.lines}
    for criterion, title in titles.items():
        scores = tuple(
            IntervalScore(name, line.raw, line.raw_high or line.raw)
            for name, card in zip(names, cards, strict=True)
            for line in card.lines
            if line.criterion == criterion
        )
        first = certainly_first([Interval(one.low.value, one.high.value) for one in scores])
        ahead = None if first is None or len(scores) < len(cards) else scores[first].id
        yield IntervalCriterion(criterion, title, scores, ahead)

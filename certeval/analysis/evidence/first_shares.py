"""How often is each first, if what is unknown is drawn uniformly inside its interval?

The draws are those of ``robustness``: R. Lahdelma and P. Salminen, "SMAA-2", Operations Research 49
(2001), with scores that are uniform in their intervals.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from operator import eq
from random import Random

from certeval.analysis.minimum import may_fail
from certeval.results.scorecard import Scorecard

DRAWS = 1000


def first_shares(cards: Sequence[Scorecard], draws: int, seed: int) -> tuple[Fraction, ...]:
    """Return in which share of draws each scorecard has the highest total.

    Scores are drawn in the order of the ids, so that the order of the cards does not matter.

    Args:
        cards: scorecards whose scores may be intervals, each with its own weights.
        draws: how often to draw, from 1.
        seed: where the random numbers start.

    Returns:
        Shares from 0 to 1, in the order of *cards*. Of draws that tie, each gets one. One that
        fails a requirement is never first, nor one that another is certainly ahead of.

    """
    passing = [card.total.value for card in cards if not card.failed and not card.may_fail]
    least = max(passing, default=Fraction(cards[0].scale.min))
    order = [
        at
        for at in sorted(range(len(cards)), key=lambda at: _id(cards[at]))
        if not cards[at].failed and (cards[at].total_high or cards[at].total).value >= least
    ]
    firsts = [0] * len(cards)
    if order:
        chance = Random(seed).random  # noqa: S311 - sampling needs no secrets
        columns = [_column(cards[at], draws, chance) for at in order]
        best = list(map(max, *columns)) if len(columns) > 1 else columns[0]
        for at, column in zip(order, columns, strict=True):
            firsts[at] = sum(map(eq, column, best))
    return tuple(Fraction(count, draws) for count in firsts)


def _id(card: Scorecard) -> tuple[str, str]:
    return card.certificate.id, card.audience.id if card.audience else ""


def _column(card: Scorecard, draws: int, chance: Callable[[], float]) -> list[float]:
    """Return a total for each draw; one below all others if a minimum is not reached."""
    below = float(card.scale.max - card.scale.min) + 1
    totals = [float(card.total.value)] * draws
    for line in card.lines:
        if line.raw_high:
            width = float(line.raw_high.value - line.raw.value)
            points = float(line.weight_percent.value) / 100 * width
            drawn = [chance() for _ in totals]
            totals = [total + points * at for total, at in zip(totals, drawn, strict=True)]
            if line.minimum and may_fail(line):
                least = float(line.minimum.value - line.raw.value) / width
                totals = [
                    total - below if at < least else total
                    for total, at in zip(totals, drawn, strict=True)
                ]
    return totals

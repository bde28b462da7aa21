"""How often is each first, if what is unknown is drawn uniformly inside its interval?

The draws are those of ``robustness``: R. Lahdelma and P. Salminen, "SMAA-2", Operations Research 49
(2001), with scores that are uniform in their intervals.
"""

from collections.abc import Sequence
from fractions import Fraction
from operator import mul
from random import Random

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
    least = max((card.total.value for card in cards if not card.failed), default=None)
    order = [
        at
        for at in sorted(range(len(cards)), key=lambda at: _id(cards[at]))
        if least is not None
        and not cards[at].failed
        and (cards[at].total_high or cards[at].total).value >= least
    ]
    random = Random(seed)  # noqa: S311 - sampling needs no secrets
    rows = [_row(cards[at]) for at in order]
    firsts = [0] * len(cards)
    for _ in range(draws if order else 0):
        totals = [
            sum(map(mul, weights, (low + width * random.random() for low, width in ends)), fixed)
            for fixed, weights, ends in rows
        ]
        best = max(totals)
        for place, total in zip(order, totals, strict=True):
            firsts[place] += total == best
    return tuple(Fraction(count, draws) for count in firsts)


def _id(card: Scorecard) -> tuple[str, str]:
    return card.certificate.id, card.audience.id if card.audience else ""


_Row = tuple[float, list[float], list[tuple[float, float]]]


def _row(card: Scorecard) -> _Row:
    """Return the points that are certain, and the weights and intervals of the other scores."""
    fixed, weights, ends = 0.0, [], []
    for line in card.lines:
        share = float(line.weight_percent.value) / 100
        low = float(line.raw.value)
        if line.raw_high is None:
            fixed += share * low
        else:
            weights.append(share)
            ends.append((low, float(line.raw_high.value) - low))
    return fixed, weights, ends

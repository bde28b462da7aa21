"""Rank intervals: who is certainly ahead of whom, and which ranks are possible.

One total is certainly above another if its lowest value is above the other's highest: the necessary
preference of S. Greco, V. Mousseau and R. Slowinski, "Ordinal Regression Revisited", European
Journal of Operational Research 191 (2008). No other two are certainly ordered.
"""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.evidence.derive import Interval


class PossibleRanks(NamedTuple):
    """The best and the worst rank that a total can have, from 1."""

    best: int
    worst: int


def possible_ranks(totals: Sequence[Interval]) -> tuple[PossibleRanks, ...]:
    """Return which ranks each total can have, whatever the unknowns turn out to be.

    Args:
        totals: the intervals of the totals, in points.

    Returns:
        The ranks, in the order of *totals*: 1 + how many are certainly above, to how many there
        are less those certainly below. Totals that tie share the better rank.

    """
    lows = sorted(total.low for total in totals)
    highs = sorted(total.high for total in totals)
    return tuple(
        PossibleRanks(
            best=1 + len(lows) - bisect_right(lows, total.high),
            worst=_worst(highs, total),
        )
        for total in totals
    )


def _worst(highs: Sequence[Fraction], total: Interval) -> int:
    """Return one more than how many of the others can be above the lowest value of *total*."""
    above = len(highs) - bisect_right(highs, total.low)
    own = 1 if total.high > total.low else 0
    return 1 + above - own


def certainly_first(totals: Sequence[Interval]) -> int | None:
    """Return which of *totals* is certainly above all others.

    Args:
        totals: the intervals of the totals, in points.

    Returns:
        Its index, or None if none is certainly first.

    """
    ranks = possible_ranks(totals)
    first = [at for at, rank in enumerate(ranks) if rank.best == 1]
    return first[0] if len(first) == 1 else None

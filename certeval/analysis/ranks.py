"""Ranks: who is better than how many."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction


def competition_ranks(totals: Sequence[Fraction]) -> tuple[int, ...]:
    """The competition rank of each of *totals*, the highest first: equal ones share the better.

    ``(5, 7, 7)`` gives ``(3, 1, 1)``.
    """
    rising = sorted(-total for total in totals)
    return tuple(1 + bisect_left(rising, -total) for total in totals)

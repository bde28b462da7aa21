"""Surrogate weights: what an order of importance says of weights, by three formulas.

Weights are shares of one, a weight for each place of the order, the first place first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.results.weights import MethodId


def rank_order_centroid(count: int) -> tuple[Fraction, ...]:
    """w_k = (1/n) sum of 1/i for i from k to n: the mean of all weights that have the order.

    F. H. Barron and B. E. Barrett, "Decision Quality Using Ranked Attribute Weights", Management
    Science 42 (1996).
    """
    parts = [Fraction(1, place) for place in range(1, count + 1)]
    return tuple(sum(parts[at:], Fraction()) / count for at in range(count))


def rank_sum(count: int) -> tuple[Fraction, ...]:
    """w_k = 2 (n + 1 - k) / (n (n + 1)): in proportion to the places counted from the end.

    W. G. Stillwell, D. A. Seaver and W. Edwards, "A Comparison of Weight Approximation Techniques
    in Multiattribute Utility Decision Making", Organizational Behavior and Human Performance 28
    (1981).
    """
    return tuple(Fraction(2 * (count - at), count * (count + 1)) for at in range(count))


def rank_reciprocal(count: int) -> tuple[Fraction, ...]:
    """w_k = (1/k) / sum of 1/j for all j: in proportion to one over the place.

    Stillwell, Seaver and Edwards (1981), as ``rank_sum``.
    """
    parts = [Fraction(1, place) for place in range(1, count + 1)]
    total = sum(parts, Fraction())
    return tuple(part / total for part in parts)


class Formula(NamedTuple):
    """How an order becomes weights: what that is called, in words, where it is from, and itself."""

    title: str
    words: str
    source: str
    weights: Callable[[int], tuple[Fraction, ...]]


_STILLWELL = (
    "W. G. Stillwell, D. A. Seaver and W. Edwards, A Comparison of Weight Approximation Techniques "
    "in Multiattribute Utility Decision Making, Organizational Behavior and Human Performance 28, "
    "1981"
)
FORMULAS: Mapping[MethodId, Formula] = {
    "roc": Formula(
        "rank-order centroid",
        "the weight of place k of n is the sum of 1/i for i from k to n, divided by n",
        "F. H. Barron and B. E. Barrett, Decision Quality Using Ranked Attribute Weights, "
        "Management Science 42, 1996",
        rank_order_centroid,
    ),
    "rank-sum": Formula(
        "rank sum",
        "the weight of place k of n is 2(n + 1 - k) / (n(n + 1))",
        _STILLWELL,
        rank_sum,
    ),
    "reciprocal": Formula(
        "rank reciprocal",
        "the weight of place k is 1/k, divided by the sum of 1/j for all places j",
        _STILLWELL,
        rank_reciprocal,
    ),
}


def of_groups(weights: Sequence[Fraction], sizes: Sequence[int]) -> Iterator[Fraction]:
    """What each of the equally important weighs, group by group: the mean of their places."""
    start = 0
    for size in sizes:
        yield sum(weights[start : start + size], Fraction()) / size
        start += size

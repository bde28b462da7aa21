"""Compute surrogate weights from an order of importance, by three formulas.

Weights are shares of 1, one weight per place of the order, the first place first.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.results.weights import Method, MethodId


def rank_order_centroid(count: int) -> tuple[Fraction, ...]:
    """Compute the mean of all weightings that respect an order.

    w_k = (1/n) sum of 1/i for i from k to n. F. H. Barron and B. E. Barrett, "Decision Quality
    Using Ranked Attribute Weights", Management Science 42 (1996).

    Args:
        count: The number n of places, from 1.

    Returns:
        The weights w_1 to w_n.

    """
    parts = [Fraction(1, place) for place in range(1, count + 1)]
    return tuple(sum(parts[at:], Fraction()) / count for at in range(count))


def rank_sum(count: int) -> tuple[Fraction, ...]:
    """Compute weights in proportion to the places counted from the end.

    w_k = 2 (n + 1 - k) / (n (n + 1)). W. G. Stillwell, D. A. Seaver and W. Edwards, "A Comparison
    of Weight Approximation Techniques in Multiattribute Utility Decision Making", Organizational
    Behavior and Human Performance 28 (1981).

    Args:
        count: The number n of places, from 1.

    Returns:
        The weights w_1 to w_n.

    """
    return tuple(Fraction(2 * (count - at), count * (count + 1)) for at in range(count))


def rank_reciprocal(count: int) -> tuple[Fraction, ...]:
    """Compute weights in proportion to one over the place.

    w_k = (1/k) / sum of 1/j for all j. Stillwell, Seaver and Edwards (1981), as ``rank_sum``.

    Args:
        count: The number n of places, from 1.

    Returns:
        The weights w_1 to w_n.

    """
    parts = [Fraction(1, place) for place in range(1, count + 1)]
    total = sum(parts, Fraction())
    return tuple(part / total for part in parts)


class Formula(NamedTuple):
    """A method and its formula, from the number of places to their weights."""

    method: Method
    weights: Callable[[int], tuple[Fraction, ...]]


_STILLWELL = (
    "W. G. Stillwell, D. A. Seaver and W. Edwards, A Comparison of Weight Approximation Techniques "
    "in Multiattribute Utility Decision Making, Organizational Behavior and Human Performance 28, "
    "1981"
)
FORMULAS: Mapping[MethodId, Formula] = {
    "roc": Formula(
        Method(
            "roc",
            "rank-order centroid",
            "F. H. Barron and B. E. Barrett, Decision Quality Using Ranked Attribute Weights, "
            "Management Science 42, 1996",
        ),
        rank_order_centroid,
    ),
    "rank-sum": Formula(Method("rank-sum", "rank sum", _STILLWELL), rank_sum),
    "reciprocal": Formula(Method("reciprocal", "rank reciprocal", _STILLWELL), rank_reciprocal),
}


def mean_by_group(weights: Sequence[Fraction], sizes: Sequence[int]) -> Iterator[Fraction]:
    """Give equally important criteria the mean weight of the places they share.

    Args:
        weights: The weight of each place.
        sizes: The number of criteria in each group, from 1; they add up to the number of places.

    Yields:
        The weight of each criterion of a group, group by group.

    """
    start = 0
    for size in sizes:
        yield sum(weights[start : start + size], Fraction()) / size
        start += size

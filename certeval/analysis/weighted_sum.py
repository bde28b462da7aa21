"""Compute weighted sums: the only module that multiplies a raw score by its weight.

P. C. Fishburn, "Additive Utilities with Incomplete Product Sets", Operations Research 15 (1967).
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm

from certeval.model.scalars import MAX_DIGITS
from certeval.model.weights import HUNDRED_PERCENT

UNIT = 10**MAX_DIGITS
"""The parts of a point that raw scores are whole numbers of."""


def contribution(weight_percent: Fraction, raw: Fraction) -> Fraction:
    """Compute what a raw score adds to the total.

    Args:
        weight_percent: The weight of the criterion, 0 to 100.
        raw: The raw score, in points of the scale.

    Returns:
        The contribution, in points of the scale.

    """
    return weight_percent * raw / Fraction(HUNDRED_PERCENT)


def weighted_sum(weights_percent: Iterable[Fraction], scores: Iterable[Fraction]) -> Fraction:
    r"""Compute the total :math:`\sum_k w_k a_k` of raw scores a under weights w.

    Args:
        weights_percent: One weight per criterion, in percent, adding up to 100.
        scores: One raw score per criterion, in points of the scale.

    Returns:
        The total, in points of the scale.

    """
    pairs = zip(weights_percent, scores, strict=True)
    return sum((contribution(weight, raw) for weight, raw in pairs), Fraction())


def integer_weights(weights_percent: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    """Express weights as integers over one denominator, to make many exact sums fast.

    The contribution of a score is the score in ``UNIT`` parts of a point, times the integer of its
    weight, divided by the denominator.

    Args:
        weights_percent: One weight per criterion, in percent.

    Returns:
        One integer per weight, and the denominator.

    """
    common = lcm(*(weight.denominator for weight in weights_percent))
    weights = tuple(int(weight * common) for weight in weights_percent)
    return weights, common * int(HUNDRED_PERCENT) * UNIT

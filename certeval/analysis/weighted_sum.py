"""The weighted sum: the one place where a raw score meets its weight.

P. C. Fishburn, "Additive Utilities with Incomplete Product Sets", Operations Research 15 (1967).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm

from certeval.model.rubric import HUNDRED_PERCENT
from certeval.model.scalars import EXACT, MAX_DIGITS


def contribution(weight_percent: Fraction, raw: Fraction) -> Fraction:
    """What *raw* adds to the total, in points of the scale."""
    return weight_percent * raw / Fraction(HUNDRED_PERCENT)


def weighted_sum(weights_percent: Iterable[Fraction], scores: Iterable[Fraction]) -> Fraction:
    """The total of raw *scores* under weights that add up to 100 percent."""
    pairs = zip(weights_percent, scores, strict=True)
    return sum((contribution(weight, raw) for weight, raw in pairs), Fraction())


def integer_weights(weights_percent: Sequence[Fraction]) -> tuple[tuple[int, ...], int]:
    """*weights_percent* as integers over one denominator, for many sums that are quick and exact.

    The contribution of a raw score is its ``integer(raw)`` times its weight's integer, over the
    second value.
    """
    common = lcm(*(weight.denominator for weight in weights_percent))
    weights = tuple(int(weight * common) for weight in weights_percent)
    return weights, common * int(HUNDRED_PERCENT) * 10**MAX_DIGITS


def integer_score(raw: Decimal) -> int:
    """*raw* in units of its last decimal: no score, and no sum of two, has more of them."""
    return int(EXACT.scaleb(raw, MAX_DIGITS))

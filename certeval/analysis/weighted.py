"""The weighted sum: the one place where a raw score meets its weight.

P. C. Fishburn, "Additive Utilities with Incomplete Product Sets", Operations Research 15 (1967).
"""

from collections.abc import Iterable
from fractions import Fraction

from certeval.model.rubric import WHOLE


def contribution(weight_percent: Fraction, raw: Fraction) -> Fraction:
    """What *raw* adds to the total, in points of the scale."""
    return weight_percent * raw / Fraction(WHOLE)


def weighted_sum(weights_percent: Iterable[Fraction], scores: Iterable[Fraction]) -> Fraction:
    """The total of raw *scores* under weights that add up to 100 percent."""
    pairs = zip(weights_percent, scores, strict=True)
    return sum((contribution(weight, raw) for weight, raw in pairs), Fraction())

"""Measure the similarity of two rankings, given as competition ranks such as 1, 1, 3."""

from collections import Counter
from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import isqrt

_DIGITS = Context(prec=40)
_TWO = 2  # fewer have no order


def spearman(one: Sequence[int], other: Sequence[int]) -> Fraction | None:
    """Compute Spearman's rho, the rank correlation of two rankings.

    Pearson's correlation of the ranks, in which equals have the mean of their ranks:
    cov(x, y) / sqrt(var(x) var(y)). Without ties it is 1 - 6 sum(d^2) / (n (n^2 - 1)). The result
    is exact if the root is rational, as it is without ties, and else has 40 digits.
    C. Spearman, "The Proof and Measurement of Association between Two Things", American Journal of
    Psychology 15 (1904); M. G. Kendall, "Rank Correlation Methods" (1948), on ties.

    Args:
        one: The competition ranks of n alternatives.
        other: Other ranks of the same alternatives, in the same order.

    Returns:
        The correlation: 1 for the same order, -1 for the reverse; None for fewer than two
        alternatives, or if all are equal in one of the rankings.

    """
    if len(one) < _TWO:
        return None
    first, second = _deviations(one), _deviations(other)
    product = _dot(first, first) * _dot(second, second)
    return _dot(first, second) / _root(product) if product else None


def ws(one: Sequence[int], other: Sequence[int]) -> Fraction | None:
    """Compute the WS coefficient of rank similarity, which gives the top ranks more weight.

    WS = 1 - sum over i of 2^(-x_i) |x_i - y_i| / max(|1 - x_i|, |n - x_i|). W. Salabun and
    K. Urbaniak, "A New Coefficient of Rankings Similarity in Decision-Making Problems", ICCS 2020.

    Args:
        one: The competition ranks x of n alternatives, which are the reference.
        other: Other ranks y of the same alternatives, in the same order.

    Returns:
        The coefficient, 1 for the same order; None for fewer than two alternatives.

    """
    count = len(one)
    if count < _TWO:
        return None
    return 1 - sum(
        (
            Fraction(abs(x - y), 2**x * max(x - 1, count - x))
            for x, y in zip(one, other, strict=True)
        ),
        Fraction(),
    )


def _deviations(ranks: Sequence[int]) -> list[Fraction]:
    """Return the distance of each rank from the mean, with equals at the mean of their ranks."""
    shared = Counter(ranks)
    middle = Fraction(len(ranks) + 1, 2)
    return [rank + Fraction(shared[rank] - 1, 2) - middle for rank in ranks]


def _dot(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    return sum((x * y for x, y in zip(one, other, strict=True)), Fraction())


def _root(value: Fraction) -> Fraction:
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if top * top == value.numerator and bottom * bottom == value.denominator:
        return Fraction(top, bottom)
    quotient = _DIGITS.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(_DIGITS.sqrt(quotient))

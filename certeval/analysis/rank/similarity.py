"""How alike two rankings of the same things are. Ranks are competition ranks: 1, 1, 3."""

from collections import Counter
from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import isqrt

_DIGITS = Context(prec=40)
_TWO = 2  # below that there is nothing to put in order


def spearman(one: Sequence[int], other: Sequence[int]) -> Fraction | None:
    """Spearman's rho of two rankings, -1 to 1: 1 where they are the same, -1 where one is reversed.

    Pearson's correlation of the ranks, in which equals have the mean of the ranks that they take
    up: cov(x, y) / sqrt(var(x) var(y)). Exact where no ranks are shared, where it is
    1 - 6 sum(d^2) / (n (n^2 - 1)), and wherever the root is rational; else to 40 digits.
    C. Spearman, "The Proof and Measurement of Association between Two Things", American Journal of
    Psychology 15 (1904); M. G. Kendall, "Rank Correlation Methods" (1948), on ties.

    None for fewer than two, or where all are equal in one of the rankings.
    """
    if len(one) < _TWO:
        return None
    first, second = _deviations(one), _deviations(other)
    product = _dot(first, first) * _dot(second, second)
    return _dot(first, second) / _root(product) if product else None


def ws(one: Sequence[int], other: Sequence[int]) -> Fraction | None:
    """The WS coefficient of rank similarity, in which a difference counts more near the top.

    WS = 1 - sum over i of 2^(-x_i) |x_i - y_i| / max(|1 - x_i|, |n - x_i|), with the ranks x of
    *one*, which is the reference, and y of *other*. W. Salabun and K. Urbaniak, "A New Coefficient
    of Rankings Similarity in Decision-Making Problems", ICCS 2020.

    None for fewer than two.
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
    """How far the rank of each, equals at their mean, lies from the mean of all."""
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

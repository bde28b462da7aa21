"""What a count in a sample says of the whole: the exact interval of a proportion.

C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case
of the Binomial", Biometrika 26 (1934). It needs no approximation and holds for any size of sample.
Of a count of zero only the upper end is open, so all of the error goes there: about 3/n at 95
percent (J. A. Hanley and A. Lippman-Hand, JAMA 249, 1983).
"""

from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache

from certeval.analysis.rounding import half_up

_DIGITS = Context(prec=30)
_PLACES = 12
_ONE = Decimal(1)
_CLOSE = Decimal("1e-16")
_NEGLIGIBLE = Decimal("1e-22")


@lru_cache(maxsize=1024)
def proportion_interval(
    count: int, of: int, confidence_percent: Fraction
) -> tuple[Fraction, Fraction]:
    """Return between which proportions the whole lies, given a *count* in a sample.

    Args:
        count: how many of the sample have it, from 0 to *of*.
        of: the size of the sample, from 1.
        confidence_percent: how often such an interval holds the truth, in percent, such as 95.

    Returns:
        The low and the high proportion, 0 to 1, calculated to 12 decimal places.

    """
    error = 1 - confidence_percent / 100
    if 0 < count < of:
        error /= 2
    tail = _DIGITS.divide(Decimal(error.numerator), Decimal(error.denominator))
    low, high = Fraction(0), Fraction(1)
    if count > 0:
        low = 1 - _upper(of - count, of, tail)
    if count < of:
        high = _upper(count, of, tail)
    return low, high


def _upper(count: int, of: int, tail: Decimal) -> Fraction:
    """Return the proportion at which *count* or fewer of *of* are as rare as *tail*.

    By Newton's method, inside bounds that are halved if a step would leave them.
    """
    ways = _ONE
    for number in range(min(count, of - count)):
        ratio = _DIGITS.divide(Decimal(of - number), Decimal(number + 1))
        ways = _DIGITS.multiply(ways, ratio)
    low, at, high = Decimal(0), _DIGITS.divide(Decimal(count + 1), Decimal(of + 1)), _ONE
    step = _ONE
    while abs(step) > _CLOSE:
        exactly = _probability(count, of, at, ways)
        over = _DIGITS.subtract(_at_most(count, of, at, exactly), tail)
        low, high = (at, high) if over > 0 else (low, at)
        falls = _DIGITS.divide(exactly * (of - count), _DIGITS.subtract(_ONE, at))
        step = _DIGITS.divide(over, falls)
        at = _DIGITS.add(at, step)
        if not low <= at <= high:
            at = _DIGITS.divide(_DIGITS.add(low, high), Decimal(2))
    return Fraction(half_up(at, _PLACES))


def _probability(count: int, of: int, share: Decimal, ways: Decimal) -> Decimal:
    """Return the probability of exactly *count* successes, which can come about in that many ways.

    That is the binomial distribution.
    """
    hits = _DIGITS.power(share, count)
    misses = _DIGITS.power(_DIGITS.subtract(_ONE, share), of - count)
    return _DIGITS.multiply(ways, _DIGITS.multiply(hits, misses))


def _at_most(count: int, of: int, share: Decimal, exactly: Decimal) -> Decimal:
    """Return the probability of *count* or fewer successes in *of* trials, each with *share*.

    The terms are added from *count* down, until they no longer matter.
    """
    odds = _DIGITS.divide(share, _DIGITS.subtract(_ONE, share))
    term, total = exactly, Decimal(0)
    for number in range(count, -1, -1):
        total = _DIGITS.add(total, term)
        if term < total * _NEGLIGIBLE:
            break
        ratio = _DIGITS.divide(Decimal(number), _DIGITS.multiply(Decimal(of - number + 1), odds))
        term = _DIGITS.multiply(term, ratio)
    return total

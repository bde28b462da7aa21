"""What a count in a sample says of the whole: the exact interval of a proportion.

C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case
of the Binomial", Biometrika 26 (1934). It needs no approximation and holds for any size of sample.
Of a count of zero only the upper end is open, so all of the error goes there: about 3/n at 95
percent (J. A. Hanley and A. Lippman-Hand, JAMA 249, 1983).
"""

from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction

from certeval.analysis.rounding import half_up

_DIGITS = Context(prec=30)
_PLACES = 12
_ONE = Decimal(1)


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
    """Return the proportion at which *count* or fewer of *of* are as rare as *tail*."""
    if count * 2 > of:
        at = _root(lambda share: _DIGITS.subtract(_ONE, _at_least(count + 1, of, share)), tail)
    else:
        at = _root(lambda share: _at_most(count, of, share), tail)
    return Fraction(half_up(at, _PLACES))


def _root(falling: Callable[[Decimal], Decimal], tail: Decimal) -> Decimal:
    """Return where the *falling* function of a proportion is *tail*, by halving."""
    low, high = Decimal(0), _ONE
    for _ in range(4 * _PLACES):
        middle = _DIGITS.divide(_DIGITS.add(low, high), Decimal(2))
        if falling(middle) > tail:
            low = middle
        else:
            high = middle
    return high


def _at_most(count: int, of: int, share: Decimal) -> Decimal:
    """Return the probability of *count* or fewer successes in *of* trials, each with *share*."""
    miss = _DIGITS.subtract(_ONE, share)
    term = total = _DIGITS.power(miss, of)
    odds = _DIGITS.divide(share, miss)
    for done in range(count):
        ratio = _DIGITS.divide(Decimal(of - done), Decimal(done + 1))
        term = _DIGITS.multiply(term, _DIGITS.multiply(ratio, odds))
        total = _DIGITS.add(total, term)
    return total


def _at_least(count: int, of: int, share: Decimal) -> Decimal:
    return _at_most(of - count, of, _DIGITS.subtract(_ONE, share))

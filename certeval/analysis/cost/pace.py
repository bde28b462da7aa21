"""Conversion of hours of work to weeks, and to months billed."""

from fractions import Fraction
from math import ceil

DAYS_A_WEEK = 7
DAYS_A_MONTH = Fraction(36525, 1200)
"""The mean month of the Julian year: 365.25 days over 12."""

WEEKS_A_YEAR = Fraction(36525, 700)


def weeks(hours: Fraction, hours_per_week: Fraction) -> Fraction:
    """Return the weeks that *hours* take.

    Args:
        hours: Hours of work, 0 or more.
        hours_per_week: More than 0.

    Returns:
        hours / hours_per_week.

    """
    return hours / hours_per_week


def months(hours: Fraction, hours_per_week: Fraction) -> Fraction:
    """Return the mean months of 365.25/12 days that *hours* take.

    Args:
        hours: Hours of work, 0 or more.
        hours_per_week: More than 0.

    Returns:
        weeks x 7 / 30.4375.

    """
    return weeks(hours, hours_per_week) * DAYS_A_WEEK / DAYS_A_MONTH


def months_billed(hours: Fraction, hours_per_week: Fraction) -> int:
    """Return the months of a subscription that *hours* take; every month begun is billed in full.

    Args:
        hours: Hours of work, 0 or more.
        hours_per_week: More than 0.

    Returns:
        The months, rounded up.

    """
    return ceil(months(hours, hours_per_week))

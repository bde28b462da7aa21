"""From hours of work to weeks, and to months that are billed."""

from fractions import Fraction
from math import ceil

DAYS_A_WEEK = 7
DAYS_A_MONTH = Fraction(36525, 1200)
"""The mean month of the Julian year: 365.25 days over 12."""

WEEKS_A_YEAR = Fraction(36525, 700)


def weeks(hours: Fraction, hours_per_week: Fraction) -> Fraction:
    """How many weeks *hours* take."""
    return hours / hours_per_week


def months(hours: Fraction, hours_per_week: Fraction) -> Fraction:
    """How many mean months *hours* take."""
    return weeks(hours, hours_per_week) * DAYS_A_WEEK / DAYS_A_MONTH


def months_billed(hours: Fraction, hours_per_week: Fraction) -> int:
    """How many months of a subscription *hours* take: a started month is paid whole."""
    return ceil(months(hours, hours_per_week))

"""Make the spans and shares of a result: exact numbers with their display."""

from decimal import Decimal
from fractions import Fraction

from certeval.analysis.rounding import grouped, half_up
from certeval.results.figures import Share, Span


def span(low: Fraction | Decimal | int, high: Fraction | Decimal | int, places: int = 0) -> Span:
    """Return a range: ``120-150``, ``17.1-21.4``, ``12``.

    Args:
        low: The lower end.
        high: The upper end, in the same unit.
        places: The decimals to show, from 0; none are shown if both ends round to integers.

    Returns:
        The exact range and its display.

    """
    rounded = [half_up(Fraction(end), places) for end in (low, high)]
    if all(end == int(end) for end in rounded):
        rounded = [half_up(end, 0) for end in rounded]
    ends = [grouped(end) for end in rounded]
    return Span(Fraction(low), Fraction(high), "-".join(dict.fromkeys(ends)))


def share(count: int, of: int) -> Share:
    """Return a share of a number of things: ``6 of 9 (67%)``, or ``none`` if there are none.

    Args:
        count: How many of the things, 0 to *of*.
        of: How many things there are, from 0.

    Returns:
        The exact share and its display.

    """
    if of == 0:
        return Share(0, 0, None, "none")
    part = Fraction(count, of)
    return Share(count, of, part, f"{count} of {of} ({half_up(part * 100, 0):f}%)")

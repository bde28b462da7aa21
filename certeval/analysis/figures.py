"""Exact numbers of a result: as they are worked out, as JSON, and as they are displayed."""

from decimal import Decimal
from fractions import Fraction

from certeval.analysis.rounding import grouped, half_up
from certeval.results.figures import Share, Span


def span(low: Fraction | Decimal | int, high: Fraction | Decimal | int, places: int = 0) -> Span:
    """A span displayed with at most *places* decimals: ``120-150``, ``17.1-21.4``, ``12``."""
    rounded = [half_up(Fraction(end), places) for end in (low, high)]
    if all(end == int(end) for end in rounded):
        rounded = [half_up(end, 0) for end in rounded]
    ends = [grouped(end) for end in rounded]
    return Span(Fraction(low), Fraction(high), "-".join(dict.fromkeys(ends)))


def share(count: int, of: int) -> Share:
    """``6 of 9 (67%)``; ``none`` where there is nothing to count."""
    if of == 0:
        return Share(0, 0, None, "none")
    part = Fraction(count, of)
    return Share(count, of, part, f"{count} of {of} ({half_up(part * 100, 0):f}%)")

"""Amounts of money. All are US dollars: the one currency that definitions know."""

from decimal import Decimal
from fractions import Fraction

from certeval.analysis.rounding import grouped, half_up
from certeval.results.figures import Span


def cents(value: Fraction) -> int:
    """How many decimals *value*, in dollars, is shown with: none, or two."""
    return 0 if value.denominator == 1 else 2


def money(value: Fraction, places: int | None = None) -> str:
    """US dollars: ``$236``, and with cents where there are any: ``$49.99``."""
    places = cents(value) if places is None else places
    amount = half_up(abs(value), places)
    return f"{'-' if value < 0 and amount else ''}${grouped(amount)}"


def dollars(low: Fraction | Decimal | int, high: Fraction | Decimal | int) -> Span:
    """A span of US dollars: ``$236-$295``; with cents where one of them has any."""
    exact = [Fraction(end) for end in (low, high)]
    places = max(cents(end) for end in exact)
    ends = [money(end, places) for end in exact]
    return Span(Fraction(low), Fraction(high), "-".join(dict.fromkeys(ends)))

"""Write amounts of money: US dollars, the only currency of definitions."""

from decimal import Decimal
from fractions import Fraction

from certeval.analysis.rounding import grouped, half_up
from certeval.results.figures import Quantity, Span


def cents(value: Fraction) -> int:
    """Return the number of decimals that an amount is shown with.

    Args:
        value: An amount in US dollars.

    Returns:
        0 for whole dollars, else 2.

    """
    return 0 if value.denominator == 1 else 2


def money(value: Fraction, places: int | None = None) -> str:
    """Write an amount: ``$236``, and ``$49.99`` if it has cents.

    Args:
        value: An amount in US dollars.
        places: The decimals to show, 0 or 2; None for two only if the amount has cents.

    Returns:
        The amount, rounded half away from zero.

    """
    places = cents(value) if places is None else places
    amount = half_up(abs(value), places)
    return f"{'-' if value < 0 and amount else ''}${grouped(amount)}"


def usd(value: Fraction) -> Quantity:
    """Return an amount with its display.

    Args:
        value: An amount in US dollars.

    Returns:
        The exact amount, displayed as ``money`` writes it.

    """
    return Quantity(value, money(value))


def dollars(low: Fraction | Decimal | int, high: Fraction | Decimal | int) -> Span:
    """Return a range of amounts: ``$236-$295``, with cents if either end has any.

    Args:
        low: The lower end, in US dollars.
        high: The upper end, in US dollars.

    Returns:
        The exact range and its display.

    """
    exact = [Fraction(end) for end in (low, high)]
    places = max(cents(end) for end in exact)
    ends = [money(end, places) for end in exact]
    return Span(Fraction(low), Fraction(high), "-".join(dict.fromkeys(ends)))

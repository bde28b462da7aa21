"""Make the figures of a result: exact numbers with their display."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.rounding import aligned_text, exact_text, grouped, half_up, percent
from certeval.results.figures import Quantity, Share, Span


def exact(value: Fraction, unit: str = "") -> Quantity:
    """Return a number displayed with the decimals it needs: ``7.05``, ``about 18.181818``.

    Args:
        value: Any number.
        unit: What follows the number, such as ``%``.

    Returns:
        The number and its display.

    """
    return Quantity(value, f"{exact_text(value)}{unit}")


def percentage(value: Fraction) -> Quantity:
    """Return a number of percent, displayed with one decimal at most: ``20%``, ``28.6%``.

    Args:
        value: Any number of percent.

    Returns:
        The number and its display.

    """
    return Quantity(value, percent(value))


def shown(value: Fraction, places: int, unit: str = "") -> Quantity:
    """Return a number displayed with a number of decimals.

    Args:
        value: Any number.
        places: The decimals to show, from 0; the number itself stays exact.
        unit: What follows the number, such as ``%``.

    Returns:
        The number and its display.

    """
    return Quantity(value, f"{half_up(value, places):f}{unit}")


def aligned(values: Iterable[Fraction], max_places: int = 4, unit: str = "") -> list[Quantity]:
    """Return the numbers of a column, displayed with the same number of decimals.

    Args:
        values: The numbers, from the top.
        max_places: The most decimals to show, from 0.
        unit: What follows each number, such as ``%``.

    Returns:
        The numbers, in the order of *values*.

    """
    known = list(values)
    texts = aligned_text(known, max_places)
    return [Quantity(value, f"{text}{unit}") for value, text in zip(known, texts, strict=True)]


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

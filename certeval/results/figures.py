"""Numbers of a result: the exact value, and the same rounded once for people."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = Fraction | Decimal | int


@dataclass(frozen=True)
class Figure:
    """A number and how it is displayed.

    ``value`` is None where there is no number; ``display`` may then say so, or is None.
    In JSON, the field ``total`` that holds a figure becomes ``total`` and ``total_display``.
    """

    value: Number | None
    display: str | None

    def __str__(self) -> str:
        """Return the number as it is displayed."""
        return self.display or ""


NO_FIGURE = Figure(None, "")
"""No number, displayed as nothing."""


@dataclass(frozen=True)
class Quantity(Figure):
    """A figure whose number is always known; other analyses calculate with its exact ``value``."""

    value: Fraction
    display: str


@dataclass(frozen=True)
class Span:
    """A range from ``low`` to ``high``, equal if there is only one number."""

    low: Fraction
    high: Fraction
    display: str


@dataclass(frozen=True)
class Share:
    """``count`` of ``of`` things; ``share`` is 0 to 1, or None if there are none."""

    count: int
    of: int
    share: Fraction | None
    display: str

"""A table of raw scores, a row a certificate: what is read of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


class Row(NamedTuple):
    """A row that can be ranked. ``total`` is exact, in a unit that all rows of a table share."""

    total: int | Fraction
    id: str
    title: str | None


Judge = Callable[[Sequence[str]], int | Fraction]
"""The total of raw scores, written as in the table, in the order of the rubric's criteria; "" is
none. Raises ``RowError``."""


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be ranked, by the line that it begins in, and why."""

    line: int
    message: str
    hint: str | None

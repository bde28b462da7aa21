"""A table of raw scores, a row a certificate: what is read of it, and by whom it is judged."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from certeval.model.audience import Audience
from certeval.model.rubric import Rubric
from certeval.record import record


class Terms(NamedTuple):
    """What rows are judged by. ``warnings`` and ``files`` are as a case has them."""

    rubric: Rubric
    audience: Audience | None
    warnings: tuple[str, ...] = ()
    files: Mapping[tuple[str, str], str] = MappingProxyType({})


class Row(NamedTuple):
    """A row that can be ranked. ``total`` is exact, in a unit that all rows of a table share."""

    total: int | Fraction
    id: str
    title: str | None


Judge = Callable[[Sequence[str]], int | Fraction]
"""The total of raw scores, written as in the table, in the order of the rubric's criteria; "" is
none. Raises ``RowError``."""


@record
class BadRow:
    """A row that cannot be ranked, by the line that it begins in, and why."""

    line: int
    message: str
    hint: str | None

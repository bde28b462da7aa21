"""The formats that every result has, and what is known of the place it will be shown in."""

from enum import StrEnum
from typing import NamedTuple


class Format(StrEnum):
    """How a result is written."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


class Display(NamedTuple):
    """What the table is shown on.

    ``width`` in columns, None for as wide as it is by nature; ``color`` whether it may be styled
    at all (bold, too); ``ascii`` whether nothing but ASCII can be shown.
    """

    width: int | None = None
    color: bool = False
    ascii: bool = False

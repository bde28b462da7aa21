"""The formats of results, and what the output can show."""

from enum import StrEnum
from typing import NamedTuple


class Format(StrEnum):
    """The format of a result."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"


class Display(NamedTuple):
    """What the output can show.

    ``width`` is in columns, None for no limit; ``color`` allows any style, such as bold; ``ascii``
    allows nothing but ASCII.
    """

    width: int | None = None
    color: bool = False
    ascii: bool = False

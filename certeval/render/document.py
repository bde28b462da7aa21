"""A document: what a result says to people, before it is known on what it will be shown.

Layouts make documents of results; the terminal and Markdown renderers show any document. All
strings are plain text: no markup in them is ever interpreted. The blocks are named tuples, as is
much off the results: a record takes longer to define, and start-up is felt.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple


class Heading(NamedTuple):
    """A title; level 1 is the document's own."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """Running text. A ``strong`` one is a verdict, a ``note`` one is small print."""

    text: str
    tone: Literal["plain", "strong", "note"] = "plain"


class Items(NamedTuple):
    """A list of short texts."""

    texts: tuple[str, ...]


class Pairs(NamedTuple):
    """Names with their values, one a line."""

    rows: tuple[tuple[str, str], ...]


class Bar(NamedTuple):
    """A share, 0 to 1, to be drawn; says nothing that the row does not say in numbers."""

    share: Fraction
    cells: int = 10


class Spread(NamedTuple):
    """From ``low`` to ``high`` around ``at``, shares of what all rows span; as a bar, it repeats
    numbers."""

    low: Fraction
    at: Fraction
    high: Fraction
    cells: int = 21


Drawing = Bar | Spread
Cell = str | Drawing


class Column(NamedTuple):
    """A column of a table.

    ``keep`` orders the columns where there is no room for all: the lowest goes first, and
    ``keep=0`` is shown only where nothing has to give way for it. Text columns wrap, number
    columns never do.
    """

    title: str
    keep: int
    number: bool = False


class Table(NamedTuple):
    """Rows of cells, one a column, and a closing row. ``marked`` are the numbers of rows that
    differ from the usual; their cells say so too."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    marked: frozenset[int] = frozenset()


class Node(NamedTuple):
    """A part of a tree: what it is called, a word beside it, and what hangs on it."""

    text: str
    note: str = ""
    children: tuple["Node", ...] = ()


class Tree(NamedTuple):
    """Things in things."""

    roots: tuple[Node, ...]


class FrontMatter(NamedTuple):
    """What a publishing system wants to know of an article; people are not shown it."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Items | Pairs | Table | Tree | FrontMatter
Document = tuple[Block, ...]


def below(blocks: Iterable[Block], levels: int = 1) -> Iterator[Block]:
    """*blocks* as a part of a larger document: their headings so many levels lower."""
    for block in blocks:
        yield block._replace(level=block.level + levels) if isinstance(block, Heading) else block


Record = tuple[str | Fraction | int | None, ...]


class Rows(NamedTuple):
    """A result as a flat table for a spreadsheet or a script: exact values, one record a row."""

    header: tuple[str, ...]
    records: tuple[Record, ...]

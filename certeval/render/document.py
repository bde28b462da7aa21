"""A document: what a result says to people, before it is known on what it will be shown.

Layouts make documents of results; the terminal and Markdown renderers show any document. All
strings are plain text: no markup in them is ever interpreted. The blocks are named tuples, as is
much off the results: a record takes longer to define, and start-up is felt.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Generic, Literal, NamedTuple, TypeVar

T = TypeVar("T")


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


class RangeBar(NamedTuple):
    """From ``low`` to ``high`` around ``at``, shares of what all rows span; as a bar, it repeats
    numbers."""

    low: Fraction
    at: Fraction
    high: Fraction
    cells: int = 21


Drawing = Bar | RangeBar
Cell = str | Drawing


class Column(NamedTuple):
    """A column of a table, as renderers see it.

    ``priority`` orders the columns where there is no room for all: the lowest is left out first,
    and one with 0 is shown only where nothing has to give way for it. Text columns wrap, number
    columns never do.
    """

    title: str
    priority: int
    number: bool = False


class Table(NamedTuple):
    """Rows of cells, one per column, and a closing row.

    ``marked`` are the numbers of rows that differ from the usual; their cells say so, too.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    marked: frozenset[int] = frozenset()


class Col(NamedTuple, Generic[T]):
    """A column as a layout writes it: its title, and its cell of each item, in one place.

    ``total`` is its cell in the closing row; a column that is not ``shown`` is left out.
    """

    title: str
    cell: Callable[[T], Cell]
    priority: int
    number: bool = False
    total: Cell = ""
    shown: bool = True


def table_of(
    items: Iterable[T], columns: Iterable[Col[T]], marked: Callable[[T], bool] | None = None
) -> Table:
    """Return a table with a row for each of *items*.

    Args:
        items: What the rows are about.
        columns: One entry per column; those that are not ``shown`` are left out.
        marked: Whether the row of an item differs from the usual.

    """
    kept = [column for column in columns if column.shown]
    listed = list(items)
    total = tuple(column.total for column in kept)
    return Table(
        columns=tuple(Column(column.title, column.priority, column.number) for column in kept),
        rows=tuple(tuple(column.cell(item) for column in kept) for item in listed),
        total=total if any(total) else None,
        marked=frozenset(at for at, item in enumerate(listed) if marked and marked(item)),
    )


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


def demote_headings(blocks: Iterable[Block], levels: int = 1) -> Iterator[Block]:
    """Yield *blocks* as part of a larger document, their headings *levels* lower."""
    for block in blocks:
        yield block._replace(level=block.level + levels) if isinstance(block, Heading) else block

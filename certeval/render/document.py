"""A document: the content that people read, independent of the format.

Layouts turn results into documents; the terminal and Markdown renderers show any document. All
strings are plain text: markup in them is never interpreted. The blocks are named tuples, like many
parts of results: dataclasses take longer to define, which slows down the start.
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
    """A share, 0 to 1, to be drawn; it repeats a number in the same row."""

    share: Fraction
    cells: int = 10


class RangeBar(NamedTuple):
    """A range from ``low`` to ``high`` around ``at``, as shares of the range of all rows; it
    repeats numbers in the same row.
    """

    low: Fraction
    at: Fraction
    high: Fraction
    cells: int = 21


Drawing = Bar | RangeBar
Cell = str | Drawing


class Column(NamedTuple):
    """A column of a table, as renderers see it.

    If there is not enough room, the column with the lowest ``priority`` is left out first; one with
    0 is shown only if everything else fits. Text columns wrap, number columns never do.
    """

    title: str
    priority: int
    number: bool = False


class Table(NamedTuple):
    """Rows with one cell per column, and a closing row.

    ``marked`` has the numbers of exceptional rows, whose cells also say that they are.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    marked: frozenset[int] = frozenset()


class Col(NamedTuple, Generic[T]):
    """A column as a layout writes it: its title, and a function that makes its cell for an item.

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
    """Return a table with a row for each item.

    Args:
        items: the subjects of the rows.
        columns: the columns; those that are not ``shown`` are left out.
        marked: returns whether the row of an item is exceptional.

    Returns:
        The table, with a closing row if a column has a total.

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
    """A part of a tree: its text, a note beside it, and the parts below it."""

    text: str
    note: str = ""
    children: tuple["Node", ...] = ()


class Tree(NamedTuple):
    """Parts that contain other parts."""

    roots: tuple[Node, ...]


class FrontMatter(NamedTuple):
    """Metadata for a publishing system, which is not shown to people."""

    rows: tuple[tuple[str, str], ...]


Block = Heading | Paragraph | Items | Pairs | Table | Tree | FrontMatter
Document = tuple[Block, ...]


def demote_headings(blocks: Iterable[Block], levels: int = 1) -> Iterator[Block]:
    """Yield *blocks* as part of a larger document, their headings *levels* lower."""
    for block in blocks:
        yield block._replace(level=block.level + levels) if isinstance(block, Heading) else block

"""Decide which columns of a table fit, and how wide each of them is.

Rich shrinks all columns alike and cuts numbers in two. Here a number never wraps, text wraps
between words, and if that is not enough, the least important columns are left out.
"""

from typing import NamedTuple

from rich.cells import cell_len

from certeval.render.document import Column, Drawing, Table
from certeval.render.text import escape_controls

_BETWEEN = 3  # a column's two blanks and its line
_LONGEST_WORD = 30  # longer ones are broken before a column is left out
_FEWEST = 2


class Fitted(NamedTuple):
    """The width of each column that is shown, by its number, and the columns that are left out."""

    widths: dict[int, int]
    left_out: tuple[Column, ...]


class _Size(NamedTuple):
    """The smallest width of a column, and the width at which nothing in it wraps."""

    least: int
    natural: int


def fit(table: Table, width: int | None) -> Fitted:
    """Fit *table* into *width*; with None it is as wide as its contents and has no bars.

    A bar repeats a number, so its column (``priority=0``) is shown only if everything else fits,
    too.
    """
    sizes = [_size(table, at) for at in range(len(table.columns))]
    drawings = {at for at, column in enumerate(table.columns) if column.priority == 0}
    shown = [at for at in range(len(sizes)) if at not in drawings]
    natural = {at: sizes[at].natural for at in range(len(sizes))}
    if width is None:
        return Fitted({at: natural[at] for at in shown}, ())
    if drawings and _whole(natural) <= width:
        return Fitted(natural, ())
    while len(shown) > _FEWEST and _whole({at: sizes[at].least for at in shown}) > width:
        shown.remove(min(shown, key=lambda at: table.columns[at].priority))
    lost = [at for at in range(len(sizes)) if at not in shown and at not in drawings]
    left_out = tuple(table.columns[at] for at in lost if table.columns[at].title)
    return Fitted(_squeezed(table, {at: sizes[at] for at in shown}, width), left_out)


def width_of(text: str) -> int:
    """Return the width of *text*, which is safe to show, in terminal cells."""
    return len(text) if text.isascii() else cell_len(text)


def _whole(widths: dict[int, int]) -> int:
    return sum(widths.values()) + _BETWEEN * len(widths) + 1


def _squeezed(table: Table, sizes: dict[int, _Size], width: int) -> dict[int, int]:
    """Return widths that fit: first the titles of numbers wrap, then the widest texts, step by
    step.
    """
    widths = {at: size.natural for at, size in sizes.items()}
    for numbers in (True, False):
        can_give = [at for at in widths if table.columns[at].number is numbers]
        while _whole(widths) > width and can_give:
            widest = max(can_give, key=widths.__getitem__)
            if widths[widest] > sizes[widest].least:
                widths[widest] -= 1
            else:
                can_give.remove(widest)
    for numbers in (False, True):  # a sliver: words are broken, and numbers last of all
        can_give = [at for at in widths if table.columns[at].number is numbers]
        while _whole(widths) > width and any(widths[at] > 1 for at in can_give):
            widths[max(can_give, key=widths.__getitem__)] -= 1
    return widths


def _size(table: Table, at: int) -> _Size:
    column = table.columns[at]
    title = escape_controls(column.title)
    cells = [row[at] for row in (*table.rows, table.total or ()) if row]
    texts = [
        " " * cell.cells if isinstance(cell, Drawing) else escape_controls(cell) for cell in cells
    ]
    natural = max(map(width_of, [title, *texts]))
    words = [word for text in [title, *texts] for word in text.split()]
    if column.number:
        words = [*title.split(), *texts]
    if any(isinstance(cell, Drawing) for cell in cells):
        return _Size(natural, natural)
    longest = max(map(width_of, words), default=1)
    return _Size(longest if column.number else min(longest, _LONGEST_WORD), natural)

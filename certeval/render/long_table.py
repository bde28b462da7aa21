"""Draw the rows of a long table like Rich, but a hundred times as fast."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from certeval.render.column_widths import Fitted, width_of
from certeval.render.document import Drawing, Table
from certeval.render.text import escape_controls

Wrap = Callable[[str, int], list[str]]
"""Wraps a text into lines of at most that many cells."""


def is_plain(table: Table, fitted: Fitted) -> bool:
    """Return whether *table* has only plain, unmarked text, and no closing row."""
    drawings = (isinstance(row[at], Drawing) for row in table.rows for at in fitted.widths)
    return table.total is None and not table.marked and not any(drawings)


def rows(table: Table, fitted: Fitted, vertical: str, wrap: Wrap) -> Iterator[str]:
    """Yield the lines of a plain *table*, with *vertical* before, between and after the cells."""
    slots = [_Slot(at, width, table.columns[at].number) for at, width in fitted.widths.items()]
    for row in table.rows:
        columns = [_lines(escape_controls(str(row[slot.at])), slot, wrap) for slot in slots]
        for number in range(max(map(len, columns))):
            cells = [
                lines[number] if number < len(lines) else " " * slot.width
                for lines, slot in zip(columns, slots, strict=True)
            ]
            yield f"{vertical} {f' {vertical} '.join(cells)} {vertical}\n"


class _Slot(NamedTuple):
    """The place of a column: its number, its width, and whether its text is right-aligned."""

    at: int
    width: int
    right: bool


def _lines(text: str, slot: _Slot, wrap: Wrap) -> list[str]:
    """Return *text* as lines of exactly the slot's width."""
    lines = [text] if width_of(text) <= slot.width else wrap(text, slot.width)
    return [_padded(line.rstrip(), slot) for line in lines]


def _padded(line: str, slot: _Slot) -> str:
    blank = " " * (slot.width - width_of(line))
    return f"{blank}{line}" if slot.right else f"{line}{blank}"

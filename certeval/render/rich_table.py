"""Draw tables with Rich. The rows of long tables are drawn here instead, with the same look."""

from fractions import Fraction
from typing import NamedTuple

from rich import box
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text

from certeval.render.column_widths import Fitted, fit
from certeval.render.document import Bar, Cell, Drawing, Table
from certeval.render.formats import Display
from certeval.render.long_table import is_plain, rows
from certeval.render.text import escape_controls

_MANY = 200  # rows, each of which takes Rich a millisecond


def text_of(text: str, style: str = "") -> Text:
    """Return *text*, safe to show, which folds at any width."""
    return Text(escape_controls(text), style=style, overflow="fold")


def drawn_table(table: Table, look: Display) -> list[RenderableType]:
    """Return *table* in the available width, and a note about columns that do not fit."""
    fitted = fit(table, look.width)
    whole: RenderableType
    if len(table.rows) > _MANY and is_plain(table, fitted):
        beginning = _in_full(table._replace(rows=table.rows[:1]), fitted, look)
        whole = _Long(beginning, table._replace(rows=table.rows[1:]), fitted, _box(look))
    else:
        whole = _in_full(table, fitted, look)
    if not fitted.left_out:
        return [whole]
    names = ", ".join(escape_controls(column.title) for column in fitted.left_out)
    return [whole, text_of(f"Not shown at this width: {names}.", "dim")]


class _Long(NamedTuple):
    """A table of which Rich draws the beginning and the end; the rows between look the same."""

    beginning: RichTable
    rest: Table
    fitted: Fitted
    box: box.Box

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        *beginning, end = console.render_lines(self.beginning, options)

        def wrap(text: str, width: int) -> list[str]:
            return [line.plain for line in Text(text).wrap(console, width, overflow="fold")]

        for line in beginning:
            yield from (*line, Segment.line())
        for row in rows(self.rest, self.fitted, self.box.mid_vertical, wrap):
            yield Segment(row)
        yield from (*end, Segment.line())


def _box(look: Display) -> box.Box:
    return box.ASCII2 if look.ascii else box.ROUNDED


def _in_full(table: Table, fitted: Fitted, look: Display) -> RichTable:
    drawn = RichTable(
        box=_box(look),
        show_footer=table.total is not None,
        header_style="bold",
        footer_style="bold",
    )
    for at, width in fitted.widths.items():
        column = table.columns[at]
        drawn.add_column(
            Text(escape_controls(column.title)),
            _cell(table.total[at], look) if table.total else "",
            justify="right" if column.number else "left",
            width=width,
            overflow="fold",
        )
    for number, row in enumerate(table.rows):
        style = "yellow" if number in table.marked else ""
        drawn.add_row(*(_cell(row[at], look, style) for at in fitted.widths))
    return drawn


def _cell(value: Cell, look: Display, style: str = "") -> Text:
    if isinstance(value, str):
        return text_of(value, style)
    return Text(_bar(value, look), style="cyan")


def _bar(value: Drawing, look: Display) -> str:
    mark, blank, middle = ("#", ".", "|") if look.ascii else ("\u2588", "\u2591", "\u2502")
    if isinstance(value, Bar):
        filled = _nearest(value.share * value.cells)
        return mark * filled + blank * (value.cells - filled)
    start, end = _nearest(value.low * value.cells), _nearest(value.high * value.cells)
    drawn = blank * start + mark * (end - start) + blank * (value.cells - end)
    at = min(value.cells - 1, int(value.at * value.cells))
    return drawn[:at] + middle + drawn[at + 1 :]


def _nearest(cells: Fraction) -> int:
    return int(cells + Fraction(1, 2))

"""The table for people, drawn with Rich.

Rich is told everything and finds out nothing by itself: width, height, colour and box lines come
from the look, and every text is a ``Text``, so that no markup or emoji code is ever read.
"""

import io
from fractions import Fraction

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from certeval.render.document import (
    Bar,
    Block,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
)
from certeval.render.fit import fit
from certeval.render.formats import Look
from certeval.render.text import visible

_UNLIMITED = 100_000
_BAR_CELLS = 10


def render(document: Document, look: Look) -> str:
    """*document* as lines of text, no wider than the look; styled only where it allows."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=look.width or _UNLIMITED,
        height=1000,  # without one Rich may ask the terminal, and then takes its width, too
        color_system="standard" if look.color else None,
        force_terminal=look.color,
        no_color=not look.color,
        force_interactive=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    for number, block in enumerate(document):
        before = document[number - 1] if number else None
        if before and not (isinstance(before, Heading) and before.level > 1):
            console.print()  # what follows a lower heading stands close to it
        for part in _drawn(block, look):
            console.print(part)
    text = stream.getvalue()
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _drawn(block: Block, look: Look) -> list[RenderableType]:
    match block:
        case Heading(text, level):
            return [_text(text, "bold" if level < 4 else "italic")]  # noqa: PLR2004
        case Paragraph(text, tone):
            return [_text(text, {"strong": "bold", "note": "dim", "plain": ""}[tone])]
        case Items(texts):
            return [_hanging("- ", _text(text)) for text in texts]
        case Pairs(rows):
            return [
                _hanging("  ", Text.assemble((f"{visible(name)}: ", "bold"), visible(value)))
                for name, value in rows
            ]
        case Table():
            return _table(block, look)


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style, overflow="fold")


def _hanging(lead: str, text: Text) -> RenderableType:
    """*text* with *lead* before its first line, and its further lines indented as deep."""
    grid = RichTable.grid(padding=0)
    grid.add_column(no_wrap=True, width=len(lead))
    grid.add_column(overflow="fold")
    grid.add_row(Text(lead), text)
    return grid


def _table(table: Table, look: Look) -> list[RenderableType]:
    fitted = fit(table, look.width, _BAR_CELLS)
    drawn = RichTable(
        box=box.ASCII2 if look.ascii else box.ROUNDED,
        show_footer=table.total is not None,
        header_style="bold",
        footer_style="bold",
    )
    for at, width in fitted.widths.items():
        column = table.columns[at]
        drawn.add_column(
            Text(visible(column.title)),
            _cell(table.total[at], look) if table.total else "",
            justify="right" if column.number else "left",
            width=width,
            overflow="fold",
        )
    for number, row in enumerate(table.rows):
        style = "yellow" if number in table.marked else ""
        drawn.add_row(*(_cell(row[at], look, style) for at in fitted.widths))
    if not fitted.left_out:
        return [drawn]
    names = ", ".join(visible(column.title) for column in fitted.left_out)
    return [drawn, _text(f"Not shown at this width: {names}.", "dim")]


def _cell(value: str | Bar, look: Look, style: str = "") -> Text:
    if isinstance(value, Bar):
        filled = int(value.share * _BAR_CELLS + Fraction(1, 2))
        mark, blank = ("#", ".") if look.ascii else ("\u2588", "\u2591")
        return Text(mark * filled + blank * (_BAR_CELLS - filled), style="cyan")
    return _text(value, style)

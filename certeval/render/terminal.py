"""Draw a document for the terminal with Rich.

Rich detects nothing on its own: width, height, color and box lines come from the display, and every
text is a ``Text``, so that markup and emoji codes are never interpreted.
"""

import io
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from certeval.render.document import (
    Block,
    Document,
    FrontMatter,
    Heading,
    Items,
    Node,
    Pairs,
    Paragraph,
    Table,
    Tree,
)
from certeval.render.formats import Display
from certeval.render.rich_table import drawn_table, text_of
from certeval.render.text import escape_controls

_UNLIMITED = 100_000
_GUIDES = ("\u251c\u2500 ", "\u2514\u2500 ", "\u2502  ", "   ")
_ASCII_GUIDES = ("|- ", "`- ", "|  ", "   ")


def render(document: Document, look: Display) -> str:
    """Return *document* as lines of text, no wider than the display, styled if that is allowed."""
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
        if before and not _stands_close(block, before):
            console.print()
        for part in _drawn(block, look):
            if isinstance(part, Text) and _is_plain_line(part, look):
                stream.write(f"{part.plain}\n")  # what Rich would print, without its asking how
            else:
                console.print(part)
    text = stream.getvalue()
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _is_plain_line(text: Text, look: Display) -> bool:
    """Return whether *text* is shown unchanged: without style, and in one line."""
    return not look.color and (look.width is None or text.cell_len <= look.width)


def _stands_close(block: Block, before: Block) -> bool:
    """Return whether no blank line separates *block* from the block before it."""
    if isinstance(before, FrontMatter):
        return True
    if isinstance(before, Heading):
        return before.level > 1 and not isinstance(block, Heading)
    return isinstance(before, Paragraph) and before.text.endswith(":")


def _drawn(block: Block, look: Display) -> list[RenderableType]:  # noqa: PLR0911 - one a block
    match block:
        case FrontMatter():
            return []
        case Heading(text, level):
            return [text_of(text, "bold" if level < 4 else "italic")]  # noqa: PLR2004
        case Paragraph(text, tone):
            return [text_of(text, {"strong": "bold", "note": "dim", "plain": ""}[tone])]
        case Items(texts):
            return [_hanging("- ", text_of(text), look) for text in texts]
        case Pairs(rows):
            return [
                _hanging(
                    "  ",
                    Text.assemble((f"{escape_controls(name)}: ", "bold"), escape_controls(value)),
                    look,
                )
                for name, value in rows
            ]
        case Table():
            return drawn_table(block, look)
        case Tree(roots):
            return [part for root in roots for part in _tree(root, look, ("", ""))]


def _hanging(lead: str, text: Text, look: Display, further: str = "") -> RenderableType:
    """Return *text* with *lead* before its first line, *further* or blanks before the others."""
    whole = Text.assemble(lead, text, overflow="fold")
    if look.width is None or whole.cell_len <= look.width:
        return whole
    return _Hanging(lead, text, further.ljust(len(lead)))


class _Hanging(NamedTuple):
    """Text that wraps beside its lead."""

    lead: str
    text: Text
    further: str

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = max(1, options.max_width - len(self.lead))
        for number, line in enumerate(self.text.wrap(console, room, overflow="fold")):
            line.rstrip()
            yield Text.assemble(self.further if number else self.lead, line)


def _tree(node: Node, look: Display, leads: tuple[str, str]) -> list[RenderableType]:
    """Return *node* after the first of *leads*, and its children after lines that lead to them.

    Rich's own tree would decide on its own which lines the stream can show.
    """
    fork, end, past, blank = _ASCII_GUIDES if look.ascii else _GUIDES
    first, further = leads
    text = Text.assemble((escape_controls(node.text), "" if first else "bold"))
    if node.note:
        text.append(f"  {escape_controls(node.note)}", style="dim")
    wrapped = further or (past if node.children else "")  # a root's would look like another root
    parts = [_hanging(first, text, look, wrapped)]
    for child in node.children:
        last = child is node.children[-1]
        lead = (further + (end if last else fork), further + (blank if last else past))
        parts += _tree(child, look, lead)
    return parts

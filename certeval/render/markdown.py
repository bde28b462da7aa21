"""Write a document as Markdown for GitHub and most sites. All text is escaped."""

import json
import re
from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Document,
    Drawing,
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
from certeval.render.text import escape_controls

_INSIDE = re.compile(r"([\\`*_\[\]|~$])")
_AT_START = re.compile(r"^(?:([#+=-])|(\d+)([.)])(?=\s|$))")
_CLOSING = re.compile(r"#(?=#*$)")
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"})


def render(document: Document, look: Display) -> str:  # noqa: ARG001 - all renderers have one shape
    """Return *document* as Markdown, with a blank line between its blocks."""
    return "\n\n".join("\n".join(_lines(block)) for block in document) + "\n"


def escape(text: str) -> str:
    """Return *text* with everything escaped that Markdown, HTML or emoji codes would change."""
    safe = _INSIDE.sub(r"\\\1", escape_controls(text).translate(_ENTITIES))
    return _SHORTCODE.sub("&#58;", safe)


def _line(text: str) -> str:
    """Return *text* escaped as a line of its own: not a heading, a list or a rule."""
    return _AT_START.sub(
        lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}",
        escape(text).lstrip(),
    )


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            title = _CLOSING.sub(r"\\#", escape(block.text))
            yield f"{'#' * block.level} {title}"
        case Paragraph(text, "strong"):
            yield f"**{escape(text)}**"
        case Paragraph(text, "note"):
            yield f"*{escape(text)}*"
        case Paragraph(text):
            yield _line(text)
        case Items(texts):
            yield from (f"- {_line(text)}" for text in texts)
        case Pairs(rows):
            yield from (f"- **{escape(name)}:** {escape(value)}" for name, value in rows)
        case Table():
            yield from _table(block)
        case Tree(roots):
            yield from _branches(roots, "")
        case FrontMatter(rows):
            yield "---"
            yield from (f"{name}: {_quoted(value)}" for name, value in rows)
            yield "---"


def _quoted(text: str) -> str:
    """Return *text* as a YAML string, which a JSON string is, too; nothing in it has a meaning."""
    return "".join(
        character if character.isprintable() else f"\\U{ord(character):08x}"
        for character in json.dumps(text, ensure_ascii=False)
    )


def _branches(nodes: tuple[Node, ...], indent: str) -> Iterator[str]:
    for node in nodes:
        yield f"{indent}- {_line(node.text)}" + (f" ({escape(node.note)})" if node.note else "")
        yield from _branches(node.children, f"{indent}  ")


def _table(table: Table) -> Iterator[str]:
    drawn = {at for row in table.rows for at, cell in enumerate(row) if isinstance(cell, Drawing)}
    shown = [at for at in range(len(table.columns)) if at not in drawn]
    yield _row([escape(table.columns[at].title) for at in shown])
    yield _row(["---:" if table.columns[at].number else "---" for at in shown])
    for row in table.rows:
        yield _row([escape(str(row[at])) for at in shown])
    if table.total:
        cells = [escape(str(table.total[at])) for at in shown]
        yield _row([f"**{cell}**" if cell else "" for cell in cells])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"

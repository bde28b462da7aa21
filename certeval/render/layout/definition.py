"""Lay out any definition by the shape of its data, without knowing its kind or fields."""

from collections.abc import Iterator, Mapping
from typing import Any

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Items,
    Pairs,
    Paragraph,
    Table,
)
from certeval.results.definition import Shown

_TABLE_WIDTH = 76
_BESIDE_TEXT = 44  # what a table's other columns may take, so that its widest has room to wrap
_DEEPEST = 6


def document(shown: Shown) -> Document:
    """Return plain values as pairs, and lists of similar entries as tables if they are narrow
    enough.
    """
    content = dict(shown.definition)
    title = str(content.pop("title", shown.file))
    file = Paragraph(f"From {shown.file}", "note")
    old = [Paragraph(f"Out of date: facts from {what}.", "note") for what in shown.old]
    return (Heading(title), *_mapping(content, 2), *old, file)


def _mapping(content: Mapping[str, Any], level: int) -> Iterator[Block]:
    short = {name: text for name, value in content.items() if (text := _short(value)) is not None}
    if short:
        yield Pairs(tuple((_named(name), text) for name, text in short.items()))
    for name, value in content.items():
        if name not in short:
            yield Heading(_named(name), min(level, _DEEPEST))
            yield from _part(value, level + 1)


def _short(value: Any) -> str | None:
    """Return *value* as one line, for a plain value or a few with their names; otherwise None."""
    if _is_plain(value):
        return _inline(value)
    if not isinstance(value, dict) or not all(_is_plain(part) for part in value.values()):
        return None
    text = "; ".join(f"{_named(name).lower()} {_inline(part)}" for name, part in value.items())
    return text if len(text) <= _TABLE_WIDTH else None


def _part(value: Any, level: int) -> Iterator[Block]:
    if isinstance(value, dict):
        yield from _mapping(value, level)
    elif all(isinstance(entry, dict) for entry in value):
        yield from _entries(value, level)
    else:
        yield Items(tuple(_inline(entry) for entry in value))


def _entries(entries: list[dict[str, Any]], level: int) -> Iterator[Block]:
    names = list(dict.fromkeys(name for entry in entries for name in entry))
    cells = [tuple(_inline(entry.get(name, "")) for name in names) for entry in entries]
    titles = [_named(name) for name in names]
    widths = sorted(max(map(len, column)) for column in zip(titles, *cells, strict=True))
    flat = all(_is_plain(value) for entry in entries for value in entry.values())
    if flat and sum(widths[:-1]) + 3 * len(widths) <= _BESIDE_TEXT:
        columns = [Column(title, priority=9 - min(at, 8)) for at, title in enumerate(titles)]
        yield Table(tuple(columns), tuple(cells))
        return
    for number, entry in enumerate(entries, 1):
        rest = dict(entry)
        label = next((name for name in entry if isinstance(entry[name], str)), None)
        head = str(rest.pop(label)) if label else ""
        heading = head if head and len(head) <= _TABLE_WIDTH else f"Number {number}"
        if heading != head and label:
            rest = {label: head, **rest}
        yield Heading(heading, min(level, _DEEPEST))
        yield from _mapping(rest, level + 1)


def _is_plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(not isinstance(entry, dict | list) for entry in value)
    return not isinstance(value, dict)


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    if isinstance(value, list):
        return ", ".join(_inline(entry) for entry in value)
    return str(value)


def _named(field: str) -> str:
    words = field.replace("_", " ").replace("usd", "USD")
    return words[:1].upper() + words[1:]

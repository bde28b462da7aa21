"""Write a result as JSON, field by field, with one encoder for all kinds of result.

A field that holds a ``Figure`` becomes two, the exact number and its display. Sentences are made in
layouts: the ``WORDS`` of a layout are added as fields, or replace the field of that name.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, get_args

from certeval.render.kinds import layout_of
from certeval.results.base import Result
from certeval.results.figures import Figure

Words = Mapping[type, Mapping[str, Callable[[Any], Any]]]
"""By type: the JSON fields that a layout words, and the functions that word them."""

_UNITS = ("_percent", "_usd")  # of a number; its display names the unit itself


def render(result: Result) -> str:
    """Return *result* as JSON, indented, in the order of its fields. Numbers are JSON numbers."""
    return json.dumps(to_dict(result), indent=2, ensure_ascii=False) + "\n"


def to_dict(result: Result) -> dict[str, Any]:
    """Return *result* as plain data: dict, list, str, float, int, bool, None.

    Exact numbers become the nearest double.
    """
    return _object(result, {})


def words_of(kind: str) -> Words:
    """Return the JSON fields that the layout of *kind* adds; most layouts add none."""
    words: Words = getattr(layout_of(kind), "WORDS", {})
    return words


def encoded_fields(cls: type) -> tuple[tuple[Field[Any], str, str | None], ...]:
    """Return the fields of *cls* in the order of the JSON, with its names for them.

    Each comes with the name of its value, and of its display if it holds a ``Figure``.
    """
    kept = [field for field in fields(cls) if field.metadata.get("json") is not False]
    kept.sort(key=lambda field: bool(field.metadata.get("last")))
    return tuple((field, *_names(field)) for field in kept)


_fields_of: Callable[[type], tuple[tuple[Field[Any], str, str | None], ...]] = cache(encoded_fields)


def _names(field: Field[Any]) -> tuple[str, str | None]:
    name = field.metadata.get("json", field.name)
    if not any(_is_figure(part) for part in (field.type, *get_args(field.type))):
        return name, None
    stem = next((name.removesuffix(unit) for unit in _UNITS if name.endswith(unit)), name)
    return name, field.metadata.get("display", f"{stem}_display")


def _is_figure(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Figure)


def _object(item: Any, words: Words) -> dict[str, Any]:
    if isinstance(item, Result):
        words = {**words, **words_of(item.kind)}
    encoded: dict[str, Any] = {}
    worded = dict(words.get(type(item), {}))
    for field, name, display in _fields_of(type(item)):
        if field.metadata.get("last"):
            encoded |= {word: _value(make(item), words) for word, make in worded.items()}
            worded.clear()
        value = getattr(item, field.name)
        if display is None:
            encoded[name] = _value(value, words)
            continue
        encoded[name] = None if value is None else _value(value.value, words)
        encoded[display] = None if value is None else value.display
    return encoded | {word: _value(make(item), words) for word, make in worded.items()}


def _value(value: Any, words: Words) -> Any:
    match value:
        case Fraction() | Decimal():
            return float(value)
        case tuple() | list():
            return [_value(item, words) for item in value]
        case Mapping():
            return {name: _value(item, words) for name, item in value.items()}
        case _ if is_dataclass(value):
            return _object(value, words)
        case _:
            return value

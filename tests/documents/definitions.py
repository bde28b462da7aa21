"""Writes ``definitions.md``: every field of every definition, from the JSON Schemas."""

import json
from collections.abc import Iterator
from typing import Any

from certeval.library.definitions import KINDS
from certeval.render.schema import schema_text
from tests.documents.markdown import cell, table

Schema = dict[str, Any]
OF_A_FACT = {"source", "as_of"}
HEAD = """# Definitions

Every field of every definition. This page is generated from the JSON Schemas in `rubrics/schema/`,
which editors with a YAML language server use for completion and checking; `certeval schema KIND`
prints them. Do not edit it: change the descriptions in `certeval/model/` and run
`python -m tests docs`.

A **bold** field is required. An "id" has lowercase letters, digits and single hyphens; a "date" is
a year, a month or a day (2026, 2026-11 or 2026-11-22). A part that is called a *fact* also has:

- **`source`**: the id of the source that states it, one of the file's `sources`;
- `as_of`: the date of the fact, if it is not the source's date.
"""


def page() -> str:
    """Return the page."""
    schemas = {kind: json.loads(schema_text(kind)) for kind in KINDS}
    homes: dict[str, set[str]] = {}
    for kind, schema in schemas.items():
        for name in schema["definitions"]:
            homes.setdefault(name, set()).add(kind)
    shared = {name for name, kinds in homes.items() if len(kinds) > 1}
    parts = [HEAD]
    for kind, schema in schemas.items():
        parts.append(
            f"## {kind}\n\n{cell(schema['description'])}\n\n{_fields(schema, kind, shared)}"
        )
        own = [name for name in _in_order(schema, schema, []) if name not in shared]
        parts += [_part(schema, name, kind, shared) for name in own]
    parts.append("## Shared parts\n")
    for name in sorted(shared):
        schema = next(found for found in schemas.values() if name in found["definitions"])
        parts.append(_part(schema, name, None, shared))
    return "\n".join(parts)


def _part(schema: Schema, name: str, kind: str | None, shared: set[str]) -> str:
    part = schema["definitions"][name]
    title = f"{kind}: {name}" if kind else name
    fact = " (A *fact*.)" if part["properties"].keys() >= OF_A_FACT else ""
    return f"### {title}\n\n{cell(part['description'])}{fact}\n\n{_fields(part, kind, shared)}"


def _fields(part: Schema, kind: str | None, shared: set[str]) -> str:
    required, fields = part.get("required", ()), dict(part["properties"])
    if fields.keys() >= OF_A_FACT:
        fields = {name: field for name, field in fields.items() if name not in OF_A_FACT}
    rows = []
    for name, field in fields.items():
        shown = f"**`{name}`**" if name in required else f"`{name}`"
        rows.append((shown, _type(field, kind, shared), cell(field["description"])))
    return table(("Field", "Value", "Meaning"), rows)


def _in_order(schema: Schema, part: Any, seen: list[str]) -> list[str]:
    """Return the names of the definitions that *part* refers to, in the order they are met."""
    if isinstance(part, dict):
        for key, value in part.items():
            if key == "$ref":
                name = value.rsplit("/", 1)[1]
                if name not in seen:
                    seen.append(name)
                    _in_order(schema, schema["definitions"][name], seen)
            elif key != "definitions":
                _in_order(schema, value, seen)
    elif isinstance(part, list):
        for value in part:
            _in_order(schema, value, seen)
    return seen


def _type(field: Schema, kind: str | None, shared: set[str]) -> str:
    """Return what the value of *field* may be, in words."""
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        anchor = name.lower() if name in shared or kind is None else f"{kind}-{name.lower()}"
        return f"[{name}](#{anchor})"
    if "anyOf" in field or "allOf" in field:
        inner = [one for one in field.get("anyOf", field.get("allOf")) if one != {"type": "null"}]
        return " or ".join(dict.fromkeys(_type(one, kind, shared) for one in inner))
    if "const" in field or "enum" in field:
        values = field.get("enum", [field.get("const")])
        return "yes or no" if True in values else ", ".join(f"`{value}`" for value in values)
    if field.get("type") == "array":
        least = "at least one " if field.get("minItems") else ""
        return f"list: {least}{_type(field['items'], kind, shared)}"
    return _scalar(field)


def _scalar(field: Schema) -> str:
    kind, pattern = field.get("type"), field.get("pattern", "")
    if kind in ("number", "integer"):
        return ("whole number" if kind == "integer" else "number") + "".join(_limits(field))
    if pattern.startswith("^[a-z0-9]"):
        return "id"
    if pattern.startswith("^http"):
        return "URL"
    return "date" if r"\d{4}" in pattern else "text"


def _limits(field: Schema) -> Iterator[str]:
    if "exclusiveMinimum" in field:
        yield f" above {field['exclusiveMinimum']:g}"
    if "minimum" in field:
        yield f" from {field['minimum']:g}"
    if "maximum" in field:
        yield f" to {field['maximum']:g}"

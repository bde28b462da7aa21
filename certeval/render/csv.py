"""CSV after RFC 4180: one record per entry of the result's lists, columns by field names.

The columns follow from the JSON, so that a result has no CSV of its own to keep up. Text that a
spreadsheet would take for a formula is marked as text.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from certeval.render.json import to_dict
from certeval.render.text import escape_controls
from certeval.results.base import Result

# https://owasp.org/www-community/attacks/CSV_Injection
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NOT_DATA = frozenset({"schema_version", "kind", "display"})
_ABOUT = ("certificate", "audience", "rubric")
"""What the whole result is about, by id: repeated in each of its records."""


def render(result: Result) -> str:
    """Return *result* as CSV: a header, then one record per line, which ends in a newline alone."""
    records = list(_records(result.kind, to_dict(result), {}))
    columns = dict.fromkeys(name for record in records for name in record)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(record.get(name)) for name in columns] for record in records)
    return stream.getvalue()


def _records(name: str, data: Mapping[str, Any], of: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a record for *data* itself, then those of its lists, which carry its first column."""
    own, lists = _split(data)
    if own:
        yield {"record": name, **of, **own}
    key = {column: own[column] for column in _ABOUT if column in own}
    if own and not key:
        first = next(iter(own))
        key = {first: own[first]}
    for field, entries in lists:
        for number, entry in enumerate(entries, 1):
            yield from _records(field, entry, {**of, **key, "number": number})


def _split(data: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, list[Any]]]]:
    """Split *data* into its plain values, parts of parts included, and its lists of entries."""
    own: dict[str, Any] = {}
    lists: list[tuple[str, list[Any]]] = []
    for field, value in data.items():
        if field in _NOT_DATA or field.endswith("_display"):
            continue
        if isinstance(value, Mapping) and field in _ABOUT:
            own[field] = value["id"]
        elif isinstance(value, Mapping):
            inner, deeper = _split(value)
            own |= {f"{field}_{name}": part for name, part in inner.items()}
            lists += [(f"{field}_{name}", entries) for name, entries in deeper]
        elif isinstance(value, list) and any(isinstance(entry, Mapping) for entry in value):
            lists.append((field, value))
        elif value != []:
            own[field] = value
    return own, lists


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return repr(value).removesuffix(".0")
        case str():
            text = escape_controls(value)
            return f"'{text}" if value.lstrip(" ").startswith(_STARTS_A_FORMULA) else text
        case list():
            return _cell("; ".join(_cell(item) for item in value))
        case _:
            return str(value)

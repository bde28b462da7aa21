"""Results with the fields of their JSON, and exact numbers in place of the nearest doubles."""

from dataclasses import is_dataclass
from types import SimpleNamespace

from certeval.render.json import encoded_fields, words_of


def exact_json(result):
    """The fields of *result* in JSON as attributes: names, words and exact numbers."""
    return _exact(result, words_of(result.kind))


def _exact(part, words):
    if isinstance(part, tuple):
        return tuple(_exact(each, words) for each in part)
    if not is_dataclass(part):
        return part
    found = {}
    for field, name, display in encoded_fields(type(part)):
        value = getattr(part, field.name)
        if display is None:
            found[name] = _exact(value, words)
        else:
            found[name] = value.value if value else None
            found[display] = value.display if value else None
    found |= {name: make(part) for name, make in words.get(type(part), {}).items()}
    return SimpleNamespace(**found)

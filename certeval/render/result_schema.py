"""The JSON Schema of a result, from the types of its fields."""

from dataclasses import is_dataclass
from decimal import Decimal
from fractions import Fraction
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from certeval.render.json import Words, encoded_fields, words_of
from certeval.render.kinds import result_type
from certeval.results.base import Result
from certeval.results.figures import Quantity

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Fraction: {"type": "number"},
    Decimal: {"type": "number"},
    NoneType: {"type": "null"},
    Any: {},
}


def result_schema(kind: str) -> dict[str, Any]:
    """Return the schema of the results of *kind*, with the parts that it refers to."""
    builder = _Builder()
    schema = builder.properties_of(result_type(kind), {})
    return {**schema, "definitions": dict(sorted(builder.definitions.items()))}


class _Builder:
    """Builds schemas, and collects those of parts by name."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}
        self.names: dict[type, str] = {}

    def properties_of(self, cls: type, words: Words) -> dict[str, Any]:
        """Return the schema of the dataclass *cls*; *words* are those of the result around it."""
        if issubclass(cls, Result):
            words = {**words, **words_of(str(vars(cls)["kind"]))}
        hints = get_type_hints(cls)
        worded = words.get(cls, {})
        properties: dict[str, Any] = {}
        for field, name, display in encoded_fields(cls):
            if name in worded:
                properties[name] = {}  # its place among the others
            elif display is None:
                properties[name] = self._schema(hints[field.name], words)
            elif hints[field.name] is Quantity:
                properties[name] = {"type": "number"}
                properties[display] = {"type": "string"}
            else:
                properties[name] = {"type": ["number", "null"]}
                properties[display] = {"type": ["string", "null"]}
        for name, make in worded.items():
            properties[name] = self._schema(get_type_hints(make)["return"], words)
        return {
            "description": " ".join((cls.__doc__ or "").split()),
            "type": "object",
            "properties": properties,
            "required": list(properties),
        }

    def _schema(self, hint: Any, words: Words) -> dict[str, Any]:
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if is_dataclass(hint):
            return {"$ref": f"#/definitions/{self._name(hint, words)}"}  # type: ignore[arg-type]
        if get_origin(hint) is Literal:
            return {"enum": list(get_args(hint))}
        return self._composed(get_origin(hint), get_args(hint), words)

    def _composed(self, origin: Any, arguments: tuple[Any, ...], words: Words) -> dict[str, Any]:
        parts = [self._schema(part, words) for part in arguments if part is not Ellipsis]
        if origin in (Union, UnionType):
            return {"anyOf": parts}
        if origin is tuple and Ellipsis in arguments:
            return {"type": "array", "items": parts[0]}
        if origin is tuple:
            return {"type": "array", "items": parts, "minItems": len(parts), "maxItems": len(parts)}
        return {"type": "object", "additionalProperties": parts[1]}  # a mapping from text

    def _name(self, cls: type, words: Words) -> str:
        """Return the name of *cls* among the definitions; with its module if two are called so."""
        if cls not in self.names:
            taken = cls.__name__ in self.definitions
            prefix = cls.__module__.rpartition(".")[2].title() if taken else ""
            name = self.names[cls] = f"{prefix}{cls.__name__}"
            self.definitions[name] = {}  # reserved: a part may contain others of its kind
            self.definitions[name] = self.properties_of(cls, words)
        return self.names[cls]

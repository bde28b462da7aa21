"""A definition as the text of its file, which reads back as the same definition."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml

from certeval.model.base import Definition, Frozen, Sourced
from certeval.model.scalars import EXACT, PartialDate

_WIDTH = 90


class _Plain(str):
    """A number or a date: never in quotes."""

    __slots__ = ()


def to_yaml(definition: Definition) -> str:
    """*definition* as YAML: its fields in the order of the model, less those left at their default.

    Numbers are exact and have no needless zeros. What is no printable character is escaped.
    """
    text = yaml.dump(
        plain_data(definition),
        Dumper=_Dumper,
        sort_keys=False,
        default_flow_style=False,
        allow_unicode=True,
        width=_WIDTH,
    )
    return "".join(_escaped(text))


def plain_data(definition: Definition) -> Any:
    """Return *definition* as reading its file would give it: mappings, lists and text."""
    return _plain(definition)


def _plain(value: object) -> Any:
    match value:
        case Frozen():
            return dict(_fields(value))
        case PartialDate():
            return _Plain(value)
        case tuple():
            return [_plain(item) for item in value]
        case Decimal():
            return _Plain(f"{EXACT.plus(value).normalize(EXACT):f}")
        case _:
            return value


def _fields(part: Frozen) -> Iterator[tuple[str, Any]]:
    fields = type(part).model_fields
    for name in sorted(fields, key=Sourced.model_fields.__contains__):  # what is said, then by whom
        value, field = getattr(part, name), fields[name]
        if value != field.get_default(call_default_factory=True, validated_data={}):
            yield field.alias or name, _plain(value)


def _escaped(text: str) -> Iterator[str]:
    """*text* with escapes for what is not printable, which stands in double quotes alone."""
    for character in text:
        shown = character.isprintable() or character == "\n"
        yield character if shown else f"\\U{ord(character):08x}"


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001 - PyYAML's signature
        """Lists are indented under their keys."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as above
        """No definition has aliases: what stands twice is written twice."""
        return True

    def plain(self, data: _Plain) -> yaml.ScalarNode:
        """Tagged as what a reader takes it for, so that it needs no quotes."""
        tag: str = self.resolve(yaml.ScalarNode, data, (True, False))  # type: ignore[no-untyped-call]
        return self.represent_scalar(tag, str(data))

    def text(self, data: str) -> yaml.ScalarNode:
        """In double quotes where it needs escapes."""
        style = None if data.isprintable() else '"'
        return self.represent_scalar("tag:yaml.org,2002:str", data, style)


_Dumper.add_representer(_Plain, _Dumper.plain)
_Dumper.add_representer(str, _Dumper.text)

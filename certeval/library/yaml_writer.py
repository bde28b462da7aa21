"""Write a definition as the text of its file, which reads back as the same definition."""

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
    """Return a definition as YAML.

    Numbers are exact and have no unnecessary zeros. Unprintable characters are escaped.

    Args:
        definition: the definition.

    Returns:
        The fields in the order of the model, without those that have their default value.

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
    """Return a definition as plain data.

    Args:
        definition: the definition.

    Returns:
        Mappings, lists and text, as if its file had been read.

    """
    return _plain(definition)


def _plain(value: object) -> Any:
    match value:
        case Frozen():
            return dict(_fields(value))
        case PartialDate():
            return _Plain(value)
        case tuple() if value and isinstance(value[0], tuple):  # pairs, written as a mapping
            return {_plain(name): _plain(item) for name, item in value}
        case tuple():
            return [_plain(item) for item in value]
        case Decimal():
            return _Plain(f"{EXACT.plus(value).normalize(EXACT):f}")
        case _:
            return value


def _fields(part: Frozen) -> Iterator[tuple[str, Any]]:
    fields = type(part).model_fields
    for name in sorted(fields, key=Sourced.model_fields.__contains__):  # a fact before its source
        value, field = getattr(part, name), fields[name]
        if value != field.get_default(call_default_factory=True, validated_data={}):
            yield field.alias or name, _plain(value)


def _escaped(text: str) -> Iterator[str]:
    """Yield *text* with escapes for unprintable characters, which only occur in double quotes."""
    for character in text:
        shown = character.isprintable() or character == "\n"
        yield character if shown else f"\\U{ord(character):08x}"


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001 - PyYAML's signature
        """Indent lists under their keys.

        Args:
            flow: whether the list or mapping is in brackets.
            indentless: ignored.

        """
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as above
        """Write repeated values in full, because definitions have no aliases.

        Args:
            data: any value.

        Returns:
            True.

        """
        return True


def _plain_node(dumper: _Dumper, data: _Plain) -> yaml.ScalarNode:
    """Tag *data* with the type that a reader takes it for, so that it needs no quotes."""
    tag: str = dumper.resolve(yaml.ScalarNode, data, (True, False))  # type: ignore[no-untyped-call]
    return dumper.represent_scalar(tag, str(data))


def _text_node(dumper: _Dumper, data: str) -> yaml.ScalarNode:
    """Put *data* in double quotes if it needs escapes."""
    style = None if data.isprintable() else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style)


_Dumper.add_representer(_Plain, _plain_node)
_Dumper.add_representer(str, _text_node)

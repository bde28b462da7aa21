"""YAML text -> plain data, and where each piece of it stands.

The parser's events are walked once, with a stack of our own: anchors, tags and deep nesting end
the walk at the place where they stand, before anything is built from them. Plain values stay the
text that was written; what they mean is for the field to say (``model.scalars``).
"""

from collections.abc import Callable
from typing import Any

import yaml

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.positions import Mark, Positions, mark_of
from certeval.library.text import FileText
from certeval.library.yaml_errors import MAX_DEPTH, TOO_DEEP, diagnose
from certeval.model.problems import FieldPath
from certeval.model.scalars import Quoted

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Parsed:
    """Plain data (dict, list, str, None) and the problems met on the way.

    ``data`` is None where the text could not be understood; ``problems`` then says why.
    """

    __slots__ = ("data", "positions", "problems")

    def __init__(self, positions: Positions) -> None:
        """Nothing is read yet."""
        self.positions = positions
        self.data: Any = None
        self.problems: list[Diagnostic] = []


class _Level:
    """A list or mapping that is being filled. ``key`` waits for its value."""

    __slots__ = ("at", "content", "key")

    def __init__(self, at: FieldPath, content: dict[str, Any] | list[Any]) -> None:
        self.at = at
        self.content = content
        self.key: str | None = None


class _Stop(Exception):  # noqa: N818 - it ends the walk, and is caught where the walk began
    def __init__(self, mark: Mark, message: str, hint: str, rule: Rule = "structure") -> None:
        super().__init__(message)
        self.finding = (mark, message, rule, hint)


def parse(text: FileText) -> Parsed:
    """Read *text* as one YAML document. Problems are collected, never raised."""
    parsed = Parsed(Positions(text))
    walk = _Walk(parsed)
    try:
        for event in yaml.parse(text.text, Loader=_LOADER):
            _STEPS[type(event)](walk, event)
    except _Stop as stop:
        parsed.problems.append(parsed.positions.at_mark(*stop.finding))
        parsed.data = None
    except yaml.YAMLError as error:
        parsed.problems.append(diagnose(parsed.positions, error))
        parsed.data = None
    return parsed


class _Walk:
    """Turns events into data; one method a kind of event."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.positions = parsed.positions
        self.stack: list[_Level] = []
        self.documents = 0

    def nothing(self, event: Any) -> None:
        """The stream and the document begin and end without a word."""

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "keep one definition in each file"
            raise _Stop(mark_of(event), "a second document in one file", hint)

    def alias(self, event: Any) -> None:
        message = f"the alias '*{event.anchor}' is not supported"
        raise _Stop(mark_of(event), message, "write the value out")

    def mapping(self, event: Any) -> None:
        self._open(event, {})

    def sequence(self, event: Any) -> None:
        self._open(event, [])

    def close(self, event: Any) -> None:  # noqa: ARG002 - all steps have one shape
        self.stack.pop()

    def _open(self, event: Any, content: dict[str, Any] | list[Any]) -> None:
        self._refuse_extras(event)
        if len(self.stack) >= MAX_DEPTH:
            message, rule, hint = TOO_DEEP
            raise _Stop(mark_of(event), message, hint, rule)
        at = self._add(content, event, "a list" if isinstance(content, list) else "a mapping")
        self.stack.append(_Level(at, content))

    def scalar(self, event: Any) -> None:
        self._refuse_extras(event)
        level = self.stack[-1] if self.stack else None
        if level is not None and isinstance(level.content, dict) and level.key is None:
            self._key(level, event)
            return
        value: str | None
        if event.style:
            value = Quoted(event.value)
        else:
            value = None if event.value in _NULLS else event.value
        self._add(value, event, "text")

    def _key(self, level: _Level, event: Any) -> None:
        key = level.key = event.value
        at = (*level.at, key)
        if key not in level.content:
            self.positions.keys[at] = event
            return
        first = mark_of(self.positions.keys[at]).line + 1
        self.parsed.problems.append(
            self.positions.at_mark(
                mark_of(event),
                f"duplicate key '{key}'",
                "duplicate-key",
                f"the first one is in line {first}; remove one of them",
            )
        )

    def _add(self, value: object, event: Any, what: str) -> FieldPath:
        """Put *value* where it belongs and note its place. A repeated key keeps its first value."""
        if not self.stack:
            self.parsed.data = value
            self.positions.values[()] = event
            return ()
        level = self.stack[-1]
        if isinstance(level.content, list):
            at: FieldPath = (*level.at, len(level.content))
            level.content.append(value)
        elif level.key is None:
            raise _Stop(mark_of(event), f"{what} as a key", "a key is plain text")
        else:
            at = (*level.at, level.key)
            level.content.setdefault(level.key, value)
            level.key = None
        self.positions.values.setdefault(at, event)
        return at

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"the anchor '&{event.anchor}' is not supported"
            raise _Stop(mark_of(event), message, "write the value out where it is needed")
        if event.tag is not None:
            message = f"the tag '{_short(event.tag)}' is not supported"
            raise _Stop(mark_of(event), message, "remove it: the field says what the value means")


_STEPS: dict[type, Callable[[_Walk, Any], None]] = {
    yaml.StreamStartEvent: _Walk.nothing,
    yaml.StreamEndEvent: _Walk.nothing,
    yaml.DocumentStartEvent: _Walk.document,
    yaml.DocumentEndEvent: _Walk.nothing,
    yaml.AliasEvent: _Walk.alias,
    yaml.ScalarEvent: _Walk.scalar,
    yaml.MappingStartEvent: _Walk.mapping,
    yaml.MappingEndEvent: _Walk.close,
    yaml.SequenceStartEvent: _Walk.sequence,
    yaml.SequenceEndEvent: _Walk.close,
}


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")

"""Turn YAML text into plain data, and keep the position of each piece.

The parser's events are processed once, with a stack of our own, so that an anchor, a tag or deep
nesting ends the walk where it occurs, before anything is built from it. Plain values remain the
text that was written; the type of the field decides what they mean (``model.scalars``).
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
    """Plain data (dict, list, str, None), and the problems found on the way.

    ``data`` is None if the text is not valid; ``problems`` then has the reason.
    """

    __slots__ = ("data", "positions", "problems")

    def __init__(self, positions: Positions) -> None:
        """Start without data."""
        self.positions = positions
        self.data: Any = None
        self.problems: list[Diagnostic] = []


class _Level:
    """A list or mapping that is being filled, and the ``key`` whose value comes next."""

    __slots__ = ("at", "content", "key")

    def __init__(self, at: FieldPath, content: dict[str, Any] | list[Any]) -> None:
        self.at = at
        self.content = content
        self.key: str | None = None


class _Stop(Exception):  # noqa: N818 - it ends the walk, and parse catches it
    def __init__(self, mark: Mark, message: str, hint: str, rule: Rule = "structure") -> None:
        super().__init__(message)
        self.finding = (mark, message, rule, hint)


def parse(text: FileText) -> Parsed:
    """Parse one YAML document. Problems are collected, never raised.

    Args:
        text: the text of a file.

    Returns:
        The data with its positions, and the problems.

    """
    parsed = Parsed(Positions(text))
    steps = _Walk(parsed).steps
    try:
        for event in yaml.parse(text.text, Loader=_LOADER):
            if step := steps.get(type(event)):
                step(event)
    except _Stop as stop:
        parsed.problems.append(parsed.positions.at_mark(*stop.finding))
        parsed.data = None
    except yaml.YAMLError as error:
        parsed.problems.append(diagnose(parsed.positions, error))
        parsed.data = None
    return parsed


class _Walk:
    """Turns events into data, with one method for each kind of event."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.positions = parsed.positions
        self.stack: list[_Level] = []
        self.documents = 0
        self.steps: dict[type, Callable[[Any], None]] = {
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceStartEvent: self._sequence,
            yaml.SequenceEndEvent: self._close,
        }

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            hint = "keep one definition in each file"
            raise _Stop(mark_of(event), "a second document in one file", hint)

    def _alias(self, event: Any) -> None:
        message = f"the alias '*{event.anchor}' is not supported"
        raise _Stop(mark_of(event), message, "write out the value")

    def _mapping(self, event: Any) -> None:
        self._open(event, {})

    def _sequence(self, event: Any) -> None:
        self._open(event, [])

    def _close(self, event: Any) -> None:  # noqa: ARG002 - all steps have one shape
        self.stack.pop()

    def _open(self, event: Any, content: dict[str, Any] | list[Any]) -> None:
        self._refuse_extras(event)
        if len(self.stack) >= MAX_DEPTH:
            message, rule, hint = TOO_DEEP
            raise _Stop(mark_of(event), message, hint, rule)
        at = self._add(content, event, "a list" if isinstance(content, list) else "a mapping")
        self.stack.append(_Level(at, content))

    def _scalar(self, event: Any) -> None:
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
        """Add *value* at the current place, and keep its position. A repeated key keeps its first
        value.
        """
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
            raise _Stop(mark_of(event), message, "write out the value each time")
        if event.tag is not None:
            message = f"the tag '{_short(event.tag)}' is not supported"
            raise _Stop(mark_of(event), message, "remove it: the field says what the value means")


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")

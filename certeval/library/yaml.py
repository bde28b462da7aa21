"""YAML text -> plain data, and where each piece of it stands.

The parser's events are walked once, with a stack of our own: anchors, tags and deep nesting end
the walk at the place where they stand, before anything is built from them. Plain values stay the
text that was written; what they mean is for the field to say (``model.scalars``).
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from certeval.library.diagnostics import Diagnostic, Rule
from certeval.library.source import SourceText
from certeval.model.base import Place
from certeval.model.scalars import Quoted

MAX_DEPTH = 40
"""How deep lists and mappings may be nested; the built-in definitions need 7."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Mark(NamedTuple):
    """A stretch of a line; line and column count from 0."""

    line: int
    column: int
    width: int


class Positions:
    """Where values and keys stand, by their route into the data."""

    __slots__ = ("keys", "text", "values")

    def __init__(self, text: SourceText) -> None:
        """Nothing is placed in *text* yet."""
        self.text = text
        # The parser's events, whose marks are looked at only where there is something to tell.
        self.values: dict[Place, yaml.Event] = {}
        self.keys: dict[Place, yaml.Event] = {}

    def diagnostic(
        self, at: Place, message: str, rule: Rule, hint: str | None = None, *, key: bool = False
    ) -> Diagnostic:
        """A diagnostic for the value at *at*, or for its key.

        A list or mapping of several lines is told of at its key: it begins where its first entry
        does, and that entry is not what is meant.
        """
        event = self.values.get(at)
        if at in self.keys and (key or _spans_lines(event)):
            event = self.keys[at]
        return self._at(_mark(event) if event else Mark(0, 0, 1), message, rule, hint)

    def _at(self, mark: Mark, message: str, rule: Rule, hint: str | None) -> Diagnostic:
        lines = self.text.text.splitlines()
        line = lines[mark.line] if mark.line < len(lines) else ""
        return Diagnostic(
            path=self.text.path,
            message=message,
            rule=rule,
            hint=hint,
            line=mark.line + 1,
            column=mark.column + 1,
            width=max(1, min(mark.width, len(line) - mark.column)),
            source_line=line,
        )


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


def _spans_lines(event: Any) -> bool:
    return isinstance(event, yaml.CollectionStartEvent) and not event.flow_style


class _Level:
    """A list or mapping that is being filled. ``key`` waits for its value."""

    __slots__ = ("at", "content", "key")

    def __init__(self, at: Place, content: dict[str, Any] | list[Any]) -> None:
        self.at = at
        self.content = content
        self.key: str | None = None


class _Stop(Exception):  # noqa: N818 - it ends the walk, and is caught where the walk began
    def __init__(self, mark: Mark, message: str, hint: str, rule: Rule = "structure") -> None:
        super().__init__(message)
        self.finding = (mark, message, rule, hint)


def parse(text: SourceText) -> Parsed:
    """Read *text* as one YAML document. Problems are collected, never raised."""
    parsed = Parsed(Positions(text))
    walk = _Walk(parsed)
    try:
        for event in yaml.parse(text.text, Loader=_LOADER):
            _STEPS[type(event)](walk, event)
    except _Stop as stop:
        parsed.problems.append(parsed.positions._at(*stop.finding))  # noqa: SLF001 - same module
        parsed.data = None
    except yaml.YAMLError as error:
        parsed.problems.append(_syntax(parsed.positions, error))
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
            raise _Stop(_mark(event), "a second document in one file", hint)

    def alias(self, event: Any) -> None:
        message = f"the alias '*{event.anchor}' is not supported"
        raise _Stop(_mark(event), message, "write the value out")

    def mapping(self, event: Any) -> None:
        self._open(event, {})

    def sequence(self, event: Any) -> None:
        self._open(event, [])

    def close(self, event: Any) -> None:  # noqa: ARG002 - all steps have one shape
        self.stack.pop()

    def _open(self, event: Any, content: dict[str, Any] | list[Any]) -> None:
        self._refuse_extras(event)
        if len(self.stack) >= MAX_DEPTH:
            message = f"nested more than {MAX_DEPTH} deep"
            raise _Stop(_mark(event), message, "no definition needs that")
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
        first = _mark(self.positions.keys[at]).line + 1
        self.parsed.problems.append(
            self.positions._at(  # noqa: SLF001 - same module
                _mark(event),
                f"duplicate key '{key}'",
                "duplicate-key",
                f"the first one is in line {first}; remove one of them",
            )
        )

    def _add(self, value: object, event: Any, what: str) -> Place:
        """Put *value* where it belongs and note its place. A repeated key keeps its first value."""
        if not self.stack:
            self.parsed.data = value
            self.positions.values[()] = event
            return ()
        level = self.stack[-1]
        if isinstance(level.content, list):
            at: Place = (*level.at, len(level.content))
            level.content.append(value)
        elif level.key is None:
            raise _Stop(_mark(event), f"{what} as a key", "a key is plain text")
        else:
            at = (*level.at, level.key)
            level.content.setdefault(level.key, value)
            level.key = None
        self.positions.values.setdefault(at, event)
        return at

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"the anchor '&{event.anchor}' is not supported"
            raise _Stop(_mark(event), message, "write the value out where it is needed")
        if event.tag is not None:
            message = f"the tag '{_short(event.tag)}' is not supported"
            raise _Stop(_mark(event), message, "remove it: the field says what the value means")


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


def _mark(event: Any) -> Mark:
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Mark(start.line, start.column, max(width, 1))


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _syntax(positions: Positions, error: yaml.YAMLError) -> Diagnostic:
    if isinstance(error, yaml.MarkedYAMLError):
        message = error.problem or "not YAML"
        mark = error.problem_mark or error.context_mark
        if "unexpected end of stream" in message:  # what is not closed says more than the end
            mark = error.context_mark or mark
        context = f" {error.context}" if error.context else ""
        place = Mark(mark.line, mark.column, 1) if mark else Mark(0, 0, 1)
        return positions._at(place, *_worded(positions, place, message, context))  # noqa: SLF001
    return positions._at(*_unprintable(positions.text.text))  # noqa: SLF001 - same module


_UNCLOSED = "look for a missing colon, quote or bracket here or in the lines above"
_HINTS = {
    "mapping values are not allowed": "text with a colon in it needs quotes",
    "could not find expected ':'": _UNCLOSED,
    "did not find expected": _UNCLOSED,
    "unexpected end of stream": _UNCLOSED,
    "cannot start any token": "put the text in quotes",
}


def _worded(
    positions: Positions, mark: Mark, message: str, context: str
) -> tuple[str, Rule, str | None]:
    lines = positions.text.text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    indentation = line[: len(line) - len(line.lstrip())]
    if "\t" in indentation or "'\\t'" in message:
        return "a tab in the indentation", "syntax", "YAML is indented with spaces"
    hint = next((hint for part, hint in _HINTS.items() if part in message), None)
    return f"not YAML: {message}{context}", "syntax", hint


# The complement of what YAML 1.1 lets stand in a stream (section 5.1), as far as it is in use.
_FORBIDDEN = "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\ufffe\\uffff]"


def _unprintable(text: str) -> tuple[Mark, str, Rule, str]:
    """Where the first character stands that YAML does not allow in a file."""
    found = re.search(_FORBIDDEN, text)
    bad = found.start() if found else 0
    line = text.count("\n", 0, bad)
    column = bad - (text.rfind("\n", 0, bad) + 1)
    message = f"the control character U+{ord(text[bad]):04X} is not allowed"
    hint = "remove it, or write it as an escape inside double quotes"
    return Mark(line, column, 1), message, "syntax", hint

"""Keep the position of each piece of a YAML text."""

from typing import Any, NamedTuple

import yaml

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.text import FileText
from certeval.model.problems import FieldPath


class Mark(NamedTuple):
    """A part of a line; line and column count from 0."""

    line: int
    column: int
    width: int


class Positions:
    """The positions of values and keys, by their path in the data."""

    __slots__ = ("_lines", "keys", "text", "values")

    def __init__(self, text: FileText) -> None:
        """Start without any positions in *text*."""
        self.text = text
        self._lines: list[str] | None = None
        # The parser's events, whose marks are read only for a diagnostic.
        self.values: dict[FieldPath, yaml.Event] = {}
        self.keys: dict[FieldPath, yaml.Event] = {}

    def diagnostic(
        self, at: FieldPath, message: str, rule: Rule, hint: str | None = None, *, key: bool = False
    ) -> Diagnostic:
        """Return a diagnostic for a value, or for its key.

        A list or mapping of several lines is reported at its key: the value begins with its first
        entry, which is not what is wrong.

        Args:
            at: the path of the value.
            message: what is wrong.
            rule: the rule that is broken.
            hint: how to fix it.
            key: report it at the key in any case.

        Returns:
            The diagnostic; at the beginning of the file if the path is unknown.

        """
        event = self.values.get(at)
        if at in self.keys and (key or _spans_lines(event)):
            event = self.keys[at]
        return self.at_mark(mark_of(event) if event else Mark(0, 0, 1), message, rule, hint)

    def in_braces(self, at: FieldPath) -> bool:
        """Return whether a value is a field of a mapping in braces.

        Args:
            at: the path of the value.

        Returns:
            False if the path is unknown.

        """
        around = self.values.get(at[:-1])
        return isinstance(around, yaml.MappingStartEvent) and bool(around.flow_style)

    def at_mark(self, mark: Mark, message: str, rule: Rule, hint: str | None) -> Diagnostic:
        """Return a diagnostic for a part of a line.

        Args:
            mark: the part of the line.
            message: what is wrong.
            rule: the rule that is broken.
            hint: how to fix it.

        Returns:
            The diagnostic, with the text of the line.

        """
        if self._lines is None:
            self._lines = self.text.text.splitlines()
        line = self._lines[mark.line] if mark.line < len(self._lines) else ""
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


def _spans_lines(event: Any) -> bool:
    return isinstance(event, yaml.CollectionStartEvent) and not event.flow_style


def mark_of(event: Any) -> Mark:
    """Return the position of one of the parser's events.

    Args:
        event: an event of PyYAML's parser.

    Returns:
        The part of its first line that it takes up.

    """
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Mark(start.line, start.column, max(width, 1))

"""Where the pieces of a YAML text stand."""

from typing import Any, NamedTuple

import yaml

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.text import FileText
from certeval.model.problems import FieldPath


class Mark(NamedTuple):
    """A stretch of a line; line and column count from 0."""

    line: int
    column: int
    width: int


class Positions:
    """Where values and keys stand, by their route into the data."""

    __slots__ = ("_lines", "keys", "text", "values")

    def __init__(self, text: FileText) -> None:
        """Nothing is placed in *text* yet."""
        self.text = text
        self._lines: list[str] | None = None
        # The parser's events, whose marks are looked at only where there is something to tell.
        self.values: dict[FieldPath, yaml.Event] = {}
        self.keys: dict[FieldPath, yaml.Event] = {}

    def diagnostic(
        self, at: FieldPath, message: str, rule: Rule, hint: str | None = None, *, key: bool = False
    ) -> Diagnostic:
        """A diagnostic for the value at *at*, or for its key.

        A list or mapping of several lines is told of at its key: it begins where its first entry
        does, and that entry is not what is meant.
        """
        event = self.values.get(at)
        if at in self.keys and (key or _spans_lines(event)):
            event = self.keys[at]
        return self.at_mark(mark_of(event) if event else Mark(0, 0, 1), message, rule, hint)

    def at_mark(self, mark: Mark, message: str, rule: Rule, hint: str | None) -> Diagnostic:
        """A diagnostic for a stretch of the text, with the line that it stands in."""
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
    """The stretch of its first line that the parser's *event* takes up."""
    start, end = event.start_mark, event.end_mark
    width = end.column - start.column if end.line == start.line else 1
    return Mark(start.line, start.column, max(width, 1))

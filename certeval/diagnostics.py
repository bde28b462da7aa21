"""A problem in a definition file, with its place and source line."""

from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "unreadable",
    "too-large",
    "encoding",
    "syntax",
    "structure",
    "duplicate-key",
    "unknown-field",
    "missing-field",
    "wrong-type",
    "wrong-kind",
    "value",
    "agreement",
    "reference",
]
"""The kinds of problem, for scripts and for SARIF."""


@dataclass(frozen=True)
class Diagnostic:
    """A problem. ``line`` and ``column`` count from 1; None refers to the whole file, or line.

    ``source_line`` is the line as it is in the file, ``width`` how many of its characters the caret
    marks.
    """

    path: str
    message: str
    rule: Rule
    hint: str | None = None
    line: int | None = None
    column: int | None = None
    width: int = 1
    source_line: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The key by which diagnostics are sorted: file, line, column."""
        return self.path, self.line or 0, self.column or 0, self.message

    @property
    def unreadable(self) -> bool:
        """Whether the file could not be read at all, so that nothing is known about it."""
        return self.rule == "unreadable"

"""The output of ``--format json`` if a command could not run."""

from dataclasses import dataclass

from certeval.diagnostics import Diagnostic


@dataclass(frozen=True)
class ErrorDetails:
    """What is wrong, and where."""

    kind: str
    message: str
    hint: str | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class ErrorReport:
    """An error (exit code 2)."""

    error: ErrorDetails

"""The result of checking definition files."""

from dataclasses import dataclass
from typing import Literal

from certeval.diagnostics import Diagnostic
from certeval.results.base import Result


@dataclass(frozen=True, kw_only=True)
class CheckReport(Result):
    """The problems found in definition files."""

    kind: Literal["check"] = "check"
    files: tuple[str, ...]
    """Every file that was looked at."""
    diagnostics: tuple[Diagnostic, ...]

    @property
    def exit_code(self) -> int:
        """0 if there are no problems, 1 if there are, 2 if a file could not be read at all."""
        if any(item.unreadable for item in self.diagnostics):
            return 2
        return 1 if self.diagnostics else 0

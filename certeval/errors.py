"""The errors that certeval raises on purpose: each a short class with its message and a hint.

All of them mean that the program could not run as asked (exit 2). Anything else that escapes is a
bug (exit 70).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction
    from pathlib import Path

    from certeval.diagnostics import Diagnostic


class CertevalError(Exception):
    """Could not run. ``kind`` is for scripts, ``message`` and ``hint`` are for people."""

    kind: ClassVar[str] = "error"

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep *message* (what is wrong) and *hint* (what to do about it)."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.diagnostics: tuple[Diagnostic, ...] = ()


class UsageError(CertevalError):
    """The command line asks for something that makes no sense."""

    kind = "usage"


class DefinitionError(CertevalError):
    """Definition files have problems; all of them are in ``diagnostics``."""

    kind = "definition"

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Sort *diagnostics* by file and line, and count them."""
        found = tuple(sorted(diagnostics, key=lambda item: item.order))
        problems = "1 problem" if len(found) == 1 else f"{len(found)} problems"
        files = len({item.path for item in found})
        super().__init__(f"{problems} in {'1 file' if files == 1 else f'{files} files'}")
        self.diagnostics = found


class NoRowError(DefinitionError):
    """A table has no row that could be ranked."""

    def __init__(self, diagnostics: Iterable[Diagnostic], count: int) -> None:
        """*count* is how many problems there are; *diagnostics* has the first of them."""
        super().__init__(diagnostics)
        told = len(self.diagnostics)
        beyond = f" ({count} in all, of which these are the first {told})" if told < count else ""
        self.message = f"no row is left to rank: {self.message}{beyond}"
        self.args = (self.message,)


class RowError(CertevalError):
    """A row of a table cannot be ranked. It is told, and the others are ranked."""

    kind = "row"

    @classmethod
    def about(cls, what: str, refusal: Mapping[str, str] | None) -> RowError:
        """*refusal* has the message and the hint of a value's own error, *what* its column."""
        found = refusal or {}
        return cls(f"{what}: {found['message']}", found["hint"])


class UnknownIdError(CertevalError):
    """No definition of that kind has the id."""

    kind = "unknown-id"

    def __init__(self, what: str, name: str, nearest: Sequence[str], command: str) -> None:
        """*nearest* are ids that may be meant; *command* lists them all."""
        meant = f"did you mean {_one_of(nearest)}? " if nearest else ""
        super().__init__(f"unknown {what} '{name}'", f"{meant}'{command}' lists them")


class AmbiguousIdError(CertevalError):
    """Definitions of several kinds have the id."""

    kind = "ambiguous-id"

    def __init__(self, name: str, kinds: Sequence[str]) -> None:
        """*kinds* are the kinds of definition called *name*."""
        super().__init__(
            f"'{name}' is the id of several definitions: {', '.join(kinds)}",
            f"say which with --kind {kinds[0]}",
        )


class UnknownCriterionError(CertevalError):
    """An option names a criterion that the rubric does not have."""

    kind = "unknown-criterion"

    def __init__(self, option: str, name: str, known: Sequence[str]) -> None:
        """*known* are the ids of the rubric's criteria."""
        from difflib import get_close_matches  # noqa: PLC0415 - only with this error

        meant = get_close_matches(name, known, n=1)
        hint = f"did you mean '{meant[0]}'?" if meant else f"criteria: {', '.join(known)}"
        super().__init__(f"{option}: the rubric has no criterion '{name}'", hint)


class ScoreError(CertevalError):
    """A raw score that the rubric's scale does not have."""

    kind = "score"


class WeightsError(CertevalError):
    """Weights that do not add up to 100 %, or are all zero."""

    kind = "weights"

    def __init__(self, total: Fraction) -> None:
        """*total* is what the weights add up to, in percent."""
        if total == 0:
            super().__init__("all weights are 0 %", "give at least one criterion a weight")
            return
        shown = f"{float(total):.10g}"
        super().__init__(
            f"weights add up to {shown}%, not 100%",
            "change another --weight by as much, or let --normalize rescale them all",
        )


class UnscoredError(CertevalError):
    """The certificate has no raw score for some criteria, and the rubric does not allow that."""

    kind = "unscored"

    def __init__(self, certificate: str, rubric: str, missing: Sequence[str], of: int) -> None:
        """*missing* are criteria out of the rubric's *of*."""
        names = ", ".join(missing)
        whole = len(missing) == of
        nobody = f"nobody has reviewed '{certificate}' under the rubric '{rubric}': "
        some = f"'{certificate}' is not fully scored under the rubric '{rubric}': "
        super().__init__(
            f"{nobody if whole else some}no raw score for {names}",
            f"add scores to its file, or try some with --set {missing[0]}=SCORE",
        )


class UnscoredAlternativesError(CertevalError):
    """Some of the certificates that are to be compared have no raw score for some criteria."""

    kind = "unscored"

    def __init__(self, unscored: Sequence[UnscoredError]) -> None:
        """*unscored* has an error of each."""
        super().__init__(
            "; ".join(one.message for one in unscored),
            "only what is scored can be judged: add scores to "
            f"{'its file' if len(unscored) == 1 else 'their files'}",
        )


class OutputError(CertevalError):
    """The result could not be written."""

    kind = "output"


class LibraryError(CertevalError):
    """A folder that should hold definitions cannot be used."""

    kind = "library"

    def __init__(self, folder: Path, named_by: str, reason: str) -> None:
        """*named_by* is the option or variable that names *folder*."""
        super().__init__(
            f"{named_by}: {folder} {reason}",
            "a library is a folder with certificates/, audiences/, methodology/, roles/ or "
            "skills.yaml in it",
        )


def _one_of(names: Sequence[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"

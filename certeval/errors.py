"""The errors that certeval raises deliberately, in one hierarchy; their parts are attributes.

All of them mean that certeval could not run as asked (exit 2). Any other exception that escapes is
a bug (exit 70).

An error knows no option of the command line. ``parameter`` is the parameter that the error is
about, by its name in the functions of the package; a hint has parameters in backquotes. The command
line replaces them with its options (``certeval.cli.error_options``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from certeval.phrases import counted, did_you_mean, suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from fractions import Fraction
    from pathlib import Path

    from certeval.diagnostics import Diagnostic


class CertevalError(Exception):
    """certeval could not run as asked.

    Attributes:
        code: what kind of error it is, for scripts.
        message: what is wrong.
        hint: what to do about it, if that is known.
        parameter: the parameter that the error is about, or None.
        item: which part of the parameter's value, such as one criterion, or None.
        diagnostics: the problems in definition files, each with its place.

    """

    code: ClassVar[str] = "error"

    def __init__(
        self,
        message: str,
        hint: str | None = None,
        *,
        parameter: str | None = None,
        item: str | None = None,
    ) -> None:
        """Keep the parts."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.parameter = parameter
        self.item = item
        self.diagnostics: tuple[Diagnostic, ...] = ()

    def text(self, name: Callable[[str], str] = str) -> str:
        """Return the message with its subject in front; *name* turns a parameter into its name."""
        about = [name(self.parameter)] if self.parameter else []
        about += [self.item] if self.item else []
        return f"{' '.join(about)}: {self.message}" if about else self.message

    def __str__(self) -> str:
        return self.text()

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, self.__dict__)


def _restored(kind: type[CertevalError], args: tuple[Any, ...], parts: dict[str, Any]) -> Any:
    """Rebuild an error from its parts, for pickle and copy."""
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(parts)
    return error


class UsageError(CertevalError, ValueError):
    """A parameter is invalid, or several together are."""

    code = "usage"


class DefinitionError(CertevalError, ValueError):
    """Definition files have problems; all of them are in ``diagnostics``."""

    code = "definition"

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Sort *diagnostics* by file and line, and count them."""
        found = tuple(sorted(diagnostics, key=lambda item: item.order))
        files = len({item.path for item in found})
        super().__init__(f"{counted(len(found), 'problem')} in {counted(files, 'file')}")
        self.diagnostics = found


class NoRowError(DefinitionError):
    """A table has no row that can be ranked; it has *count* invalid rows."""

    def __init__(self, diagnostics: Iterable[Diagnostic], count: int) -> None:
        """Take the first problems as *diagnostics*."""
        super().__init__(diagnostics)
        self.count = count
        shown = len(self.diagnostics)
        beyond = f" (the first {shown} of {count})" if shown < count else ""
        self.message = f"no row is left to rank: {self.message}{beyond}"
        self.args = (self.message,)


class RowError(CertevalError):
    """A row of a table cannot be ranked. It is reported, and the other rows are ranked."""

    code = "row"

    @classmethod
    def about(cls, what: str, refusal: Mapping[str, str] | None) -> RowError:
        """Return the error for a value in the column *what*; *refusal* has its message and hint."""
        found = refusal or {}
        return cls(f"{what}: {found['message']}", found["hint"])


class UnknownIdError(CertevalError, KeyError):
    """There is no definition of that kind with the id.

    Attributes:
        kind: the kind of definition, such as ``certificate``.
        id: the unknown id.
        suggestions: ids that may be meant, the likeliest first.

    """

    code = "unknown-id"

    def __init__(  # noqa: PLR0913 - the last ones are keyword-only
        self,
        kind: str,
        id: str,  # noqa: A002 - the attribute's name
        suggestions: Sequence[str] = (),
        *,
        file: str | None = None,
        listed_by: str | None = None,
        parameter: str | None = None,
    ) -> None:
        """Suggest *file*, or else ids; *listed_by* is the command that lists those that exist."""
        parts = [did_you_mean(suggestions)] if suggestions else []
        parts = [f"did you mean the file {file}?"] if file else parts
        parts += [f"run '{listed_by}' to see them"] if listed_by else []
        super().__init__(f"unknown {kind} '{id}'", " ".join(parts) or None, parameter=parameter)
        self.kind = kind
        self.id = id
        self.suggestions = tuple(suggestions)


class AmbiguousIdError(CertevalError, LookupError):
    """Definitions of several kinds have the id.

    Attributes:
        id: the id.
        kinds: the kinds of the definitions.

    """

    code = "ambiguous-id"

    def __init__(self, id: str, kinds: Sequence[str]) -> None:  # noqa: A002 - as above
        """Keep the parts."""
        super().__init__(
            f"'{id}' is the id of several definitions: {', '.join(kinds)}",
            f"choose one with `kind` {kinds[0]}",
        )
        self.id = id
        self.kinds = tuple(kinds)


class UnknownCriterionError(CertevalError, KeyError):
    """The rubric does not have the criterion that a parameter names.

    Attributes:
        id: the unknown id.
        criteria: the ids of the rubric's criteria.

    """

    code = "unknown-criterion"

    def __init__(self, parameter: str | None, id: str, criteria: Sequence[str]) -> None:  # noqa: A002
        """Keep the parts."""
        super().__init__(
            f"the rubric has no criterion '{id}'",
            suggestion(id, criteria, "criteria"),
            parameter=parameter,
        )
        self.id = id
        self.criteria = tuple(criteria)


class ScoreError(CertevalError, ValueError):
    """A raw score is not on the rubric's scale."""

    code = "score"


class MeasurementError(ScoreError):
    """A measurement has no score: it is beyond the value function, or is none of its words."""


class WeightsError(CertevalError, ValueError):
    """Weights do not add up to 100%, or are all zero; ``total`` is their sum."""

    code = "weights"

    def __init__(self, total: Fraction) -> None:
        """Keep *total*, in percent."""
        self.total = total
        if total == 0:
            super().__init__("all weights are 0%", "give at least one criterion a weight")
            return
        verb = "reduce" if total > 100 else "raise"  # noqa: PLR2004 - percent
        super().__init__(
            f"weights add up to {float(total):.10g}%, not 100%",
            f"{verb} another weight with `weights`, or use `normalize` to rescale them all",
        )


class UnscoredError(CertevalError):
    """A certificate has no raw score for some criteria, and the rubric requires all of them.

    Attributes:
        certificate: its id.
        rubric: the id of the rubric.
        missing: the ids of the criteria without a score.

    """

    code = "unscored"

    def __init__(
        self, certificate: str, rubric: str, missing: Sequence[str], criteria: int
    ) -> None:
        """Keep the parts; *criteria* is the number of criteria in the rubric."""
        none = f"'{certificate}' has no scores yet under the rubric '{rubric}'"
        some = f"'{certificate}' is missing scores for: {', '.join(missing)}"
        super().__init__(
            none if len(missing) == criteria else some,
            f"add scores to its file, or try some with `scores` {missing[0]}=SCORE",
        )
        self.certificate = certificate
        self.rubric = rubric
        self.missing = tuple(missing)


class UnscoredAlternativesError(CertevalError):
    """Some of the certificates to compare lack raw scores; ``unscored`` has an error for each."""

    code = "unscored"

    def __init__(self, unscored: Sequence[UnscoredError]) -> None:
        """Keep the errors."""
        super().__init__(
            "; ".join(one.message for one in unscored),
            f"add scores to {'its file' if len(unscored) == 1 else 'their files'}",
        )
        self.unscored = tuple(unscored)


class OutputError(CertevalError):
    """The result could not be written."""

    code = "output"


class LibraryError(CertevalError):
    """A folder that should contain definitions cannot be used; ``folder`` is its path."""

    code = "library"

    def __init__(self, folder: Path, named_by: str, reason: str) -> None:
        """Keep the folder; *named_by* is the parameter or environment variable that names it."""
        super().__init__(
            f"{folder} {reason}",
            "a library is a folder with certificates/, audiences/, methodology/, roles/ or "
            "skills.yaml in it",
            parameter=named_by,
        )
        self.folder = folder


class EvidenceError(CertevalError):
    """A certificate cannot be judged from evidence: there is no rubric that says how.

    Attributes:
        certificate: its id.
        rubric: the id of the rubric, or None if there is none.

    """

    code = "evidence"

    def __init__(self, certificate: str, rubric: str | None) -> None:
        """Word the message, with the rubric if there is one."""
        self.certificate = certificate
        self.rubric = rubric
        if rubric is None:
            super().__init__(
                f"'{certificate}' names no rubric to judge it by", "give one with `rubric`"
            )
            return
        hint = "add 'evidence' to it, and measures to its criteria"
        super().__init__(f"the rubric '{rubric}' does not say how to judge from evidence", hint)


class RetiredError(CertevalError):
    """A certificate has no rating from evidence, as it can no longer be taken or none applies.

    Attributes:
        certificate: its id.
        since: the day since which it can no longer be taken; None if no measure applies.
        reason: why, in words.

    """

    code = "retired"

    def __init__(self, certificate: str, since: object | None) -> None:
        """Word the message, with the day if there is one."""
        self.certificate = certificate
        self.since = since
        self.reason = "no measure of the rubric applies to it"
        if since is not None:
            self.reason = f"it was retired on {since} and can no longer be taken"
        super().__init__(f"'{certificate}' cannot be judged from evidence: {self.reason}")

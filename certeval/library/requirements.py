"""Check what a command names before anything is scored."""

from collections.abc import Sequence
from typing import Any

from certeval.errors import UsageError
from certeval.library.definitions import DefinitionFile, require_valid
from certeval.library.library import Library
from certeval.model.audience import Audience
from certeval.model.rubric import Rubric


def require_distinct(certificates: Sequence[str]) -> None:
    """Require that each certificate is named once.

    Args:
        certificates: ids and files; ``-`` is checked elsewhere.

    Raises:
        UsageError: one is named twice.

    """
    for name in certificates:
        if certificates.count(name) > 1 and name != "-":
            raise UsageError(f"'{name}' is named twice", "name each certificate once")


def require_rubric(
    rubric: DefinitionFile[Rubric] | None,
    certificates: Sequence[str],
    files: Sequence[DefinitionFile[Any]],
) -> None:
    """Require a rubric to score under, or at least a certificate that names one.

    Args:
        rubric: the rubric, if one was found.
        certificates: the ids or files of the certificates.
        files: what was read so far.

    Raises:
        DefinitionError: there is no rubric, and *files* have problems, perhaps with their rubric.
        UsageError: there is no rubric.

    """
    named = [file for file in files if file.kind == "certificate" and file.raw_field("rubric")]
    if rubric is None and not named:
        require_valid(files)
        message = f"the certificate '{certificates[0]}' names no rubric"
        raise UsageError(message, "name one with `rubric`")


def only_rubric(library: Library) -> str:
    """Return the id of the only rubric in a library.

    Args:
        library: the library.

    Returns:
        The id.

    Raises:
        UsageError: there is no rubric, or there are several.

    """
    names = library.ids("rubric")
    if not names:
        raise UsageError("there is no rubric to score under", "name a file with `rubric`")
    if len(names) > 1:
        message = f"there are several rubrics to score under: {', '.join(names)}"
        raise UsageError(message, "choose one with `rubric`")
    return names[0]


def require_another(
    audiences: Sequence[DefinitionFile[Audience]], against: DefinitionFile[Audience] | None
) -> None:
    """Require that no audience is compared with itself.

    Args:
        audiences: the audiences to rank for.
        against: the audience to compare with; None for no comparison.

    Raises:
        UsageError: *against* is one of *audiences*.

    """
    if against and against.id in [file.id for file in audiences]:
        message = f"the ranking is for the audience '{against.id}' already"
        raise UsageError(message, "name another audience", parameter="against")

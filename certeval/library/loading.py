"""Read and check together what a command needs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shlex import quote

from certeval.errors import UsageError
from certeval.library.cross_references import CrossReferences, duplicate_ids
from certeval.library.definitions import DefinitionFile, require_valid
from certeval.library.folders import is_path
from certeval.library.library import Library
from certeval.library.loaded import Definitions
from certeval.library.requirements import (
    only_rubric,
    require_another,
    require_distinct,
    require_rubric,
)
from certeval.library.text import require_stdin_once
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric


def load(  # noqa: PLR0913 - each is named where it is called
    library: Library,
    certificates: Sequence[str] = (),
    audiences: Sequence[str] | None = None,
    rubric: str | None = None,
    *,
    against: str | None = None,
    held: Sequence[str] = (),
    role: str | None = None,
    every: bool = False,
    scoring_only: bool = True,
    distinct_audiences: bool = False,
) -> Definitions:
    """Read definitions, given by id or file, and check all of them together.

    Args:
        library: the library in which ids are looked up.
        certificates: the certificates to score or to ask about.
        audiences: the audiences to score for; None for the rubric's primary audience, if any.
        rubric: what to score under; None for the rubric that the certificates name, or without
            certificates for the only one in the library.
        against: an audience to compare with.
        held: certificates that the reader holds.
        role: the target role.
        every: add every certificate of the library that the rubric can score.
        scoring_only: require a rubric, and check only the references that scoring needs.
            Otherwise check all references, and need no rubric if the certificates name none.
        distinct_audiences: refuse two audiences with the same id.

    Returns:
        The definitions, all of them valid.

    Raises:
        UnknownIdError: a named definition does not exist.
        DefinitionError: files have problems; the error has those of all files.
        UsageError: no rubric is named, or several are; something is named twice; two files are
            standard input.

    """
    require_stdin_once(*certificates, *(audiences or ()), rubric, against, *held, role)
    require_distinct(certificates)
    if rubric is None and not certificates:
        rubric = only_rubric(library)
    wider = library.including(
        *_paths(*certificates, rubric), after=_paths(*(audiences or ()), against, *held, role)
    )
    scored = tuple(wider.read("certificate", name) for name in certificates)
    judge = _rubric_file(wider, rubric, scored)
    readers = _audience_files(wider, audiences, judge)
    if scoring_only:
        require_rubric(judge, certificates, [*scored, *readers])
    found = Definitions(
        library=wider,
        rubric=judge,
        certificates=scored,
        audiences=readers,
        against=wider.read("audience", against) if against else None,
        held=tuple(wider.read("certificate", name) for name in dict.fromkeys(held)),
        role=wider.read("role", role) if role else None,
        skills=() if scoring_only else tuple(wider.skills()),
        scoring_only=scoring_only,
    )
    _require_consistent(found, distinct_audiences=distinct_audiences)
    return _with_every_certificate(found) if every else found


def _require_consistent(found: Definitions, *, distinct_audiences: bool) -> None:
    """Require that no file has problems, alone or with the others.

    Raises:
        DefinitionError: there are problems; the error has all of them.
        UsageError: an audience is compared with itself.

    """
    files = found.all_files
    require_valid(
        files,
        *(found.references.problems(file) for file in files),
        duplicate_ids(found.certificates, anywhere=True),
        duplicate_ids(found.audiences, anywhere=distinct_audiences),
    )
    require_another(found.audiences, found.against)


def _with_every_certificate(found: Definitions) -> Definitions:
    """Add the certificates of the library that the rubric can score.

    Raises:
        UsageError: it can score none.

    """
    library, rubric = found.library, found.rubric
    files = [library.read("certificate", name) for name in library.ids("certificate")]
    usable, left_out = _scorable(files, found.references, rubric)
    if rubric and not usable:
        message = f"no certificate is scored under the rubric {rubric.id}"
        hint = "add scores to a certificate's file, or rank a table with `table`"
        raise UsageError(message, hint)
    return replace(found, certificates=(*found.certificates, *usable), left_out=left_out)


def _paths(*references: str | None) -> list[Path]:
    """Return the paths among *references*."""
    return [Path(name) for name in references if name and is_path(name)]


def _rubric_file(
    library: Library, named: str | None, certificates: Sequence[DefinitionFile[Certificate]]
) -> DefinitionFile[Rubric] | None:
    """Return the rubric *named*, or the one that *certificates* name; None if there is none."""
    if named is not None:
        return library.read("rubric", named)
    own: dict[str, DefinitionFile[Certificate]] = {}
    for file in certificates:
        if name := file.raw_field("rubric"):
            own.setdefault(name, file)
    if len(own) > 1:
        require_valid(certificates)
        (name, one), (other, another), *_ = own.items()
        raise UsageError(
            f"'{one.id}' is scored under the rubric {name}, '{another.id}' under {other}",
            "score all of them under one: name it with `rubric`",
        )
    found = next(iter(own), None)
    return library.read("rubric", found) if found and library.find("rubric", found) else None


def _audience_files(
    library: Library, named: Sequence[str] | None, rubric: DefinitionFile[Rubric] | None
) -> tuple[DefinitionFile[Audience], ...]:
    """Return the audiences *named*; by default the rubric's primary audience, if it exists."""
    if named is not None:
        return tuple(library.read("audience", name) for name in dict.fromkeys(named))
    primary = rubric.raw_field("primary_audience") if rubric else None
    found = primary and library.find("audience", primary)
    return (library.read("audience", primary),) if primary and found else ()


def _scorable(
    files: Sequence[DefinitionFile[Certificate]],
    references: CrossReferences,
    rubric: DefinitionFile[Rubric] | None,
) -> tuple[list[DefinitionFile[Certificate]], tuple[tuple[str, str], ...]]:
    """Return the files that *rubric* can score, and by id why it cannot score the others."""
    usable, left_out = [], []
    for file in files:
        if file.definition is None or next(references.problems(file), None):
            reason = f"has errors; run 'certeval check {quote(file.shown_path)}' to see them"
        elif not file.definition.scores:
            reason = "not scored yet"
        elif rubric and file.definition.rubric != rubric.id:
            reason = f"is scored under the rubric {file.definition.rubric}"
        else:
            usable.append(file)
            continue
        left_out.append((file.path.stem, reason))
    return usable, tuple(left_out)

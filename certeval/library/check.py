"""Check definition files: each one alone, and against the definitions that it refers to."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from certeval.diagnostics import Diagnostic
from certeval.errors import UsageError
from certeval.library.cross_references import CrossReferences, duplicate_ids
from certeval.library.definitions import read_definition
from certeval.library.folders import (
    ENDINGS,
    FOLDERS,
    absolute,
    definition_files,
    is_skill_list,
    skill_files,
)
from certeval.library.library import Library
from certeval.library.text import display_path, reason_of
from certeval.phrases import joined
from certeval.results.check import CheckReport

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


def check(library: Library, paths: Sequence[Path] = ()) -> CheckReport:
    """Check definition files: each one alone, and against the definitions that it refers to.

    Args:
        library: the library in which references are looked up, after the libraries of the files
            themselves.
        paths: the files to check, and folders to check with everything in them; none means all of
            *library*.

    Returns:
        The files that were checked, and their problems in the order of files and lines.

    Raises:
        UsageError: a folder contains no definition file.

    """
    problems: list[Diagnostic] = []
    named = [file for path in paths for file in _files(path, problems)]
    found = _once(named if paths else _library_files(library))
    files = [read_definition(path, _kind_by_place(path)) for path in found]
    references = CrossReferences(library.including(*paths, *found), files)
    for file in files:
        problems += file.problems
        problems += references.problems(file)
    problems += duplicate_ids(files)
    return CheckReport(
        files=tuple(file.shown_path for file in files),
        diagnostics=tuple(sorted(problems, key=lambda problem: problem.order)),
    )


def _kind_by_place(path: Path) -> str | None:
    """Return the kind of definition that the folder of *path* is for; None for any kind."""
    return "skills" if is_skill_list(path) else _KINDS.get(absolute(path).parent.name)


def _once(paths: Iterable[Path]) -> list[Path]:
    """Return *paths* without those that lead to the same file as an earlier one."""
    return list({_real(path): path for path in reversed(list(paths))}.values())[::-1]


def _real(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except OSError:  # the working directory no longer exists
        return str(path)


def _files(path: Path, refused: list[Diagnostic]) -> list[Path]:
    """Return the file at *path*, or all definition files below the folder at *path*.

    Folders that cannot be read are added to *refused*.
    """
    if not os.path.isdir(path):
        return [path]
    found: list[Path] = []
    for folder, below, names in os.walk(
        path, onerror=lambda error: refused.append(_refusal(error))
    ):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [Path(folder) / name for name in names if name.endswith(ENDINGS)]
    if not found and not refused:
        hint = f"definition files end in {joined(ENDINGS, 'or')}"
        raise UsageError(f"no definition file in '{path}'", hint)
    return sorted(found)


def _refusal(error: OSError) -> Diagnostic:
    shown = display_path(Path(error.filename))
    return Diagnostic(shown, f"cannot be read: {reason_of(error)}", "unreadable")


def _library_files(library: Library) -> Iterator[Path]:
    yield from skill_files(library.folders)
    for folder in library.folders:
        for name in FOLDERS.values():
            yield from definition_files(folder / name)

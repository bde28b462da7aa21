"""Are definition files right: each by itself, and with the others that it names?"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from certeval.diagnostics import Diagnostic
from certeval.errors import UsageError
from certeval.library.catalogue import Library
from certeval.library.definitions import read_definition
from certeval.library.folders import (
    ENDINGS,
    FOLDERS,
    absolute,
    definition_files,
    is_skill_list,
    skill_files,
)
from certeval.library.neighbours import Neighbours, same_ids
from certeval.library.source import display_path
from certeval.results.check import CheckReport

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


def check(library: Library, paths: Sequence[Path]) -> CheckReport:
    """Check the files at *paths*, folders with all that is in them; none means *library*.

    What the files name is looked for in the libraries that they lie in, then in *library*.

    Raises:
        UsageError: a folder has no definition file in it.

    """
    problems: list[Diagnostic] = []
    named = [file for path in paths for file in _files(path, problems)]
    found = _once(named if paths else _library_files(library))
    readings = [read_definition(path, _kind_by_place(path)) for path in found]
    problems += [problem for reading in readings for problem in reading.problems]
    loaded = [reading.readable for reading in readings if reading.readable]
    problems += same_ids(loaded)
    neighbours = Neighbours(library.around(*paths, *found), readings)
    for one in loaded:
        problems += neighbours.problems(one)
    return CheckReport(
        files=tuple(display_path(reading.path) for reading in readings),
        diagnostics=tuple(sorted(problems, key=lambda problem: problem.order)),
    )


def _kind_by_place(path: Path) -> str | None:
    """The kind that a file is of where it stands; None where it may be of any."""
    return "skills" if is_skill_list(path) else _KINDS.get(absolute(path).parent.name)


def _once(paths: Iterable[Path]) -> list[Path]:
    """*paths* less those that lead to a file that stands there already."""
    return list({_real(path): path for path in reversed(list(paths))}.values())[::-1]


def _real(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except OSError:  # the working directory is gone
        return str(path)


def _files(path: Path, refused: list[Diagnostic]) -> list[Path]:
    """The file at *path*, or the definition files in the folder there, however deep.

    Folders that cannot be looked into are told in *refused*.
    """
    if not os.path.isdir(path):
        return [path]

    def refuse(error: OSError) -> None:
        shown = display_path(Path(error.filename))
        reason = (error.strerror or str(error)).lower()
        refused.append(Diagnostic(shown, f"cannot be read: {reason}", "unreadable"))

    found: list[Path] = []
    for folder, below, names in os.walk(path, onerror=refuse):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [Path(folder) / name for name in names if name.endswith(ENDINGS)]
    if not found and not refused:
        raise UsageError(
            f"no definition file in '{path}'", f"definition files end in {' or '.join(ENDINGS)}"
        )
    return sorted(found)


def _library_files(library: Library) -> Iterator[Path]:
    yield from skill_files(library.folders)
    for folder in library.folders:
        for name in FOLDERS.values():
            yield from definition_files(folder / name)

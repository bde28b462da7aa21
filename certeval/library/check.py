"""Are definition files right: each by itself, and with the others that it names?"""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from certeval.errors import UsageError
from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded, read_definition
from certeval.library.diagnostics import Diagnostic
from certeval.library.folders import ENDINGS, FOLDERS, absolute, definition_files
from certeval.library.neighbours import Neighbours
from certeval.library.report import CheckReport
from certeval.library.source import display_path

_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


def check(library: Library, paths: Sequence[Path]) -> CheckReport:
    """Check the files at *paths*, folders with all that is in them; none means *library*.

    What the files name is looked for in the libraries that they lie in, then in *library*.

    Raises:
        UsageError: a folder has no definition file in it.

    """
    found = [file for path in paths for file in _files(path)] or list(_library_files(library))
    readings = [read_definition(path, _KINDS.get(absolute(path).parent.name)) for path in found]
    problems = [problem for reading in readings for problem in reading.problems]
    loaded = [reading.readable for reading in readings if reading.readable]
    problems += _same_ids(loaded)
    neighbours = Neighbours(library.around(*paths, *found), readings)
    for one in loaded:
        problems += neighbours.problems(one)
    return CheckReport(
        files=tuple(display_path(reading.path) for reading in readings),
        diagnostics=tuple(sorted(problems, key=lambda problem: problem.order)),
    )


def _files(path: Path) -> list[Path]:
    """The file at *path*, or the definition files in the folder there, however deep."""
    if not path.is_dir():
        return [path]
    found: list[Path] = []
    for folder, below, names in os.walk(path):
        below[:] = [name for name in below if not name.startswith(".")]
        found += [Path(folder) / name for name in names if name.endswith(ENDINGS)]
    if not found:
        raise UsageError(
            f"no definition file in '{path}'", f"definition files end in {' or '.join(ENDINGS)}"
        )
    return sorted(found)


def _library_files(library: Library) -> Iterator[Path]:
    for folder in library.folders:
        for name in FOLDERS.values():
            yield from definition_files(folder / name)


def _same_ids(loaded: Iterable[Loaded[Any]]) -> Iterator[Diagnostic]:
    first: dict[tuple[Path, str, str], Path] = {}
    for one in loaded:
        key = (absolute(one.path).parent, one.definition.kind, one.definition.id)
        before = first.setdefault(key, one.path)
        if before != one.path:
            message = f"duplicate id '{one.definition.id}'"
            hint = f"{display_path(before)} has it already"
            yield one.positions.diagnostic(("id",), message, "agreement", hint)

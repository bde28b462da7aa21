"""What there is in a library, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from certeval.library.definitions import read_definition
from certeval.library.diagnostics import Diagnostic
from certeval.library.folders import FOLDERS, files
from certeval.library.source import display_path
from certeval.result import Result


@dataclass(frozen=True, slots=True)
class Entry:
    """A definition file of the library. ``title`` is None where the file has problems."""

    kind: str
    id: str
    title: str | None
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Result):
    """What there is in a library; ``problems`` are those of the files that could not be read."""

    kind: Literal["listing"] = "listing"
    entries: tuple[Entry, ...]
    problems: tuple[Diagnostic, ...] = ()


def list_definitions(folders: Sequence[Path], *kinds: str) -> Listing:
    """Every definition of *kinds* (none means all) in *folders*, with titles: reads each file."""
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    for kind in kinds or FOLDERS:
        for name, path in files(kind, folders):
            reading = read_definition(path, kind)
            title = reading.loaded.definition.title if reading.loaded else None
            entries.append(Entry(kind, name, title, display_path(path)))
            problems += reading.problems
    return Listing(entries=tuple(entries), problems=tuple(problems))

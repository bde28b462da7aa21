"""The library: definitions found by id in a list of folders, or read from a file that is named."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from certeval.errors import AmbiguousIdError, DefinitionError, UnknownIdError
from certeval.library.definitions import Loaded, Reading, read_definition
from certeval.library.folders import (
    ENDINGS,
    FOLDERS,
    built_in,
    files,
    is_path,
    library_folders,
    root_of,
    skill_files,
)
from certeval.library.source import STDIN
from certeval.model.identifiers import is_identifier


class Library:
    """Definitions in *folders*, first match wins.

    ``hidden`` collects, by kind and id, the user's files that were used in place of a built-in one,
    ``used`` every file that was asked for.
    """

    def __init__(self, folders: Iterable[Path] | None = None) -> None:
        """*folders* None means those of the environment and the built-in one.

        Raises:
            LibraryError: a folder that the environment names is not one.

        """
        self.folders = library_folders() if folders is None else tuple(folders)
        self.hidden: dict[tuple[str, str], Path] = {}
        self.used: set[Path] = set()
        self._shared: dict[tuple[str, Path], Reading[Any]] = {}

    def around(self, *paths: Path, after: Iterable[Path] = ()) -> "Library":
        """This library, and before it those that *paths* lie in, so that neighbours are found.

        The libraries that the paths *after* lie in come last.
        """
        before, behind = (
            [root for path in some if (root := root_of(path)) and root not in self.folders]
            for some in (paths, after)
        )
        if not before and not behind:
            return self
        wider = Library(dict.fromkeys((*before, *self.folders, *behind)))
        wider.hidden, wider.used, wider._shared = self.hidden, self.used, self._shared
        return wider

    def path(self, kind: str, reference: str) -> Path:
        """The file that *reference*, an id or a path, means.

        Raises:
            UnknownIdError: no file of that kind has the id.

        """
        if is_path(reference):
            return STDIN if reference == "-" else Path(reference)
        if kind == "skills" and (lists := skill_files(self.folders)):
            return lists[0]
        path = self.find(kind, reference)
        if path is None:
            raise self.unknown(kind, reference)
        return path

    def find(self, kind: str, name: str) -> Path | None:
        """The first file with the id *name*, or None. What is no id never becomes a path."""
        if not is_identifier(name):
            return None
        candidates = [
            folder / FOLDERS[kind] / f"{name}{ending}"
            for folder in self.folders
            for ending in ENDINGS
        ]
        found = [path for path in candidates if os.path.isfile(path)]
        if not found:
            return None
        if found[-1].is_relative_to(built_in()) and not found[0].is_relative_to(built_in()):
            self.hidden[kind, name] = found[0]
        return found[0]

    def kind_of(self, name: str) -> str:
        """The one kind of which there is a definition with the id *name*.

        Raises:
            UnknownIdError: there is none.
            AmbiguousIdError: there are several.

        """
        kinds = [kind for kind in FOLDERS if self.find(kind, name)]
        kinds += ["skills"] if name == "skills" and skill_files(self.folders) else []
        if not kinds:
            raise UnknownIdError("id", name, self._nearest(name), "certeval list")
        if len(kinds) > 1:
            raise AmbiguousIdError(name, kinds)
        return kinds[0]

    def read(self, kind: str, reference: str) -> Reading[Any]:
        """What is in the file that *reference* means, with its problems.

        What many certificates share, a rubric or an audience, is read once.

        Raises:
            UnknownIdError: no file of that kind has the id.

        """
        path = self.path(kind, reference)
        self.used.add(path)
        if kind == "certificate" or path == STDIN:
            return read_definition(path, kind)
        if (kind, path) not in self._shared:
            self._shared[kind, path] = read_definition(path, kind)
        return self._shared[kind, path]

    def skills(self) -> list[Reading[Any]]:
        """The list of skills of each folder that has one; each is read once."""
        found = skill_files(self.folders)
        for path in found:
            if ("skills", path) not in self._shared:
                self._shared["skills", path] = read_definition(path, "skills")
        return [self._shared["skills", path] for path in found]

    def load(self, kind: str | None, reference: str) -> Loaded[Any]:
        """The definition that *reference* means; *kind* None takes the kind that it is of.

        Raises:
            UnknownIdError: no file of that kind has the id.
            AmbiguousIdError: no kind is given, and files of several kinds have the id.
            DefinitionError: the file has problems.

        """
        if kind is None and not is_path(reference):
            kind = self.kind_of(reference)
        path = self.path(kind or "", reference)
        self.used.add(path)
        return all_loaded([read_definition(path, kind)])[0]

    def fresh_for_months(self, loaded: Loaded[Any]) -> int | None:
        """Up to what age facts count as fresh by the rubric that *loaded* is, or names."""
        definition = loaded.definition
        around = self.around(loaded.path)
        name = getattr(definition, "rubric", None)
        if definition.kind != "rubric" and name and around.find("rubric", name):
            rubric = around.read("rubric", name).loaded
            definition = rubric.definition if rubric else definition
        months: int | None = getattr(definition, "facts_fresh_for_months", None)
        return months

    def ids(self, kind: str) -> list[str]:
        """Every id of *kind*; reads no file."""
        return [name for name, _ in files(kind, self.folders)]

    def unknown(self, kind: str, name: str) -> UnknownIdError:
        """The error that *name* is no id of *kind*."""
        return UnknownIdError(kind, name, self._nearest(name, kind), f"certeval list {kind}s")

    def _nearest(self, name: str, *kinds: str) -> list[str]:
        from certeval.library.listing import list_definitions  # noqa: PLC0415 - reads every file
        from certeval.library.nearest import nearest  # noqa: PLC0415 - as above

        return nearest(list_definitions(self.folders, *kinds), name)


def all_loaded(readings: Sequence[Reading[Any]]) -> list[Loaded[Any]]:
    """The definitions of *readings*.

    Raises:
        DefinitionError: with the problems of all of them, where there is one.

    """
    problems = [problem for reading in readings for problem in reading.problems]
    if problems:
        raise DefinitionError(problems)
    return [reading.loaded for reading in readings if reading.loaded is not None]

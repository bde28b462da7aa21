"""The library: definitions found by id in a list of folders, or read from a file that is named."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from certeval.errors import AmbiguousIdError, UnknownIdError
from certeval.library.definitions import (
    DefinitionFile,
    read_definition,
    require_valid,
    without_file,
)
from certeval.library.folders import (
    ENDINGS,
    FOLDERS,
    built_in,
    files,
    is_path,
    library_folders,
    require_libraries,
    root_of,
    skill_files,
)
from certeval.library.text import STDIN
from certeval.model.base import Definition
from certeval.model.identifiers import is_identifier

if TYPE_CHECKING:
    from certeval.model.audience import Audience
    from certeval.model.certificate import Certificate
    from certeval.model.role import Role
    from certeval.model.rubric import Rubric

D = TypeVar("D", bound=Definition)


class Library:
    """Definitions in folders; the first match wins.

    Attributes:
        folders: the folders that are searched, in this order.
        shadowed: by kind and id, the user's files that were used in place of a built-in one.
        files_read: every file that was asked for.

    """

    def __init__(self, folders: str | Path | Iterable[str | Path] | None = None) -> None:
        """Search *folders* and, behind them, the built-in library.

        Args:
            folders: a folder, or several. None means those of $CERTEVAL_LIBRARY and the user's.

        Raises:
            LibraryError: a folder is not a library.

        """
        if folders is None:
            self.folders = library_folders()
        else:
            some = [folders] if isinstance(folders, str | Path) else folders
            named = [Path(folder) for folder in some]
            require_libraries(named, "folders")
            self.folders = tuple(dict.fromkeys([*named, built_in()]))
        self.shadowed: dict[tuple[str, str], Path] = {}
        self.files_read: set[Path] = set()
        self._shared: dict[tuple[str, Path], DefinitionFile[Any]] = {}
        self._made: dict[tuple[str, str], DefinitionFile[Any]] = {}

    @classmethod
    def only(cls, folders: Iterable[Path]) -> "Library":
        """Return a library of *folders* alone, without the built-in one."""
        library = cls(())
        library.folders = tuple(dict.fromkeys(folders))
        return library

    @property
    def certificates(self) -> Mapping[str, "Certificate"]:
        """The certificates by id. Each is read when it is asked for."""
        return _ById(self, "certificate")

    @property
    def audiences(self) -> Mapping[str, "Audience"]:
        """The audiences by id. Each is read when it is asked for."""
        return _ById(self, "audience")

    @property
    def roles(self) -> Mapping[str, "Role"]:
        """The roles by id. Each is read when it is asked for."""
        return _ById(self, "role")

    @property
    def rubrics(self) -> Mapping[str, "Rubric"]:
        """The rubrics by id. Each is read when it is asked for."""
        return _ById(self, "rubric")

    def including(self, *paths: Path, after: Iterable[Path] = ()) -> "Library":
        """Return this library with those that files lie in, so that these find their neighbors.

        Args:
            paths: files whose libraries are searched before this one.
            after: files whose libraries are searched after it.

        """
        first, last = (
            [root for path in some if (root := root_of(path)) and root not in self.folders]
            for some in (paths, after)
        )
        if not first and not last:
            return self
        return self._with((*first, *self.folders, *last))

    def holding(self, definitions: Iterable[Definition]) -> "Library":
        """Return this library with *definitions*, made in Python, in front of its files."""
        found = self._with(self.folders)
        for definition in definitions:
            file = without_file(definition)
            found._made[file.kind, definition.id] = file  # noqa: SLF001 - of the same class
        return found

    def _with(self, folders: Iterable[Path]) -> "Library":
        """Return a library of *folders* that shares what this one has read."""
        found = type(self).only(folders)
        found.shadowed, found.files_read = self.shadowed, self.files_read
        found._shared, found._made = self._shared, {**self._made}  # noqa: SLF001 - as above
        return found

    def path(self, kind: str, reference: str) -> Path:
        """Return the file that *reference*, an id or a path, means.

        Raises:
            UnknownIdError: no file of that kind has the id.

        """
        if is_path(reference):
            return STDIN if reference == "-" else Path(reference)
        if kind == "skills" and (lists := skill_files(self.folders)):
            return lists[0]
        path = self.find(kind, reference)
        if path is None:
            raise self.unknown_id_error(kind, reference)
        return path

    def find(self, kind: str, name: str) -> Path | None:
        """Return the first file with the id *name*, or None. Only an id ever becomes a path."""
        if (kind, name) in self._made:
            return self._made[kind, name].path
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
            self.shadowed[kind, name] = found[0]
        return found[0]

    def kind_of(self, name: str) -> str:
        """Return the one kind of which there is a definition with the id *name*.

        Raises:
            UnknownIdError: there is none.
            AmbiguousIdError: there are several.

        """
        kinds = [kind for kind in FOLDERS if self.find(kind, name)]
        kinds += ["skills"] if name == "skills" and skill_files(self.folders) else []
        if not kinds:
            raise UnknownIdError("id", name, self._suggest(name), listed_by="certeval list")
        if len(kinds) > 1:
            raise AmbiguousIdError(name, kinds)
        return kinds[0]

    def read(self, kind: str, reference: str) -> DefinitionFile[Any]:
        """Return what is in the file that *reference* means, with its problems.

        What many certificates share, such as a rubric or an audience, is read once.

        Raises:
            UnknownIdError: no file of that kind has the id.

        """
        if (kind, reference) in self._made:
            return self._made[kind, reference]
        path = self.path(kind, reference)
        self.files_read.add(path)
        if kind == "certificate" or path == STDIN:
            return read_definition(path, kind)
        return self._read_once(kind, path)

    def skills(self) -> list[DefinitionFile[Any]]:
        """Return the list of skills of each folder that has one; each is read once."""
        return [self._read_once("skills", path) for path in skill_files(self.folders)]

    def load(self, kind: str | None, reference: str) -> DefinitionFile[Any]:
        """Return what is in the file that *reference* means, without problems.

        Args:
            kind: the kind of definition; None takes the kind that it is of.
            reference: an id or a file.

        Raises:
            UnknownIdError: no file of that kind has the id.
            AmbiguousIdError: no kind is given, and files of several kinds have the id.
            DefinitionError: the file has problems.

        """
        if kind is None and not is_path(reference):
            kind = self.kind_of(reference)
        path = self.path(kind or "", reference)
        self.files_read.add(path)
        file = read_definition(path, kind)
        require_valid([file])
        return file

    def fresh_for_months(self, file: DefinitionFile[Any]) -> int | None:
        """Return up to what age facts are fresh by the rubric that *file* has, or names."""
        definition = file.valid
        wider = self.including(file.path)
        name = getattr(definition, "rubric", None)
        if definition.kind != "rubric" and name and wider.find("rubric", name):
            definition = wider.read("rubric", name).definition or definition
        months: int | None = getattr(definition, "facts_fresh_for_months", None)
        return months

    def ids(self, kind: str) -> list[str]:
        """Return every id of *kind*, sorted; reads no file."""
        return [name for name, _ in files(kind, self.folders)]

    def unknown_id_error(self, kind: str, name: str) -> UnknownIdError:
        """Return the error that there is no *kind* with the id *name*."""
        suggestions = self._suggest(name, kind)
        return UnknownIdError(kind, name, suggestions, listed_by=f"certeval list {kind}s")

    def _read_once(self, kind: str, path: Path) -> DefinitionFile[Any]:
        if (kind, path) not in self._shared:
            self._shared[kind, path] = read_definition(path, kind)
        return self._shared[kind, path]

    def _suggest(self, name: str, *kinds: str) -> list[str]:
        from certeval.library.listing import list_definitions  # noqa: PLC0415 - reads every file
        from certeval.library.suggestions import suggest_ids  # noqa: PLC0415 - as above

        return suggest_ids(list_definitions(self.folders, *kinds), name)


class _ById(Mapping[str, D]):
    """The definitions of one kind in a library by id, each read when it is asked for."""

    def __init__(self, library: Library, kind: str) -> None:
        self._library = library
        self._kind = kind

    def __getitem__(self, name: str) -> D:
        if self._library.find(self._kind, name) is None:
            raise self._library.unknown_id_error(self._kind, name)
        definition: D = self._library.read(self._kind, name).valid
        return definition

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._library.find(self._kind, name) is not None

    def __iter__(self) -> Iterator[str]:
        return filter(is_identifier, self._library.ids(self._kind))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __repr__(self) -> str:
        return f"<{self._kind}s by id: {', '.join(self)}>"

"""Find definitions by id in a list of folders, or read them from named files."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from certeval.errors import AmbiguousIdError, UnknownIdError
from certeval.library.by_id import ById
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
    file_here,
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


class Library:
    """Definitions in folders; the first match wins.

    Attributes:
        folders: the folders to search, in this order.
        shadowed: by kind and id, the user's files that replace a built-in definition.
        files_read: every file that was read because a caller named it or its id.

    """

    def __init__(self, folders: str | Path | Iterable[str | Path] | None = None) -> None:
        """Search *folders* and then the built-in library.

        Args:
            folders: one folder or several. None means those in $CERTEVAL_LIBRARY and the user's
                own.

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
        self._rescales = False

    @classmethod
    def only(cls, folders: Iterable[Path]) -> "Library":
        """Return a library of *folders* alone, without the built-in one.

        Args:
            folders: the folders to search, in this order.

        Returns:
            The library.

        """
        library = cls(())
        library.folders = tuple(dict.fromkeys(folders))
        return library

    @property
    def certificates(self) -> Mapping[str, "Certificate"]:
        """The certificates by id. Each is read when it is first needed."""
        return ById(self, "certificate")

    @property
    def audiences(self) -> Mapping[str, "Audience"]:
        """The audiences by id. Each is read when it is first needed."""
        return ById(self, "audience")

    @property
    def roles(self) -> Mapping[str, "Role"]:
        """The roles by id. Each is read when it is first needed."""
        return ById(self, "role")

    @property
    def rubrics(self) -> Mapping[str, "Rubric"]:
        """The rubrics by id. Each is read when it is first needed."""
        return ById(self, "rubric")

    def including(self, *paths: Path, after: Iterable[Path] = ()) -> "Library":
        """Add the libraries that files belong to, so that these files find their neighbors.

        Args:
            paths: files whose libraries are searched before this one.
            after: files whose libraries are searched after this one.

        Returns:
            The extended library; this one if there is nothing to add.

        """
        first, last = (
            [root for path in some if (root := root_of(path)) and root not in self.folders]
            for some in (paths, after)
        )
        if not first and not last:
            return self
        return self._with((*first, *self.folders, *last))

    def holding(self, definitions: Iterable[Definition]) -> "Library":
        """Add definitions that were made in Python; they come before all files.

        Args:
            definitions: the definitions.

        Returns:
            The extended library.

        """
        found = self._with(self.folders)
        for definition in definitions:
            file = without_file(definition)
            found._made[file.kind, definition.id] = file  # noqa: SLF001 - of the same class
        return found

    def rescaling(self) -> "Library":
        """Rescale weights in percent that do not add up to 100, in place of refusing the file.

        Returns:
            The same library, which reads files in that way.

        """
        if self._rescales:
            return self
        found = self._with(self.folders)
        found._rescales, found._shared = True, {}  # noqa: SLF001 - of the same class
        return found

    def _with(self, folders: Iterable[Path]) -> "Library":
        """Return a library of *folders* that shares what this one has read."""
        found = type(self).only(folders)
        found.shadowed, found.files_read = self.shadowed, self.files_read
        found._shared, found._made = self._shared, {**self._made}  # noqa: SLF001 - as above
        found._rescales = self._rescales  # noqa: SLF001 - as above
        return found

    def _path(self, kind: str, reference: str) -> Path:
        """Return the file that *reference*, an id or a path, means.

        Raises:
            UnknownIdError: there is no definition of that kind with the id.

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
        """Return the first file with the id *name*. Nothing but a valid id becomes part of a path.

        Args:
            kind: the kind of definition, one of ``FOLDERS``.
            name: the id.

        Returns:
            The file; None if there is none.

        """
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

    def _kind_of(self, name: str) -> str:
        """Return the kind of the definition with the id *name*.

        Raises:
            UnknownIdError: there is no such definition.
            AmbiguousIdError: definitions of several kinds have this id.

        """
        kinds = [kind for kind in FOLDERS if self.find(kind, name)]
        kinds += ["skills"] if name == "skills" and skill_files(self.folders) else []
        if not kinds:
            raise self.unknown_id_error("id", name)
        if len(kinds) > 1:
            raise AmbiguousIdError(name, kinds)
        return kinds[0]

    def read(self, kind: str, reference: str) -> DefinitionFile[Any]:
        """Read a definition, valid or not.

        Files that many certificates share, such as rubrics and audiences, are read only once.

        Args:
            kind: the kind of definition.
            reference: an id, the path of a file, or ``-`` for standard input.

        Returns:
            The contents of the file, with its problems.

        Raises:
            UnknownIdError: there is no definition of that kind with the id.

        """
        if (kind, reference) in self._made:
            return self._made[kind, reference]
        path = self._path(kind, reference)
        self.files_read.add(path)
        if kind == "certificate" or path == STDIN:
            return read_definition(path, kind, rescale=self._rescales)
        return self._read_once(kind, path)

    def skills(self) -> list[DefinitionFile[Any]]:
        """Read the lists of skills, each only once.

        Returns:
            The list of each folder that has one, in the order of the folders.

        """
        return [self._read_once("skills", path) for path in skill_files(self.folders)]

    def load(self, kind: str | None, reference: str) -> DefinitionFile[Any]:
        """Read a definition that has to be valid.

        Args:
            kind: the kind of definition; None accepts any kind.
            reference: an id, the path of a file, or ``-`` for standard input.

        Returns:
            The contents of the file.

        Raises:
            UnknownIdError: there is no definition of that kind with the id.
            AmbiguousIdError: no kind is given, and definitions of several kinds have the id.
            DefinitionError: the file has problems.

        """
        if kind is None and not is_path(reference):
            kind = self._kind_of(reference)
        path = self._path(kind or "", reference)
        self.files_read.add(path)
        file = read_definition(path, kind)
        require_valid([file])
        return file

    def ids(self, kind: str) -> list[str]:
        """Return every id of one kind without reading a file.

        Args:
            kind: the kind of definition, one of ``FOLDERS``.

        Returns:
            The ids, sorted.

        """
        return [name for name, _ in files(kind, self.folders)]

    def unknown_id_error(self, kind: str, name: str) -> UnknownIdError:
        """Return the error for an id that does not exist, with similar ids as a hint.

        Args:
            kind: the kind of definition, or ``id`` for any kind.
            name: the unknown id.

        Returns:
            The error, to be raised by the caller.

        """
        from certeval.library.suggestions import unknown_id_error  # noqa: PLC0415 - reads every file

        return unknown_id_error(self.folders, kind, name, file=file_here(name))

    def _read_once(self, kind: str, path: Path) -> DefinitionFile[Any]:
        if (kind, path) not in self._shared:
            self._shared[kind, path] = read_definition(path, kind, rescale=self._rescales)
        return self._shared[kind, path]

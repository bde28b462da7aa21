"""Find the folders and files that hold definitions, by name only: no file is opened.

Shell completion uses this module, so nothing slow is imported.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from certeval.errors import LibraryError

FOLDERS: Mapping[str, str] = {
    "certificate": "certificates",
    "audience": "audiences",
    "rubric": "methodology",
    "role": "roles",
    "market": "markets",
}
"""The folder of a library for each kind of definition."""

_SKILLS = "skills"
"""The name of the file, beside those folders, that lists the skills of a library."""

ENDINGS = (".yaml", ".yml")
VARIABLE = "CERTEVAL_LIBRARY"


def built_in() -> Path:
    """Return the folder of the definitions that come with certeval.

    Returns:
        ``rubrics`` inside the installed package, or next to the package in a source tree.

    """
    package = Path(__file__).resolve().parent.parent
    packaged = package / "rubrics"
    return packaged if os.path.isdir(packaged) else package.parent / "rubrics"


def user_data() -> Path:
    """Return the folder for this user's own definitions, as is customary on the platform.

    Returns:
        The folder, whether or not it exists.

    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "certeval"


def library_folders(named: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return all folders to search; the first match wins.

    Args:
        named: the folders to search first, before those in $CERTEVAL_LIBRARY, the user's own and
            the built-in one, in this order.

    Returns:
        The folders without repetitions.

    Raises:
        LibraryError: a folder in *named* or in the variable is not a library.

    """
    variable = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    require_libraries(named, "folders")
    require_libraries(variable, VARIABLE)
    personal = [folder for folder in (user_data(),) if os.path.isdir(folder)]
    return tuple(dict.fromkeys([*named, *variable, *personal, built_in()]))


def require_libraries(folders: Sequence[Path], named_by: str) -> None:
    """Require that each of *folders* is a library.

    Args:
        folders: the folders to check.
        named_by: the parameter, or the environment variable, that names them.

    Raises:
        LibraryError: one is not a folder, or contains no definitions.

    """
    for folder in folders:
        if not os.path.isdir(folder):
            reason = "is not a folder" if os.path.exists(folder) else "does not exist"
            raise LibraryError(folder, named_by, reason)
        if not is_library(folder):
            raise LibraryError(folder, named_by, "has no definitions")


def is_library(folder: Path) -> bool:
    """Return whether a folder contains any definitions, judging by file names.

    Args:
        folder: the folder, which need not exist.

    Returns:
        Whether it has one of the folders of a library, or a list of skills.

    """
    folders = any(os.path.isdir(folder / name) for name in FOLDERS.values())
    return folders or bool(skill_files([folder]))


def skill_files(folders: Sequence[Path]) -> list[Path]:
    """Return the lists of skills in *folders*.

    Args:
        folders: the folders of libraries.

    Returns:
        The existing files, in the order of *folders*.

    """
    named = [folder / f"{_SKILLS}{ending}" for folder in folders for ending in ENDINGS]
    return [path for path in named if os.path.isfile(path)]


def is_skill_list(path: Path) -> bool:
    """Return whether a file has the name of a library's list of skills.

    Args:
        path: the file, which need not exist.

    Returns:
        Whether it is named ``skills.yaml`` or ``skills.yml``.

    """
    return path.stem == _SKILLS and path.suffix in ENDINGS


def files(kind: str, folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield the id and the file of each definition of one kind, sorted by id.

    Args:
        kind: one of ``FOLDERS``.
        folders: the folders of libraries; earlier ones hide definitions in later ones.

    Yields:
        An id, taken from the name of the file, and the file.

    """
    found: dict[str, Path] = {}
    for folder in folders:
        for path in definition_files(folder / FOLDERS[kind]):
            found.setdefault(path.stem, path)
    yield from sorted(found.items())


def definition_files(folder: Path) -> list[Path]:
    """Return the YAML files directly in a folder.

    Args:
        folder: the folder.

    Returns:
        The files, sorted by name; none if the folder cannot be listed.

    """
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in entries if path.suffix in ENDINGS and os.path.isfile(path)]


def absolute(path: Path) -> Path:
    """Return an absolute path without following links.

    Args:
        path: the path, absolute or relative.

    Returns:
        The absolute path; *path* itself if the working directory no longer exists.

    """
    try:
        return path.absolute()
    except OSError:
        return path


def root_of(path: Path) -> Path | None:
    """Return the library that a path belongs to, judging by the names of folders.

    Args:
        path: the folder of a library, or a file.

    Returns:
        The folder of the library; None if there is none.

    """
    if os.path.isdir(path):
        return path if is_library(path) else None
    folder = absolute(path).parent
    if folder.name in FOLDERS.values():
        return folder.parent
    return folder if skill_files([folder]) else None


def file_here(name: str) -> str | None:
    """Return the file in the current folder that an id may mean: its name with an ending.

    Args:
        name: an id.

    Returns:
        The name of the file; None if there is none.

    """
    return next((name + ending for ending in ENDINGS if os.path.isfile(name + ending)), None)


def is_path(reference: str) -> bool:
    """Return whether a reference is a path rather than an id.

    Args:
        reference: an id, the path of a file, or ``-`` for standard input.

    Returns:
        Whether it has a separator or the ending of a definition file, or is ``-``.

    """
    separators = [os.sep, *([os.altsep] if os.altsep else []), "/"]
    return (
        reference == "-"
        or reference.endswith(ENDINGS)
        or any(separator in reference for separator in separators)
    )

"""Which folders hold definitions, and which files in them: names only, nothing is opened.

Completion runs through here, so nothing heavy is imported.
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
}
"""The folder of a library for each kind of definition."""

_SKILLS = "skills"
"""The name of the file, beside those folders, that lists the skills of a library."""

ENDINGS = (".yaml", ".yml")
VARIABLE = "CERTEVAL_LIBRARY"


def built_in() -> Path:
    """Return the definitions that come with certeval: in the wheel, or next to the package."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "rubrics"
    return packaged if os.path.isdir(packaged) else package.parent / "rubrics"


def user_data() -> Path:
    """Return the folder for this user's own definitions, by the custom of the platform."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "certeval"


def library_folders(named: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return all folders that are searched; the first match wins.

    Args:
        named: the folders to search first. Those of $CERTEVAL_LIBRARY, the user's and the built-in
            one come after them, in this order.

    Raises:
        LibraryError: a folder of *named* or of the variable is not a library.

    """
    variable = [Path(part) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    require_libraries(named, "folders")
    require_libraries(variable, VARIABLE)
    personal = [folder for folder in (user_data(),) if os.path.isdir(folder)]
    return tuple(dict.fromkeys([*named, *variable, *personal, built_in()]))


def require_libraries(folders: Sequence[Path], named_by: str) -> None:
    """Require that each of *folders* is a library.

    Args:
        folders: the folders to look at.
        named_by: the parameter, or the variable of the environment, that names them.

    Raises:
        LibraryError: one is not a folder, or has no definitions.

    """
    for folder in folders:
        if not os.path.isdir(folder):
            reason = "is not a folder" if os.path.exists(folder) else "does not exist"
            raise LibraryError(folder, named_by, reason)
        if not is_library(folder):
            raise LibraryError(folder, named_by, "has no definitions")


def is_library(folder: Path) -> bool:
    """Return whether *folder* has any definitions, by the names of what is in it."""
    folders = any(os.path.isdir(folder / name) for name in FOLDERS.values())
    return folders or bool(skill_files([folder]))


def skill_files(folders: Sequence[Path]) -> list[Path]:
    """Return the lists of skills in *folders*, in their order."""
    named = [folder / f"{_SKILLS}{ending}" for folder in folders for ending in ENDINGS]
    return [path for path in named if os.path.isfile(path)]


def is_skill_list(path: Path) -> bool:
    """Return whether *path* is named like the list of a library's skills."""
    return path.stem == _SKILLS and path.suffix in ENDINGS


def files(kind: str, folders: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    """Yield each id of *kind* with its file, sorted by id; earlier folders hide later ones."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in definition_files(folder / FOLDERS[kind]):
            found.setdefault(path.stem, path)
    yield from sorted(found.items())


def definition_files(folder: Path) -> list[Path]:
    """Return the YAML files directly in *folder*, sorted; none if it cannot be listed."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in entries if path.suffix in ENDINGS and os.path.isfile(path)]


def absolute(path: Path) -> Path:
    """Return *path* from the root, or as it is if the working directory is gone."""
    try:
        return path.absolute()
    except OSError:
        return path


def root_of(path: Path) -> Path | None:
    """Return the library that *path* is or lies in, by the names of its folders, or None."""
    if os.path.isdir(path):
        return path if is_library(path) else None
    folder = absolute(path).parent
    if folder.name in FOLDERS.values():
        return folder.parent
    return folder if skill_files([folder]) else None


def is_path(reference: str) -> bool:
    """Return whether *reference* is a file (or ``-``, standard input) rather than an id."""
    separators = [os.sep, *([os.altsep] if os.altsep else []), "/"]
    return (
        reference == "-"
        or reference.endswith(ENDINGS)
        or any(separator in reference for separator in separators)
    )

"""List the definitions in a library, and their files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from certeval.diagnostics import Diagnostic
from certeval.library.definitions import read_definition
from certeval.library.folders import FOLDERS, files, skill_files
from certeval.library.text import display_path
from certeval.model.problems import FieldPath
from certeval.model.references import defined
from certeval.results.listing import Entry, Listing

if TYPE_CHECKING:
    from certeval.model.certificate import Certificate


class Listed(NamedTuple):
    """The definitions in a library, and the valid certificates among them by id."""

    listing: Listing
    certificates: Mapping[str, "Certificate"]


def list_definitions(folders: Sequence[Path], *kinds: str) -> Listed:
    """List every definition in *folders* with its title; reads each file.

    Args:
        folders: the folders of libraries, in the order in which they are searched.
        kinds: the kinds to list, with ``skill`` for the skills in lists of skills; none means every
            kind except ``skill``.

    Returns:
        The definitions by kind and id, the problems of their files, and the certificates.

    """
    certificates: dict[str, Certificate] = {}
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    for kind in kinds or FOLDERS:
        if kind == "skill":
            listed, faults = _skills(folders)
            entries += listed
            problems += faults
            continue
        for name, path in files(kind, folders):
            file = read_definition(path, kind)
            title = file.definition.title if file.definition else None
            entries.append(Entry(kind, name, title, display_path(path)))
            problems += file.problems
            if kind == "certificate" and file.definition:
                certificates[name] = file.definition
    return Listed(Listing(entries=tuple(entries), problems=tuple(problems)), certificates)


def _skills(folders: Sequence[Path]) -> tuple[list[Entry], list[Diagnostic]]:
    """Return each skill in the lists of *folders*, as the first list with its id has it."""
    lists = [read_definition(path, "skills") for path in skill_files(folders)]
    entries: dict[str, Entry] = {}
    for file in lists:
        for _, name, at in defined(file.model, file.data) if file.model else ():
            if at[-1] == "id":
                title = _title_beside(file.data, at)
                entries.setdefault(name, Entry("skill", name, title, display_path(file.path)))
    found = sorted(entries.values(), key=lambda entry: entry.id)
    return found, [problem for file in lists for problem in file.problems]


def _title_beside(data: Any, at: FieldPath) -> str | None:
    """Return the title in the same part of *data* as the field at *at*, if it is text."""
    for step in at[:-1]:
        data = data[step]
    title = data.get("title")
    return str(title) if isinstance(title, str) else None

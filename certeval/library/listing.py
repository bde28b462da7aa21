"""What there is in a library, and where."""

from collections.abc import Sequence
from pathlib import Path

from certeval.diagnostics import Diagnostic
from certeval.library.definitions import read_definition
from certeval.library.folders import FOLDERS, files, skill_files
from certeval.library.source import display_path
from certeval.results.listing import Entry, Listing


def list_definitions(folders: Sequence[Path], *kinds: str) -> Listing:
    """Every definition of *kinds* (none means all) in *folders*, with titles: reads each file.

    The kind ``skill`` lists the skills in lists of them, and is only listed where it is named.
    """
    entries: list[Entry] = []
    problems: list[Diagnostic] = []
    for kind in kinds or FOLDERS:
        if kind == "skill":
            continue
        for name, path in files(kind, folders):
            reading = read_definition(path, kind)
            title = reading.loaded.definition.title if reading.loaded else None
            entries.append(Entry(kind, name, title, display_path(path)))
            problems += reading.problems
    if "skill" in kinds:
        listed, faults = _skills(folders)
        entries += listed
        problems += faults
    return Listing(entries=tuple(entries), problems=tuple(problems))


def _skills(folders: Sequence[Path]) -> tuple[list[Entry], list[Diagnostic]]:
    """Each skill of the lists in *folders*; the first list that has an id counts."""
    readings = [read_definition(path, "skills") for path in skill_files(folders)]
    entries: dict[str, Entry] = {}
    for reading in readings:
        for skill in reading.readable.definition.skills if reading.readable else ():
            entry = Entry("skill", skill.id, skill.title, display_path(reading.path))
            entries.setdefault(skill.id, entry)
    found = sorted(entries.values(), key=lambda entry: entry.id)
    return found, [problem for reading in readings for problem in reading.problems]

"""List and show measures, which are part of the program and in no file."""

from typing import Any

from certeval.model.measures import MEASURES
from certeval.results.definition import Shown
from certeval.results.listing import Entry, Listing

_FILE = "certeval itself"


def list_measures() -> Listing:
    """List the measures that a rubric can judge by.

    Returns:
        An entry for each measure, in the order of the list.

    """
    return Listing(
        entries=tuple(Entry("measure", name, one.title, _FILE) for name, one in MEASURES.items())
    )


def view_measure(name: str) -> Shown:
    """Return a measure as a result, like a definition.

    Args:
        name: its id, one of ``MEASURES``.

    Returns:
        What it means, and how it is calculated from which facts.

    """
    one = MEASURES[name]
    content: dict[str, Any] = {
        "kind": "measure",
        "id": name,
        "title": one.title,
        "meaning": one.meaning,
        "unit": one.unit or "none (a word)",
        "formula": one.formula,
        "facts": [kind.replace("_", " ") for kind in one.facts],
    }
    if one.parameters:
        content["parameters"] = list(one.parameters)
    lines = [
        f"{field}: {', '.join(value) if isinstance(value, list) else value}"
        for field, value in content.items()
    ]
    return Shown(file=_FILE, definition=content, old=(), text="\n".join([*lines, ""]))

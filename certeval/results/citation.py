"""References to definitions and sources."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """A definition by id and title, and the file it was read from (None if made in Python)."""

    id: str
    title: str
    file: str | None = None


@dataclass(frozen=True)
class Citation:
    """The source of a fact. ``date`` is when the fact was true, as exactly as that is known.

    ``old`` is set if that is longer ago than the rubric allows.
    """

    title: str
    publisher: str
    date: str
    url: str | None = None
    old: bool = False

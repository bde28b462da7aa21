"""What a result is about, and where what it says comes from."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Named:
    """A definition by id and title, and the file it was read from (None for one made in code)."""

    id: str
    title: str
    file: str | None = None


@dataclass(frozen=True)
class Citation:
    """What something rests on: ``date`` is when it was true, as exactly as that is known.

    ``old`` says that this is longer ago than the rubric lets facts be.
    """

    title: str
    publisher: str
    date: str
    url: str | None = None
    old: bool = False

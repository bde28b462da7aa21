"""The result of `list`: the definitions of the library."""

from dataclasses import dataclass
from typing import Literal

from certeval.diagnostics import Diagnostic
from certeval.results.base import Result


@dataclass(frozen=True)
class Entry:
    """A definition file of the library. ``title`` is None where the file has problems."""

    kind: str
    id: str
    title: str | None
    path: str


@dataclass(frozen=True, kw_only=True)
class Listing(Result):
    """What there is in a library; ``problems`` are those of the files that could not be read."""

    kind: Literal["listing"] = "listing"
    entries: tuple[Entry, ...]
    problems: tuple[Diagnostic, ...] = ()

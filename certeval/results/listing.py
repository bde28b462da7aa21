"""The result of ``list``: the definitions in a library."""

from dataclasses import dataclass
from typing import Literal

from certeval.diagnostics import Diagnostic
from certeval.results.base import Result


@dataclass(frozen=True)
class Entry:
    """A definition in a library. ``title`` is None if its file has problems."""

    kind: str
    id: str
    title: str | None
    path: str


@dataclass(frozen=True, kw_only=True)
class Listing(Result):
    """The definitions in a library; ``problems`` are those of files with errors."""

    kind: Literal["listing"] = "listing"
    entries: tuple[Entry, ...]
    problems: tuple[Diagnostic, ...] = ()

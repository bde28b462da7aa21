"""The result of `verdict`: the box."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named


@dataclass(frozen=True)
class Entry:
    """A line of the box. ``computed`` tells what the program worked out from what is written.

    ``citation`` is what it rests on first of all; None where that is the rubric.
    """

    name: str
    text: str
    computed: bool
    citation: Citation | None


@dataclass(frozen=True, kw_only=True)
class VerdictBox(Result):
    """What it comes to. ``rating_display`` is None where it has not been reviewed; ``unscored``
    then says so."""

    kind: Literal["verdict"] = "verdict"
    certificate: Named
    audience: Named | None
    rubric: Named | None
    rating_display: str | None
    band: str | None
    unscored: str | None
    entries: tuple[Entry, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

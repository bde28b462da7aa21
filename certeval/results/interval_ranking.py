"""The result of ranking totals that are intervals."""

from dataclasses import dataclass
from typing import Literal

from certeval.model.table import BadRow
from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Quantity
from certeval.results.ranking import LeftOut


@dataclass(frozen=True)
class IntervalEntry:
    """A certificate and the ranks that it can have.

    ``total`` and ``rating`` are the lowest that they can be, the others the highest. ``first`` is
    the share of draws, in percent, in which it has the highest total. ``certainly_ahead_of`` and
    ``certainly_behind`` are how many others it is above or below whatever the unknowns are.
    ``failed`` are the criteria that are below their minimum: such a certificate ranks last.
    """

    best_rank: int
    worst_rank: int
    id: str
    title: str
    total: Quantity
    total_high: Quantity
    rating: Quantity
    rating_high: Quantity
    confidence_percent: Quantity | None
    first_percent: Quantity
    certainly_ahead_of: int
    certainly_behind: int
    failed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class IntervalRanking(Result):
    """Certificates with totals that are intervals, those that are first most often first.

    ``certain_first`` is the id of the one that is above all others whatever the unknowns are; None
    if none is certainly first. ``file`` is the table that was read, if one was, with
    ``rows_read`` rows; ``bad_rows`` has the first hundred of ``bad_count`` rows that could not be
    ranked.
    """

    kind: Literal["interval-ranking"] = "interval-ranking"
    by: Literal["opinion", "evidence"]
    rubric: Named
    audience: Named | None
    role: Named | None
    entries: tuple[IntervalEntry, ...]
    ranked: int
    certain_first: str | None
    draws: int
    seed: int
    left_out: tuple[LeftOut, ...]
    scale_max_display: str
    file: str | None = None
    rows_read: int | None = None
    bad_count: int = 0
    bad_rows: tuple[BadRow, ...] = ()
    warnings: tuple[str, ...]

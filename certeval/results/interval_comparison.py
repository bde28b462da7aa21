"""The result of comparing certificates whose scores are intervals."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Quantity
from certeval.results.interval_ranking import IntervalEntry


@dataclass(frozen=True)
class IntervalScore:
    """The score of a certificate for a criterion, from ``low`` to ``high`` points."""

    id: str
    low: Quantity
    high: Quantity


@dataclass(frozen=True)
class IntervalCriterion:
    """A criterion, and the scores of those that it applies to, in the order of the entries.

    ``ahead`` is the id of the one whose score is certainly the highest; None if that cannot be
    told.
    """

    criterion: str
    title: str
    scores: tuple[IntervalScore, ...]
    ahead: str | None


@dataclass(frozen=True, kw_only=True)
class IntervalComparison(Result):
    """Certificates with scores that are intervals, criterion by criterion.

    ``entries`` are in the order asked for. ``certain_first`` is the id of the one whose total is
    above all others whatever the unknowns are; None if none is certainly first.
    """

    kind: Literal["interval-comparison"] = "interval-comparison"
    by: Literal["opinion", "evidence"]
    rubric: Named
    audience: Named | None
    role: Named | None
    entries: tuple[IntervalEntry, ...]
    criteria: tuple[IntervalCriterion, ...]
    certain_first: str | None
    draws: int
    seed: int
    scale_max_display: str
    warnings: tuple[str, ...]

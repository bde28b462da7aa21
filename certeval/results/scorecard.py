"""The result of scoring: the rating and everything it was calculated from."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.evidence import EvidenceSummary
from certeval.results.figures import Quantity

Origin = Literal[
    "set", "certificate_audience", "audience_adjustment", "certificate", "lowest", "middle",
    "unknown", "evidence",
]  # fmt: skip
"""Where a score comes from: the caller; the certificate's own score for the audience; its score
plus the audience's adjustment; its score; without one, the scale's minimum, its middle, or anything
on it; or facts."""


Condition = Literal["holds", "fails", "cannot_be_determined"]
"""Whether a rating, which may be an interval, reaches the lowest one that is asked for."""


@dataclass(frozen=True)
class Bounds:
    """The scale of raw scores and ratings."""

    min: Decimal
    max: Decimal


@dataclass(frozen=True)
class Verdict:
    """The band that the rating falls in."""

    label: str
    meaning: str


@dataclass(frozen=True)
class Line:
    """One criterion.

    ``base_raw`` is the certificate's own score before adjustments and overrides, or None if it has
    none. ``share`` is the position of ``raw`` on the scale, from 0 (minimum) to 1 (maximum).
    ``minimum`` is the lowest score that is acceptable, if there is one.
    If the score is not known, it lies between ``raw`` and ``raw_high``, which is None otherwise.
    ``measurement`` is what was measured, in ``unit``. ``confidence_percent`` is how much of a score
    from facts rests on evidence.
    """

    criterion: str
    title: str
    question: str
    group: str | None
    measurement: str | None
    unit: str | None
    raw: Quantity
    raw_high: Quantity | None
    base_raw: Quantity | None
    changed: bool
    origin: Origin
    share: Fraction
    weight_percent: Quantity
    contribution: Quantity
    contribution_high: Quantity | None
    minimum: Quantity | None
    fails_minimum: bool
    confidence_percent: Quantity | None
    reason: str | None
    base_reason: str | None


@dataclass(frozen=True)
class GroupLine:
    """A group of criteria: its weight in the total, and what its criteria contribute together.

    ``score`` is their weighted mean, in points; None if it weighs nothing. ``group`` is the group
    around it.
    """

    id: str
    title: str
    group: str | None
    weight_percent: Quantity
    score: Quantity | None
    contribution: Quantity


@dataclass(frozen=True, kw_only=True)
class Scorecard(Result):
    """A certificate scored for an audience.

    ``total`` is the exact sum of the contributions, and ``rating`` the total rounded once.
    ``column_sum`` is the sum of the displayed contributions, and ``adds_up`` says whether it
    equals the displayed rating.

    Where a score is not known, ``total`` and ``rating`` are the lowest that they can be, and
    ``total_high`` and ``rating_high`` the highest; these are None otherwise. ``failed`` are the
    titles of the criteria that are below their minimum, and ``may_fail`` of those that may be, as
    their scores are not known. ``tie_breakers`` are the ids of criteria that order equal totals.
    ``exact`` is false if a logarithm is in the total. ``evidence`` is what facts say beside a
    reviewer's scores, if that is asked for.
    """

    kind: Literal["scorecard"] = "scorecard"
    certificate: Named
    audience: Named | None
    rubric: Named
    by: Literal["opinion", "evidence"]
    lines: tuple[Line, ...]
    groups: tuple[GroupLine, ...]
    weight_total_percent: Quantity
    total: Quantity
    total_high: Quantity | None
    rating: Quantity
    rating_high: Quantity | None
    exact: bool
    confidence_percent: Quantity | None
    failed: tuple[str, ...]
    may_fail: tuple[str, ...] = ()
    tie_breakers: tuple[str, ...] = ()
    not_applicable: tuple[str, ...]
    scale: Bounds
    scale_max_display: str
    column_sum: Quantity
    adds_up: bool
    band: Verdict | None
    band_high: Verdict | None
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    evidence: EvidenceSummary | None = None
    condition: Condition | None = None


@dataclass(frozen=True, kw_only=True)
class Scorecards(Result):
    """One certificate scored for several audiences."""

    kind: Literal["scorecards"] = "scorecards"
    scorecards: tuple[Scorecard, ...]

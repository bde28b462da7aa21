"""The result of scoring: the rating and everything it was calculated from."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Quantity

Origin = Literal["set", "certificate_audience", "audience_adjustment", "certificate", "lowest"]
"""Where a raw score comes from: the caller; the certificate's own score for the audience; its score
plus the audience's adjustment; its score; or the scale's minimum, because it has no score."""


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
    """

    criterion: str
    title: str
    question: str
    raw: Quantity
    base_raw: Quantity | None
    changed: bool
    origin: Origin
    share: Fraction
    weight_percent: Quantity
    contribution: Quantity
    reason: str | None
    base_reason: str | None


@dataclass(frozen=True, kw_only=True)
class Scorecard(Result):
    """A certificate scored for an audience.

    ``total`` is the exact sum of the contributions, and ``rating`` the total rounded once.
    ``column_sum`` is the sum of the displayed contributions, and ``adds_up`` says whether it
    equals the displayed rating.
    """

    kind: Literal["scorecard"] = "scorecard"
    certificate: Named
    audience: Named | None
    rubric: Named
    lines: tuple[Line, ...]
    weight_total_percent: Quantity
    total: Quantity
    rating: Quantity
    scale: Bounds
    scale_max_display: str
    column_sum: Quantity
    adds_up: bool
    band: Verdict | None
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class Scorecards(Result):
    """One certificate scored for several audiences."""

    kind: Literal["scorecards"] = "scorecards"
    scorecards: tuple[Scorecard, ...]

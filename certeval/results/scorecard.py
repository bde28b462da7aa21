"""The result of scoring: what came out, and everything that it was worked out from."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named

Origin = Literal["set", "certificate-audience", "audience-adjustment", "certificate", "lowest"]


"""Where a raw score came from: the command line; the certificate's own score for the audience; its
score plus the audience's adjustment; its score; or the scale's minimum, for want of a score."""


@dataclass(frozen=True)
class Bounds:
    """The scale of raw scores and rating."""

    min: Decimal
    max: Decimal


@dataclass(frozen=True)
class Verdict:
    """The band that the rating falls in."""

    label: str
    meaning: str


@dataclass(frozen=True)
class Line:
    """One criterion. ``base_raw`` is the certificate's own score before audience and command line
    (None where it has none); ``share`` is how far up the scale ``raw`` lies, 0 to 1."""

    criterion: str
    title: str
    question: str
    raw: Fraction
    raw_display: str
    base_raw: Fraction | None
    base_raw_display: str | None
    changed: bool
    origin: Origin
    origin_display: str
    share: Fraction
    weight_percent: Fraction
    weight_display: str
    contribution: Fraction
    contribution_display: str
    reason: str | None
    base_reason: str | None


@dataclass(frozen=True, kw_only=True)
class Scorecard(Result):
    """A certificate scored for an audience.

    ``total`` is the exact sum of the contributions, ``rating`` the same rounded once.
    ``column_sum`` is what the displayed contributions add up to, and ``adds_up`` whether that is
    the displayed rating.
    """

    kind: Literal["scorecard"] = "scorecard"
    certificate: Named
    audience: Named | None
    rubric: Named
    lines: tuple[Line, ...]
    weight_total_percent: Fraction
    weight_total_display: str
    total: Fraction
    total_display: str
    rating: Decimal
    rating_display: str
    scale: Bounds
    scale_max_display: str
    column_sum: Decimal
    column_sum_display: str
    adds_up: bool
    band: Verdict | None
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]


@dataclass(frozen=True, kw_only=True)
class Scorecards(Result):
    """One certificate scored for several audiences."""

    kind: Literal["scorecards"] = "scorecards"
    scorecards: tuple[Scorecard, ...]

"""The result of scoring: what came out, and everything that it was worked out from."""

from typing import Literal

from certeval.analysis.citation import Citation, Named
from certeval.analysis.exact import Exact, Rounded
from certeval.record import record
from certeval.result import Result

Origin = Literal["set", "certificate-audience", "audience-adjustment", "certificate", "lowest"]
"""Where a raw score came from: the command line; the certificate's own score for the audience; its
score plus the audience's adjustment; its score; or the scale's minimum, for want of a score."""


@record
class Bounds:
    """The scale of raw scores and rating."""

    min: Rounded
    max: Rounded


@record
class Verdict:
    """The band that the rating falls in."""

    label: str
    meaning: str


@record
class Line:
    """One criterion. ``base_raw`` is the certificate's own score before audience and command line
    (None where it has none); ``share`` is how far up the scale ``raw`` lies, 0 to 1."""

    criterion: str
    title: str
    question: str
    raw: Exact
    raw_display: str
    base_raw: Exact | None
    base_raw_display: str | None
    changed: bool
    origin: Origin
    origin_display: str
    share: Exact
    weight_percent: Exact
    weight_display: str
    contribution: Exact
    contribution_display: str
    reason: str | None
    base_reason: str | None


@record(kw_only=True)
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
    weight_total_percent: Exact
    weight_total_display: str
    total: Exact
    total_display: str
    rating: Rounded
    rating_display: str
    scale: Bounds
    scale_max_display: str
    column_sum: Rounded
    column_sum_display: str
    adds_up: bool
    band: Verdict | None
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]


@record(kw_only=True)
class Scorecards(Result):
    """One certificate scored for several audiences."""

    kind: Literal["scorecards"] = "scorecards"
    scorecards: tuple[Scorecard, ...]

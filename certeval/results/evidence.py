"""The result of judging from evidence: an interval for each criterion, and what it rests on."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Figure, Span


@dataclass(frozen=True)
class CurvePoint:
    """A measurement, a number or a word, and its score in points."""

    measurement: str
    score: Fraction


@dataclass(frozen=True)
class EvidenceFact:
    """A fact that a measurement rests on: what it is about, its value, and its source.

    ``stale`` says that it is older than the rubric lets facts of its kind be.
    """

    about: str
    display: str
    stale: bool
    citation: Citation


@dataclass(frozen=True)
class EvidenceMeasure:
    """A measure of a criterion.

    ``weight_percent`` is its part in the criterion. The measurement is a ``span`` or a ``word``,
    and neither if it is unknown; ``missing`` are the kinds of facts that would narrow it. One that
    is not ``applicable`` has no score.
    """

    measure: str
    title: str
    unit: str | None
    formula: str
    weight_percent: Figure
    applicable: bool
    span: Span | None
    word: str | None
    detail: str
    missing: tuple[str, ...]
    score: Span | None
    by_provider: bool
    facts: tuple[EvidenceFact, ...]
    axis: Literal["linear", "logarithmic"]
    curve: tuple[CurvePoint, ...]
    curve_citation: Citation


@dataclass(frozen=True)
class EvidenceLine:
    """A criterion.

    ``score`` is None if none of its measures applies; its weight then goes to the others.
    ``opinion`` is a reviewer's score for the same audience, None without one, and ``gap`` what the
    opinion is above the nearest end of the interval, or below it where it is negative; 0 inside.
    """

    criterion: str
    title: str
    weight_percent: Figure
    score: Span | None
    contribution: Span | None
    confidence_percent: Figure
    opinion: Figure | None
    gap: Figure | None
    combine: Literal["mean", "highest"] | None
    measures: tuple[EvidenceMeasure, ...]


@dataclass(frozen=True)
class Narrowing:
    """The facts of one kind that, once known, would narrow the total most: from a width in points
    to at most another."""

    about: str
    before: Figure
    after: Figure


@dataclass(frozen=True)
class Disagreement:
    """A criterion for which a reviewer's score is outside the interval.

    ``gap`` is how far above it, or below it if negative. ``measure`` is the one that keeps them
    apart most, with the numbers that it was calculated from as ``detail``; None if the rubric has
    no measures for the criterion.
    """

    criterion: str
    title: str
    evidence: Span
    opinion: Figure
    gap: Figure
    measure: str | None
    measure_title: str | None
    detail: str


@dataclass(frozen=True)
class EvidenceSummary:
    """What evidence says, in short, to stand beside a reviewer's scores."""

    role: Named | None
    retired: str | None
    rating: Span | None
    exact: bool
    bands: tuple[str, ...]
    confidence_percent: Figure
    scale_max_display: str
    disagreements: tuple[Disagreement, ...]


@dataclass(frozen=True, kw_only=True)
class EvidenceReport(Result):
    """A certificate judged from facts, for one reader and one role.

    ``total`` is exact, and ``rating`` the same rounded once; both are None if the certificate is
    ``retired``. ``bands`` are the bands of the lowest and of the highest rating, once if they are
    the same.
    """

    kind: Literal["evidence"] = "evidence"
    certificate: Named
    audience: Named | None
    role: Named | None
    rubric: Named
    retired: str | None
    total: Span | None
    rating: Span | None
    exact: bool
    bands: tuple[str, ...]
    confidence_percent: Figure
    opinion: Figure | None
    lines: tuple[EvidenceLine, ...]
    narrowing: Narrowing | None
    scale_max_display: str
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str

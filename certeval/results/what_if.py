"""The result of trying something: figures before and after, and the difference."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Span
from certeval.results.scorecard import Verdict


@dataclass(frozen=True)
class Change:
    """A figure before and after, None where there is none; the difference is after less before."""

    before: Fraction | None
    before_display: str
    after: Fraction
    after_display: str
    difference: Fraction | None
    difference_display: str


@dataclass(frozen=True)
class LineChange:
    """A criterion; ``changed`` where its raw score or its weight is another one, or a new one."""

    criterion: str
    title: str
    changed: bool
    raw: Change
    weight_percent: Change
    contribution: Change


@dataclass(frozen=True)
class ScoreChange:
    """What becomes of the score. Before is None where the certificate was not fully scored."""

    rubric: Named
    lines: tuple[LineChange, ...]
    total: Change
    rating: Change
    band_before: Verdict | None
    band_after: Verdict | None


@dataclass(frozen=True)
class SpanChange:
    """A figure with a low and a high end before and after, None where it is unknown.

    The differences are after less before, end by end; ``changed`` where one of them is not 0, or
    the figure was or becomes unknown. ``citation`` is what it rested on before.
    """

    title: str
    changed: bool
    before: Span | None
    before_display: str
    after: Span | None
    after_display: str
    difference_low: Fraction | None
    difference_high: Fraction | None
    difference_display: str
    citation: Citation | None


@dataclass(frozen=True)
class CostChange:
    """What becomes of the cost, and what keeps it from being known."""

    lines: tuple[SpanChange, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WhatIf(Result):
    """What changes if something is tried; None where nothing was tried that bears upon it."""

    kind: Literal["what-if"] = "what-if"
    certificate: Named
    audience: Named | None
    score: ScoreChange | None
    cost: CostChange | None
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

"""The result of trying something: figures before and after, and the difference."""

from typing import Literal

from certeval.analysis.citation import Citation, Named
from certeval.analysis.exact import Exact, Span
from certeval.analysis.scorecard import Verdict
from certeval.record import record
from certeval.result import Result


@record
class Change:
    """A figure before and after, None where there is none; the difference is after less before."""

    before: Exact | None
    before_display: str
    after: Exact
    after_display: str
    difference: Exact | None
    difference_display: str


@record
class LineChange:
    """A criterion; ``changed`` where its raw score or its weight is another one, or a new one."""

    criterion: str
    title: str
    changed: bool
    raw: Change
    weight_percent: Change
    contribution: Change


@record
class ScoreChange:
    """What becomes of the score. Before is None where the certificate was not fully scored."""

    rubric: Named
    lines: tuple[LineChange, ...]
    total: Change
    rating: Change
    band_before: Verdict | None
    band_after: Verdict | None


@record
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
    difference_low: Exact | None
    difference_high: Exact | None
    difference_display: str
    citation: Citation | None


@record
class CostChange:
    """What becomes of the cost, and what keeps it from being known."""

    lines: tuple[SpanChange, ...]
    unknown: tuple[str, ...]


@record(kw_only=True)
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

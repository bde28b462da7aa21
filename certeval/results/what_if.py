"""The result of a what-if: score and cost before and after a change, and the difference."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.cost import Unknown
from certeval.results.figures import Quantity, Span
from certeval.results.scorecard import Verdict


@dataclass(frozen=True)
class Change:
    """A number before and after the change; ``difference`` is after less before.

    ``before`` and ``difference`` are None if there was no number before. If they are not known,
    these are the lowest that they can be, and the others the highest; None otherwise.
    """

    before: Quantity | None
    after: Quantity
    difference: Quantity | None
    before_high: Quantity | None = None
    after_high: Quantity | None = None
    difference_high: Quantity | None = None


@dataclass(frozen=True)
class LineChange:
    """A criterion; ``changed`` if its raw score or its weight is new or different."""

    criterion: str
    title: str
    changed: bool
    unit: str | None
    measured_before: str | None
    measured_after: str | None
    raw: Change
    weight_percent: Change
    contribution: Change


@dataclass(frozen=True)
class ScoreChange:
    """How the score changes. What comes before is None if the certificate had no rating."""

    rubric: Named
    lines: tuple[LineChange, ...]
    total: Change
    rating: Change
    band_before: Verdict | None
    band_after: Verdict | None


CostItem = Literal[
    "price", "hours_per_week", "weeks", "months_billed", "months_begun", "total_cost"
]


@dataclass(frozen=True)
class SpanChange:
    """An item of the cost before and after the change, None if it is unknown.

    The differences are after less before, end by end. ``changed`` if one of them is not 0, or if
    the range was or becomes unknown. ``product`` and ``per`` are those of a price. ``citation`` is
    the source of the range before.
    """

    item: CostItem
    product: str | None
    per: str | None
    changed: bool
    before: Span | None
    after: Span | None
    difference_low: Quantity | None
    difference_high: Quantity | None
    citation: Citation | None


@dataclass(frozen=True)
class CostChange:
    """How the cost changes, and which facts are missing to know it."""

    lines: tuple[SpanChange, ...]
    unknown: tuple[Unknown, ...]


@dataclass(frozen=True, kw_only=True)
class WhatIf(Result):
    """What changes; ``score`` or ``cost`` is None if the change does not affect it.

    ``warnings`` are true before and after the change, the others only before it or after it.
    """

    kind: Literal["what-if"] = "what-if"
    by: Literal["opinion", "evidence"]
    certificate: Named
    audience: Named | None
    score: ScoreChange | None
    cost: CostChange | None
    warnings: tuple[str, ...]
    warnings_before: tuple[str, ...] = field(metadata={"json": False})
    warnings_after: tuple[str, ...] = field(metadata={"json": False})
    sources: tuple[Citation, ...]
    today: str
    old: str | None

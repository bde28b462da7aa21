"""The result of `review`: every question answered once."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.cost import CostReport
from certeval.results.curriculum import Curriculum
from certeval.results.facts import Fact
from certeval.results.fit import FitReport
from certeval.results.gaps import Gaps
from certeval.results.interview import Interview
from certeval.results.overlap import Overlap
from certeval.results.scorecard import Scorecard
from certeval.results.stack import Plan
from certeval.results.verdict import VerdictBox


@dataclass(frozen=True)
class JobLine:
    """Jobs that the certificate alone can lead to, and those that require more."""

    alone: tuple[str, ...]
    with_more: tuple[str, ...]
    what_more: str | None
    citation: Citation


@dataclass(frozen=True)
class NextStep:
    """Closing advice: what to do in a given situation."""

    situation: str
    action: str
    citation: Citation


@dataclass(frozen=True)
class OmittedPart:
    """A question that cannot be answered, and the error message; None if there is no rubric."""

    part: Literal["score", "gaps", "stack"]
    reason: str | None


@dataclass(frozen=True, kw_only=True)
class Review(Result):
    """Everything about a certificate for one audience.

    A part is None if it cannot be answered; ``left_out`` says why. JSON has it in words.
    """

    kind: Literal["review"] = "review"
    certificate: Named
    audience: Named | None
    provider: str
    summary: str | None
    facts: tuple[Fact, ...]
    scorecard: Scorecard | None
    cost: CostReport
    curriculum: Curriculum
    fit: FitReport
    gaps: Gaps | None
    stack: Plan | None
    overlap: Overlap | None
    jobs: JobLine | None
    interview: Interview
    verdict: VerdictBox
    next_steps: tuple[NextStep, ...] = field(metadata={"json": "counsel"})
    left_out: tuple[OmittedPart, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

"""The result of `verdict`: the recommendation in one box."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.cost import CostReport
from certeval.results.evidence import EvidenceSummary
from certeval.results.facts import Fact
from certeval.results.figures import Figure
from certeval.results.scorecard import Scorecard


@dataclass(frozen=True)
class Statement:
    """The verdict in the words of a source.

    Attributes:
        best_for: whom the certificate suits best.
        not_for: whom it does not suit.
        hiring_advantage: what it gives you in the job market.
        brutal_truth: what is good to know before you pay.
        recommendation: the recommendation.
        mark: a rating that the certificate falls short of according to the source, if any.
        mark_reached: whether the certificate's rating is at least ``mark``.
        why_not_reached: why it falls short of ``mark`` according to the source.
        citation: the source.

    """

    best_for: str
    not_for: str
    hiring_advantage: str
    brutal_truth: str
    recommendation: str
    mark: Figure | None
    mark_reached: bool
    why_not_reached: str | None
    citation: Citation


@dataclass(frozen=True)
class Entry:
    """A line of the box.

    ``computed`` is whether certeval calculated it. ``citation`` is its main source; None if that
    is the rubric.
    """

    name: str
    text: str
    computed: bool
    citation: Citation | None


@dataclass(frozen=True, kw_only=True)
class VerdictBox(Result):
    """What the box is made of. JSON has its entries in words, and none of its parts.

    ``scorecard`` is None for a certificate without a rating; ``unscored`` says why, unless there is
    no rubric. ``grades`` are the difficulty and the learner rating. ``evidence`` is what facts say
    beside a reviewer's scores; None if the rubric says nothing of evidence.
    """

    kind: Literal["verdict"] = "verdict"
    certificate: Named
    audience: Named | None
    rubric: Named | None
    provider: str = field(metadata={"json": False})
    grades: tuple[Fact, ...] = field(metadata={"json": False})
    cost: CostReport = field(metadata={"json": False})
    scorecard: Scorecard | None = field(metadata={"json": False})
    statement: Statement | None = field(metadata={"json": False})
    band: str | None
    unscored: str | None
    evidence: EvidenceSummary | None
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

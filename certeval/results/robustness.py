"""The result of a robustness analysis: shares of weightings, and the outcome."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from certeval.results.alternative import Alternative
from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Figure, Quantity

Outcome = Literal["robust", "leaning", "toss_up"]


@dataclass(frozen=True)
class Probability:
    """A share, 0 to 1, of all weightings, or of those that were sampled.

    ``standard_error`` is sqrt(share (1 - share) / draws), displayed in percentage points; it has no
    value if the share is exact.
    """

    share: Fraction
    display: str
    standard_error: Figure = field(metadata={"display": "error_display"})

    def __str__(self) -> str:
        """Return the share as it is displayed."""
        return self.display


@dataclass(frozen=True)
class CentralWeight:
    """The average weight of a criterion when an alternative is first, and the stated weight."""

    criterion: str
    title: str
    weight_percent: Quantity
    stated_percent: Quantity


@dataclass(frozen=True)
class Acceptability:
    """How often an alternative has each rank.

    ``ranks`` begins with the first; ties share the better rank. ``sole_first`` is how often it is
    first without a tie. ``central_weights`` are empty if it is never first. ``confidence`` is the
    share of sampled scores with which it is first under its own central weights, None if it is
    never first.
    """

    alternative: str
    label: str
    ranks: tuple[Probability, ...]
    sole_first: Probability = field(metadata={"json": "alone"})
    central_weights: tuple[CentralWeight, ...]
    confidence: Probability | None


@dataclass(frozen=True)
class PairwiseWinningIndex:
    """How often ``first`` is ahead of ``second``, behind it, or tied with it."""

    first: str
    second: str
    ahead: Probability
    behind: Probability
    tied: Probability = field(metadata={"json": "level"})


@dataclass(frozen=True)
class PassProbability:
    """How often one certificate reaches a total, or is given a verdict.

    ``label`` is the total as displayed, or the label of the verdict.
    """

    what: Literal["score", "verdict"]
    label: str = field(metadata={"json": False})
    probability: Probability = field(metadata={"json": "part", "last": True})


@dataclass(frozen=True)
class Method:
    """How the shares were found. ``draws`` and ``seed`` are None if the shares are ``exact``.

    With ``intervals``, scores that are not known are drawn uniformly inside their intervals.
    """

    weights: Literal["uniform", "stated"]
    concentration: Quantity | None
    score_error: Quantity | None
    intervals: bool
    exact: bool
    draws: int | None
    seed: int | None


@dataclass(frozen=True, kw_only=True)
class Robustness(Result):
    """How much the answer depends on the weights.

    For several certificates: ``acceptabilities``, the most frequent leader first, and ``pairwise``.
    For one: ``passes``. ``agreement`` is the share of weightings that give the same answer, and
    decides the ``outcome``, which is None if the rubric sets no thresholds for it.
    """

    kind: Literal["robustness"] = "robustness"
    by: Literal["opinion", "evidence"]
    rubric: Named
    audience: Named | None
    alternatives: tuple[Alternative, ...]
    method: Method
    acceptabilities: tuple[Acceptability, ...]
    pairwise: tuple[PairwiseWinningIndex, ...] = field(metadata={"json": "win_shares"})
    passes: tuple[PassProbability, ...] = field(metadata={"json": "passings"})
    outcome: Outcome | None
    agreement: Probability
    scale_max_display: str = field(metadata={"last": True})
    warnings: tuple[str, ...] = field(metadata={"last": True})

"""The result of a robustness analysis: shares of weightings, and what they come to."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from certeval.results.alternative import Alternative
from certeval.results.base import Result
from certeval.results.citation import Named

Outcome = Literal["robust", "leaning", "toss-up"]


@dataclass(frozen=True)
class Part:
    """A share, 0 to 1, of all weightings or of those drawn. ``standard_error`` is
    sqrt(share (1 - share) / draws), None where the share is exact."""

    share: Fraction
    display: str
    standard_error: Fraction | None
    error_display: str


@dataclass(frozen=True)
class CentralWeight:
    """What a criterion weighs, in percent, in the mean of the weightings that an alternative wins,
    and what is stated."""

    criterion: str
    title: str
    weight_percent: Fraction
    weight_display: str
    stated_percent: Fraction
    stated_display: str


@dataclass(frozen=True)
class Acceptability:
    """How often an alternative has each rank: ``ranks`` begins with the first; ties share the
    better rank; ``alone`` is how often it is first and nobody else is.

    ``central_weights`` are empty where it is never first. ``confidence`` is the share of draws of
    scores in which it is first under its own central weights, None where it never is.
    """

    alternative: str
    label: str
    ranks: tuple[Part, ...]
    alone: Part
    central_weights: tuple[CentralWeight, ...]
    confidence: Part | None


@dataclass(frozen=True)
class PairwiseWinningIndex:
    """How often ``first`` is ahead of ``second``, behind it, or level with it."""

    first: str
    second: str
    ahead: Part
    behind: Part
    level: Part


@dataclass(frozen=True)
class Passing:
    """How often one certificate reaches a total, or is given a verdict."""

    what: Literal["score", "verdict"]
    title: str
    part: Part


@dataclass(frozen=True)
class Method:
    """How the shares were found. ``draws`` and ``seed`` are None where they are ``exact``."""

    weights: Literal["uniform", "stated"]
    concentration: Fraction | None
    score_error: Fraction | None
    exact: bool
    draws: int | None
    seed: int | None
    display: str


@dataclass(frozen=True, kw_only=True)
class Robustness(Result):
    """How far the answer hangs on the weights.

    Of several certificates: ``acceptabilities`` and ``win_shares``. Of one: ``passings``.
    ``outcome`` is None where the rubric does not say from which share on an answer is robust.
    """

    kind: Literal["robustness"] = "robustness"
    rubric: Named
    audience: Named | None
    alternatives: tuple[Alternative, ...]
    method: Method
    acceptabilities: tuple[Acceptability, ...]
    win_shares: tuple[PairwiseWinningIndex, ...]
    passings: tuple[Passing, ...]
    outcome: Outcome | None
    sentence: str
    scale_max_display: str
    warnings: tuple[str, ...]

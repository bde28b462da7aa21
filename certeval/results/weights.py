"""The result of weighing: weights that come of an order of importance, or of points."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Named

MethodId = Literal["roc", "rank-sum", "reciprocal", "swing"]


@dataclass(frozen=True)
class Method:
    """How the weights were worked out, and where that way is from."""

    id: MethodId
    title: str
    formula: str
    source: str


@dataclass(frozen=True)
class Weighed:
    """A criterion and its weight. ``place`` counts from 1; ``shared_by`` as many as are equally
    important, which all have the better place. ``points`` are those of swing weights.

    ``written_percent`` is the weight as an audience file has it: with two decimals, and all of
    them add up to exactly 100. ``difference_points`` is the weight less the rubric's own, in
    points of a percent.
    """

    place: int
    shared_by: int
    criterion: str
    title: str
    question: str
    points: Fraction | None
    points_display: str
    weight_percent: Fraction
    weight_display: str
    written_percent: Decimal
    written_display: str
    rubric_percent: Fraction
    rubric_display: str
    difference_points: Fraction
    difference_display: str


@dataclass(frozen=True)
class OtherWeight:
    """What a criterion weighs by another method."""

    criterion: str
    weight_percent: Fraction
    weight_display: str


@dataclass(frozen=True)
class OtherMethod:
    """What the same order comes to by another method; the criteria in the same order."""

    id: MethodId
    title: str
    weights: tuple[OtherWeight, ...]


@dataclass(frozen=True, kw_only=True)
class Weighing(Result):
    """Weights for the criteria of a rubric, the most important first; in all they are 100 %."""

    kind: Literal["weights"] = "weights"
    rubric: Named
    method: Method
    lines: tuple[Weighed, ...]
    total_display: str
    others: tuple[OtherMethod, ...]

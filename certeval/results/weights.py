"""The result of weight elicitation: weights from an order of importance, or from points."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Figure, Quantity

MethodId = Literal["roc", "rank-sum", "reciprocal", "swing"]


@dataclass(frozen=True)
class Method:
    """A method of weight elicitation, with its source."""

    id: MethodId
    title: str
    source: str


@dataclass(frozen=True)
class ElicitedWeight:
    """A criterion with its weight.

    ``place`` counts from 1; ``shared_by`` criteria are equally important and share the better
    place. ``points`` has a value for swing weights only. ``written_weight`` is the weight in an
    audience file: an importance, whose share is exactly the weight.
    ``difference_points`` is the weight less the rubric's own, in percentage points.
    """

    place: int
    shared_by: int
    criterion: str
    title: str
    question: str
    points: Figure
    weight_percent: Quantity
    written_weight: int
    rubric_percent: Quantity
    difference_points: Quantity = field(metadata={"display": "difference_display"})


@dataclass(frozen=True)
class OtherWeight:
    """The weight of a criterion by another method."""

    criterion: str
    weight_percent: Quantity


@dataclass(frozen=True)
class OtherMethod:
    """The weights for the same order by another method."""

    id: MethodId
    title: str
    weights: tuple[OtherWeight, ...]


@dataclass(frozen=True, kw_only=True)
class ElicitedWeights(Result):
    """Weights for the criteria of a rubric, the most important first; they add up to 100%."""

    kind: Literal["weights"] = "weights"
    rubric: Named
    method: Method
    lines: tuple[ElicitedWeight, ...]
    total_display: str
    others: tuple[OtherMethod, ...]

"""The result of a target: what it would take to reach a score."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Figure, Quantity

Meaning = Literal["exact_total", "printed_rating"]
Relation = Literal["at_least", "at_most", "more_than", "less_than"]


@dataclass(frozen=True)
class Bound:
    """An exact total that has to be reached, or to be exceeded if it is ``exclusive``."""

    total: Quantity
    exclusive: bool = field(metadata={"json": "strict"})


@dataclass(frozen=True)
class ScaleSteps:
    """The scale: raw scores from ``min`` to ``max``, in steps of ``step`` if there are any."""

    min: Decimal
    max: Decimal
    step: Quantity | None
    display: str


@dataclass(frozen=True)
class Loss:
    """The contribution of a criterion, and its loss: weight x (scale's maximum - raw score).

    ``share`` is the share of all losses, 0 to 1; it has no value if nothing is lost.
    """

    criterion: str
    title: str
    raw: Quantity
    weight_percent: Quantity
    contribution: Quantity
    loss: Quantity
    share: Figure


@dataclass(frozen=True)
class NeededScore:
    """The raw score at which one criterion alone reaches the target.

    ``needed`` is exact, and may be off the scale; it has to be exceeded if it is ``exclusive``, and
    has no value if the criterion has no weight. If the target is reached already (``holds``), it is
    the score down to which it stays reached. ``on_grid`` is the lowest score on the rubric's steps
    that is enough; it has no value if none is, or if there are no steps. ``highest`` is the total
    with the criterion at the highest score that it can have. ``measurement`` is what has to be
    measured for the needed score, in ``unit``; nothing for scores that are given.
    """

    criterion: str
    title: str
    raw: Quantity
    weight_percent: Fraction
    needed: Figure
    exclusive: bool = field(metadata={"json": "strict"})
    on_grid: Figure
    reachable: bool
    highest: Quantity
    state: Literal["holds_at_any_score", "holds", "reachable", "out_of_reach", "no_weight"]
    measurement: Figure
    unit: str | None


@dataclass(frozen=True)
class ScoreRaise:
    """A raw score raised by ``raised`` points, to ``to``, or to more if that is ``exclusive``.

    On a scale with steps, ``on_grid`` is where it ends, after ``steps`` steps. Without steps these
    have no value; nor do the others if the target cannot be reached.
    """

    criterion: str
    title: str
    raw: Quantity
    to: Figure
    exclusive: bool = field(metadata={"json": "strict"})
    on_grid: Figure
    raised: Fraction | None
    steps: int | None


@dataclass(frozen=True)
class LeastRaise:
    """The fewest steps of any criteria; on a scale without steps, the fewest points.

    If ``exclusive``, it takes more than ``raised`` points, and leads to more than ``total``. The
    figures have no value if the target cannot be reached.
    """

    reachable: bool
    count: int | None
    raised: Figure
    exclusive: bool = field(metadata={"json": "strict"})
    total: Figure
    raises: tuple[ScoreRaise, ...] = field(metadata={"json": "moves"})


@dataclass(frozen=True)
class JointRaise:
    """Chosen criteria raised by the same amount, each to the scale's maximum at most.

    It takes ``raised`` points each (more than that if ``exclusive``); on the rubric's steps,
    ``steps`` steps each, which are ``raised_on_grid`` points. ``total`` is the total after the
    steps, or without steps after the points. ``highest`` is the total with all of them at the
    maximum.
    """

    raises: tuple[ScoreRaise, ...] = field(metadata={"json": "criteria"})
    state: Literal["reached", "reachable", "out_of_reach"]
    reachable: bool
    raised: Figure
    exclusive: bool = field(metadata={"json": "strict"})
    steps: int | None
    raised_on_grid: Figure
    total: Figure
    highest: Quantity


@dataclass(frozen=True)
class BreakEvenWeight:
    """The weight at which one criterion alone reaches the target, the others in proportion.

    ``needed_percent`` and ``relation`` are None unless it is ``needed``. If no weight is enough,
    ``best`` is the highest total, at a weight of ``best_at_percent``; or all weights give the same
    total. ``others`` is the total without the criterion; None, and the weight undefined, if the
    other weights are all 0.
    """

    criterion: str
    title: str
    weight_percent: Quantity
    others: Fraction | None
    state: Literal["needed", "any", "none", "same_total", "undefined"]
    relation: Relation | None = None
    needed_percent: Quantity | None = None
    best: Quantity | None = None
    best_at_percent: int | None = None


Chance = Literal["certain", "possible", "out_of_reach"]
"""Whether a total that is an interval reaches a threshold: all of it, some of it, or nothing."""


@dataclass(frozen=True, kw_only=True)
class Target(Result):
    """What it would take to reach a target, or to exceed it.

    ``threshold`` is the exact total that the target means. ``printed`` is the lowest rating that
    satisfies the target, and ``printed_from`` the total from which it is printed (None if that is
    off the scale); ``already_printed`` if that is below the threshold. ``missing`` is how far the
    total is below the threshold, ``spare`` how far above. ``highest`` is the total with every
    criterion at the maximum. ``losses`` add up to ``lost``.

    If scores are intervals, all of this is about the lowest that they can be; ``chance`` says
    whether the threshold is reached whatever they are, and ``total_high`` is the highest total.
    Both are None otherwise.
    """

    kind: Literal["target"] = "target"
    by: Literal["opinion", "evidence"]
    certificate: Named
    audience: Named | None
    rubric: Named
    scale: ScaleSteps
    target: Quantity
    meaning: Meaning
    exceed: bool
    threshold: Bound
    printed: Quantity
    printed_from: Bound | None
    already_printed: bool
    total: Quantity
    total_high: Quantity | None
    rating: Quantity
    rating_high: Quantity | None
    chance: Chance | None
    reached: bool
    missing: Quantity
    spare: Quantity
    reachable: bool
    highest: Quantity
    lost: Quantity
    losses: tuple[Loss, ...]
    needed_scores: tuple[NeededScore, ...] = field(metadata={"json": "singles"})
    least_raise: LeastRaise = field(metadata={"json": "steps"})
    joint_raise: JointRaise | None = field(metadata={"json": "combination"})
    weights: tuple[BreakEvenWeight, ...]
    warnings: tuple[str, ...]

"""The result of `target`: what it would take to reach a score."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Named


@dataclass(frozen=True)
class Single:
    """A criterion alone. ``needed`` is the exact raw score that it takes, perhaps off the scale;
    where the target is reached already, the one down to which it holds. None without a weight.

    Where ``strict``, it takes more than ``needed``. ``on_grid`` is the lowest score of the rubric's
    steps that does it; None where none does, or there are no steps. ``highest`` is the total with
    the criterion at the scale's maximum.
    """

    criterion: str
    title: str
    raw: Fraction
    raw_display: str
    weight_percent: Fraction
    needed: Fraction | None
    strict: bool
    needed_display: str
    on_grid: Fraction | None
    on_grid_display: str
    reachable: bool
    highest: Fraction
    highest_display: str
    words: str


@dataclass(frozen=True)
class Move:
    """A raw score that is raised, to ``to``, or, where ``strict``, to more than that. ``steps`` is
    None on a scale without them."""

    criterion: str
    title: str
    raw: Fraction
    raw_display: str
    to: Fraction
    to_display: str
    strict: bool
    raised: Fraction
    steps: int | None


@dataclass(frozen=True)
class Steps:
    """The fewest steps in all; on a scale without steps, the least raise in points.

    Where ``strict``, it takes more than ``raised`` points, and comes to more than ``total``. None
    where the target cannot be reached.
    """

    reachable: bool
    count: int | None
    raised: Fraction | None
    raised_display: str
    strict: bool
    total: Fraction | None
    total_display: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Joint:
    """A criterion that is raised with others, held at the maximum: to ``to``, or, where ``strict``,
    to more than that; and on the rubric's steps."""

    criterion: str
    title: str
    raw: Fraction
    raw_display: str
    to: Fraction | None
    to_display: str
    strict: bool
    on_grid: Fraction | None
    on_grid_display: str


@dataclass(frozen=True)
class Combination:
    """Criteria raised by the same amount: ``raised`` points each exactly (more than that, where
    ``strict``), ``steps`` steps each, or ``raised_on_grid`` points, on the rubric's steps.

    ``total`` is what the steps come to; without steps, what the points do. ``highest`` is the
    total with all of them at the maximum.
    """

    criteria: tuple[Joint, ...]
    reachable: bool
    raised: Fraction | None
    strict: bool
    raised_display: str
    steps: int | None
    raised_on_grid: Fraction | None
    raised_on_grid_display: str
    total: Fraction | None
    total_display: str
    highest: Fraction
    highest_display: str
    words: str


Meaning = Literal["exact total", "printed rating"]


"""What is to be reached: the total before it is rounded, or the rating as it is printed."""


Relation = Literal["at least", "at most", "more than", "less than"]


"""On which side of a figure one has to be."""


@dataclass(frozen=True)
class Grid:
    """The scale: raw scores from ``min`` to ``max`` in steps of ``step``, None for any between."""

    min: Decimal
    max: Decimal
    step: Decimal | None
    step_display: str | None
    display: str


@dataclass(frozen=True)
class Threshold:
    """The exact total that has to be reached, or, where ``strict``, to be exceeded."""

    total: Fraction
    total_display: str
    strict: bool
    display: str


@dataclass(frozen=True)
class Loss:
    """What a criterion gives, and what it withholds: weight x (scale's maximum - raw score).

    ``share`` is that of the whole loss, 0 to 1; None where nothing is lost at all.
    """

    criterion: str
    title: str
    raw: Fraction
    raw_display: str
    weight_percent: Fraction
    weight_display: str
    contribution: Fraction
    contribution_display: str
    loss: Fraction
    loss_display: str
    share: Fraction | None
    share_display: str


@dataclass(frozen=True)
class Tipping:
    """The weight of a criterion that would do it, the other weights kept in proportion.

    ``needed_percent`` is None where none is, or any: ``words`` say why. ``others`` is the total
    without the criterion, None where nothing else has a weight.
    """

    criterion: str
    title: str
    weight_percent: Fraction
    weight_display: str
    others: Fraction | None
    relation: Relation | None
    needed_percent: Fraction | None
    words: str


@dataclass(frozen=True, kw_only=True)
class Target(Result):
    """What it would take to reach a target, or to exceed it.

    ``threshold`` is the exact total that this means, ``printed`` the rating that is then printed
    at least. ``missing`` is how far the total is below, ``spare`` how far above. ``highest`` is
    the total with every criterion at the maximum. ``losses`` add up to ``lost``.
    """

    kind: Literal["target"] = "target"
    certificate: Named
    audience: Named | None
    rubric: Named
    scale: Grid
    target: Decimal
    target_display: str
    meaning: Meaning
    meaning_display: str
    exceed: bool
    threshold: Threshold
    goal_display: str
    total: Fraction
    total_display: str
    rating: Fraction
    rating_display: str
    reached: bool
    missing: Fraction
    missing_display: str
    spare: Fraction
    spare_display: str
    reachable: bool
    highest: Fraction
    highest_display: str
    lost: Fraction
    lost_display: str
    losses: tuple[Loss, ...]
    singles: tuple[Single, ...]
    steps: Steps
    combination: Combination | None
    weights: tuple[Tipping, ...]
    warnings: tuple[str, ...]

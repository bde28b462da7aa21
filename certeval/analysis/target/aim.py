"""The result of asking what it would take to reach a score."""

from typing import Literal

from certeval.analysis.citation import Named
from certeval.analysis.exact import Exact, Rounded
from certeval.analysis.target.raised import Combination, Single, Steps
from certeval.record import record
from certeval.result import Result

Meaning = Literal["exact total", "printed rating"]
"""What is to be reached: the total before it is rounded, or the rating as it is printed."""
Relation = Literal["at least", "at most", "more than", "less than"]
"""On which side of a figure one has to be."""


@record
class Grid:
    """The scale: raw scores from ``min`` to ``max`` in steps of ``step``, None for any between."""

    min: Rounded
    max: Rounded
    step: Rounded | None
    step_display: str | None
    display: str


@record
class Threshold:
    """The exact total that has to be reached, or, where ``strict``, to be exceeded."""

    total: Exact
    total_display: str
    strict: bool
    display: str


@record
class Loss:
    """What a criterion gives, and what it withholds: weight x (scale's maximum - raw score).

    ``share`` is that of the whole loss, 0 to 1; None where nothing is lost at all.
    """

    criterion: str
    title: str
    raw: Exact
    raw_display: str
    weight_percent: Exact
    weight_display: str
    contribution: Exact
    contribution_display: str
    loss: Exact
    loss_display: str
    share: Exact | None
    share_display: str


@record
class Tipping:
    """The weight of a criterion that would do it, the other weights kept in proportion.

    ``needed_percent`` is None where none is, or any: ``words`` say why. ``others`` is the total
    without the criterion, None where nothing else has a weight.
    """

    criterion: str
    title: str
    weight_percent: Exact
    weight_display: str
    others: Exact | None
    relation: Relation | None
    needed_percent: Exact | None
    words: str


@record(kw_only=True)
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
    target: Rounded
    target_display: str
    meaning: Meaning
    meaning_display: str
    exceed: bool
    threshold: Threshold
    goal_display: str
    total: Exact
    total_display: str
    rating: Rounded
    rating_display: str
    reached: bool
    missing: Exact
    missing_display: str
    spare: Exact
    spare_display: str
    reachable: bool
    highest: Exact
    highest_display: str
    lost: Exact
    lost_display: str
    losses: tuple[Loss, ...]
    singles: tuple[Single, ...]
    steps: Steps
    combination: Combination | None
    weights: tuple[Tipping, ...]
    warnings: tuple[str, ...]

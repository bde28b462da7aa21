"""The result of a sensitivity analysis: tornado, weight stability, critical criterion."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from certeval.results.alternative import Alternative
from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Quantity


@dataclass(frozen=True)
class TieCondition:
    """The weight, or the raw score, of one criterion at which ``ahead`` and ``behind`` tie.

    ``tied`` if the two tie already.

    By weight: ``weight_change`` in percentage points, before rescaling, the other weights
    unchanged, negative for a decrease; ``relative_percent`` is its size relative to the weight
    (None for a weight of 0). ``weight_feasible`` unless the weight would be negative, or all
    weights 0; ``new_weight_percent`` is the weight after rescaling all of them to 100. If both have
    the same raw score, no weight makes them tie, and these are None.

    By raw score: ``needed_raw`` of the one behind, ``lowered_raw`` of the one ahead, each feasible
    if it is on the scale; None if the weight is 0.
    """

    ahead: str
    behind: str
    tied: bool
    criterion: str
    title: str
    weight_percent: Quantity
    weight_change: Fraction | None
    relative_percent: Quantity | None
    weight_feasible: bool
    new_weight_percent: Quantity | None
    raw: Fraction
    needed_raw: Quantity | None = field(metadata={"display": "needed_display"})
    needed_feasible: bool
    lowered_raw: Quantity | None = field(metadata={"display": "lowered_display"})
    lowered_feasible: bool


@dataclass(frozen=True)
class CriticalCriterion:
    """The smallest feasible change of one weight, relative to it, that produces a new tie.

    ``scope`` says which ties count: with a leader, or between any two alternatives. ``criteria``
    (ids) and ``titles`` are all those with the smallest change, ``direction`` is the way in which
    the weight has to change. None and no criteria if ``state`` is ``all_tied`` already, or if no
    change of one weight produces a tie (``impossible``).
    """

    scope: Literal["first", "any"]
    state: Literal["found", "impossible", "all_tied"]
    criteria: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    relative_percent: Quantity | None = None
    direction: Literal["raise", "lower", "either"] | None = None


@dataclass(frozen=True)
class Interval:
    """The weights, in percent, within which the answer stays the same.

    ``below`` and ``above`` are the new answers beyond each end: a new leader (an id), a new verdict
    (a label), or a new order (an id, and the id that it overtakes). They are empty if the end is 0
    or 100. At an end itself the alternatives tie.
    """

    low_percent: Quantity
    high_percent: Quantity
    below: tuple[tuple[str, ...], ...]
    above: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Stability:
    """How far the weight of a criterion can change, the other weights in proportion.

    Within ``winner`` the leader stays the same; within ``ranking`` all ranks do; within
    ``verdict``, which is for one certificate alone, the rubric's band does. None if it does not
    apply, or if the criterion has all the weight, so that the other proportions are unknown.
    """

    criterion: str
    title: str
    weight_percent: Quantity
    winner: Interval | None = None
    ranking: Interval | None = None
    verdict: Interval | None = None


@dataclass(frozen=True)
class TornadoBar:
    """One score or weight, moved from ``lower`` to ``higher``: points of the scale, or percent.

    The total then ranges from ``least`` to ``most``; ``width`` is the difference. The three shares,
    0 to 1, place both and the unchanged total within the span of all bars. ``verdicts`` are the
    rubric's bands at either end that differ from the present one.
    """

    alternative: str
    criterion: str
    title: str
    moved: Literal["score", "weight"]
    lower: Quantity
    higher: Quantity
    total_at_lower: Quantity
    total_at_higher: Quantity
    least: Fraction
    most: Fraction
    width: Quantity
    least_share: Fraction
    total_share: Fraction
    most_share: Fraction
    verdicts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sensitivity(Result):
    """The bars of each alternative, the widest first; and how far each weight can change.

    ``ties``, ``critical_top`` and ``critical_any`` exist for two alternatives or more.
    """

    kind: Literal["sensitivity"] = "sensitivity"
    by: Literal["opinion", "evidence"]
    rubric: Named
    audience: Named | None
    alternatives: tuple[Alternative, ...]
    score_change: Quantity
    weight_change_percent: Quantity
    bars: tuple[TornadoBar, ...] = field(metadata={"json": "swings"})
    stabilities: tuple[Stability, ...]
    ties: tuple[TieCondition, ...]
    critical_top: CriticalCriterion | None
    critical_any: CriticalCriterion | None
    scale_max_display: str
    warnings: tuple[str, ...]

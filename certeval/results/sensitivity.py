"""The result of `sensitivity`: tornado, weight stability, critical criterion."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.results.alternative import Alternative
from certeval.results.base import Result
from certeval.results.citation import Named


@dataclass(frozen=True)
class Tie:
    """What one criterion would have to be for ``ahead`` and ``behind`` to tie.

    ``tied`` where the two tie as it is, whatever is left of this.

    By its weight: ``weight_change`` (percent, before rescaling, the other weights as they are; a
    fall where it is negative), which is ``relative_percent`` of the weight itself (None of a
    weight of 0). It is ``weight_feasible`` where the weight does not become negative, nor all of
    them 0; ``new_weight_percent`` is the weight after rescaling all to 100. All None where both
    have the same raw score: no weight does it then.

    By a raw score: ``needed_raw`` of the one behind, ``lowered_raw`` of the one ahead, each
    feasible where it is on the scale; None where the weight is 0.
    """

    ahead: str
    behind: str
    tied: bool
    criterion: str
    title: str
    weight_percent: Fraction
    weight_display: str
    weight_change: Fraction | None
    relative_percent: Fraction | None
    relative_display: str
    weight_feasible: bool
    new_weight_percent: Fraction | None
    new_weight_display: str
    raw: Fraction
    needed_raw: Fraction | None
    needed_feasible: bool
    needed_display: str
    lowered_raw: Fraction | None
    lowered_feasible: bool
    lowered_display: str


@dataclass(frozen=True)
class Critical:
    """The smallest feasible change of a weight, relative to itself, that makes two tie who do not.

    ``criteria`` has every criterion that it is true of; ``relative_percent`` None and no criterion
    where no change of one weight makes any two tie.
    """

    criteria: tuple[str, ...]
    relative_percent: Fraction | None
    display: str


@dataclass(frozen=True)
class Interval:
    """Within these weights, in percent, the answer stays. ``below`` and ``above`` say what comes
    beyond an end: ids, or a verdict; nothing where the end is 0 or 100. At an end itself the
    alternatives tie."""

    low_percent: Fraction
    high_percent: Fraction
    display: str
    below: tuple[str, ...]
    above: tuple[str, ...]


@dataclass(frozen=True)
class Stability:
    """A criterion, and how far its weight can go, the other weights kept in proportion.

    ``winner``: whoever is first stays first; ``ranking``: no rank changes; ``verdict``, of one
    certificate alone: the rubric's band stays. None where not asked, or where the criterion has
    all the weight, so that the other weights' proportions are not known.
    """

    criterion: str
    title: str
    weight_percent: Fraction
    weight_display: str
    winner: Interval | None = None
    ranking: Interval | None = None
    verdict: Interval | None = None


@dataclass(frozen=True)
class TornadoBar:
    """One score or weight, moved from ``lower`` to ``higher``: points of the scale, or percent.

    The total then goes from ``least`` to ``most``; ``width`` is the difference. The three shares,
    0 to 1, place both and the total as it is within the span of all swings. ``verdicts`` are those
    of the rubric's bands that either end would have in place of the present one.
    """

    alternative: str
    criterion: str
    title: str
    moved: Literal["score", "weight"]
    lower: Fraction
    higher: Fraction
    moved_display: str
    total_at_lower: Fraction
    total_at_higher: Fraction
    least: Fraction
    most: Fraction
    total_display: str
    width: Fraction
    width_display: str
    least_share: Fraction
    total_share: Fraction
    most_share: Fraction
    verdicts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sensitivity(Result):
    """Swings of each alternative, the widest first; and how far each weight can go.

    ``ties``, ``critical_top`` and ``critical_any`` are there for two alternatives or more.
    """

    kind: Literal["sensitivity"] = "sensitivity"
    rubric: Named
    audience: Named | None
    alternatives: tuple[Alternative, ...]
    score_change: Decimal
    weight_change_percent: Decimal
    moved_display: str
    swings: tuple[TornadoBar, ...]
    verdict_display: str | None
    stabilities: tuple[Stability, ...]
    ties: tuple[Tie, ...]
    critical_top: Critical | None
    critical_any: Critical | None
    scale_max_display: str
    warnings: tuple[str, ...]

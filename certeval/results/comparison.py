"""The result of comparing: alternatives side by side, criterion by criterion."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from certeval.results.alternative import Alternative
from certeval.results.base import Result
from certeval.results.citation import Named


@dataclass(frozen=True)
class Standing:
    """How an alternative stands under a criterion; ``leads`` where none has a higher raw score."""

    alternative: str
    raw: Fraction
    raw_display: str
    weight_percent: Fraction
    contribution: Fraction
    contribution_display: str
    leads: bool


@dataclass(frozen=True)
class Contest:
    """A criterion. ``leaders`` have its highest raw score, ``lead`` above the next lower one, 0
    where all are level; ``worth`` is what that comes to in points of the total.

    Where audiences weigh the criterion differently, the weight and the lead are None, and leaders
    are those whom it gives the most points.
    """

    criterion: str
    title: str
    question: str
    weight_percent: Fraction | None
    weight_display: str
    standings: tuple[Standing, ...]
    leaders: tuple[str, ...]
    leaders_display: str
    lead: Fraction | None
    lead_display: str
    worth: Fraction
    worth_display: str


@dataclass(frozen=True)
class Duel:
    """Two alternatives: ``first`` has the higher total, by ``difference`` points, or an equal one.

    ``ahead``, ``behind`` and ``level`` count criteria, by raw score, or by points where audiences
    weigh differently. ``dominant`` is the one that is nowhere behind and somewhere ahead; None
    where neither is, or weights differ.
    """

    first: str
    second: str
    difference: Fraction
    difference_display: str
    ahead: int
    behind: int
    level: int
    dominant: str | None
    display: str


@dataclass(frozen=True, kw_only=True)
class Comparison(Result):
    """Alternatives in the order of their ranks, the contest under each criterion, and each pair.

    ``certificate`` is the one that is compared across audiences, ``audience`` the one that
    certificates are compared for.
    """

    kind: Literal["comparison"] = "comparison"
    rubric: Named
    certificate: Named | None
    audience: Named | None
    alternatives: tuple[Alternative, ...]
    outcome: str
    contests: tuple[Contest, ...]
    duels: tuple[Duel, ...]
    scale_max_display: str
    warnings: tuple[str, ...]

"""The result of comparing: alternatives side by side, criterion by criterion."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.alternative import Alternative
from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Figure, Quantity

Relation = Literal["same_scores", "dominance", "different_weights", "tie", "depends_on_weights"]
"""How two alternatives relate: they have the same scores; one dominates; their audiences use
different weights, so neither does; their totals tie; or other weights can reverse the order."""


@dataclass(frozen=True)
class Standing:
    """One alternative under a criterion; ``leads`` says whether it is among the leaders."""

    alternative: str
    raw: Quantity
    weight_percent: Quantity
    contribution: Quantity
    leads: bool


@dataclass(frozen=True)
class Contest:
    """A criterion.

    ``leaders`` have its highest raw score, unless all scores are equal. ``lead`` is the distance to
    the next lower raw score, and ``worth`` the same in points of the total. If audiences weight the
    criterion differently, the weight and the lead have no value, and leaders are those with the
    highest contribution.
    """

    criterion: str
    title: str
    question: str
    weight_percent: Figure
    standings: tuple[Standing, ...]
    leaders: tuple[str, ...]
    lead: Figure
    worth: Quantity


@dataclass(frozen=True)
class Duel:
    """Two alternatives: ``difference`` is the total of ``first`` less that of ``second``, from 0.

    ``ahead``, ``behind`` and ``level`` count the criteria on which ``first`` has the higher, the
    lower and the same raw score, or contribution if audiences use different weights. ``dominant``
    is at least as good on every criterion and better on one; None if neither is. ``audiences`` says
    that the two are audiences of one certificate.
    """

    first: str
    second: str
    labels: tuple[str, str] = field(metadata={"json": False})
    difference: Quantity
    ahead: int
    behind: int
    level: int
    dominant: str | None
    relation: Relation
    audiences: bool = field(metadata={"json": False})


@dataclass(frozen=True, kw_only=True)
class Comparison(Result):
    """Alternatives by rank, each criterion, and each pair of alternatives.

    ``certificate`` is the one that is compared across audiences, and ``audience`` the one that
    certificates are compared for.
    """

    kind: Literal["comparison"] = "comparison"
    rubric: Named
    certificate: Named | None
    audience: Named | None
    alternatives: tuple[Alternative, ...]
    contests: tuple[Contest, ...]
    duels: tuple[Duel, ...]
    scale_max_display: str
    warnings: tuple[str, ...]

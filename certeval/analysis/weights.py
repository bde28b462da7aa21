"""Resolve the weight of each criterion, and rescale weights."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.criterion_lookup import find_criteria
from certeval.analysis.rounding import exact_text
from certeval.errors import UsageError, WeightsError
from certeval.model.audience import Audience
from certeval.model.criterion import Criterion, Group, outer_groups
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT, shares


def resolve_weights(
    audience: Audience | None, rubric: Rubric, overrides: Mapping[str, Decimal]
) -> dict[str, Fraction]:
    """Resolve the weight of each criterion: an override, the audience's, or the rubric's.

    Args:
        audience: May have weights of its own.
        rubric: Has the criteria with their weights.
        overrides: Weights by criterion, in percent from 0.

    Returns:
        Percent by criterion, in the order of the rubric; overrides can change their sum.

    Raises:
        UnknownCriterionError: an override names a criterion that the rubric does not have.
        UsageError: an override is negative, or its criterion is ambiguous or repeated.

    """
    weights = rubric_weights(rubric)
    if audience and audience.weights:
        whole = Fraction(HUNDRED_PERCENT)
        own = zip(audience.weights, shares(audience.weights), strict=True)
        weights |= {item.criterion: share * whole for item, share in own}
    for name, weight in find_criteria("weights", overrides, list(weights)).items():
        if weight < 0:
            item = f"{name}={exact_text(Fraction(weight))}"
            raise UsageError("a weight must not be negative", parameter="weights", item=item)
        weights[name] = Fraction(weight)
    return weights


def rubric_weights(rubric: Rubric) -> dict[str, Fraction]:
    """Return the weight of each criterion, as the rubric states it.

    The weight of a criterion in groups is the product of its own share and those of the groups
    around it (T. L. Saaty, "The Analytic Hierarchy Process", 1980).

    Args:
        rubric: the rubric.

    Returns:
        Weights in percent by the id of the criterion, in the order of the rubric. Those of
        importances are exact fractions.

    """
    share_of: dict[tuple[type, str], Fraction] = {}
    for group in (None, *(one.id for one in rubric.groups)):
        parts = rubric.parts_of(group)
        for part, share in zip(parts, shares(parts), strict=True):
            share_of[type(part), part.id] = share
    groups = {group.id: group for group in rubric.groups}
    weights = {}
    for criterion in rubric.criteria:
        weight = Fraction(HUNDRED_PERCENT) * share_of[Criterion, criterion.id]
        for group_id in outer_groups(criterion, groups):
            weight *= share_of[Group, group_id]
        weights[criterion.id] = weight
    return weights


def rescale(weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Rescale weights in proportion so that they add up to exactly 100%.

    Args:
        weights: Weights by criterion, from 0, in any unit.

    Returns:
        Percent by criterion.

    Raises:
        WeightsError: all weights are zero.

    """
    total = sum(weights.values(), Fraction())
    if total == 0:
        raise WeightsError(total)
    return {name: weight * Fraction(HUNDRED_PERCENT) / total for name, weight in weights.items()}


def normalize_weights(
    weights: Mapping[str, Fraction], *, normalize: bool
) -> tuple[dict[str, Fraction], tuple[str, ...]]:
    """Require weights that add up to exactly 100%, or rescale them.

    Args:
        weights: Percent by criterion, from 0.
        normalize: Whether to rescale weights that do not add up to 100%.

    Returns:
        Percent by criterion, and a warning if they were rescaled.

    Raises:
        WeightsError: the weights do not add up to 100% and *normalize* is false, or all are zero.

    """
    total = sum(weights.values(), Fraction())
    if total == HUNDRED_PERCENT:
        return dict(weights), ()
    if not normalize:
        raise WeightsError(total)
    note = f"weights added up to {exact_text(total)}% and were rescaled to 100%"
    return rescale(weights), (note,)

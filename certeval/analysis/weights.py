"""What each criterion weighs: the rubric's word, the audience's, the command line's."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.criterion_lookup import find_criteria
from certeval.analysis.rounding import exact_text
from certeval.errors import UsageError, WeightsError
from certeval.model.audience import Audience
from certeval.model.rubric import HUNDRED_PERCENT, Rubric


def resolve_weights(
    audience: Audience | None, rubric: Rubric, overrides: Mapping[str, Decimal]
) -> dict[str, Fraction]:
    """The weight of each criterion in percent, most specific first; they need not add up to 100.

    Raises:
        UnknownCriterionError: an override of a criterion that the rubric does not have.
        UsageError: an override below 0 %, or whose criterion is not clear, or given twice.

    """
    weights = {item.id: Fraction(item.weight_percent) for item in rubric.criteria}
    if audience:
        weights |= {item.criterion: Fraction(item.weight_percent) for item in audience.weights}
    for name, weight in find_criteria("weights", overrides, list(weights)).items():
        if weight < 0:
            item = f"{name}={exact_text(Fraction(weight))}"
            raise UsageError("a weight must not be negative", parameter="weights", item=item)
        weights[name] = Fraction(weight)
    return weights


def rescale(weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """*weights* in the same proportions, adding up to exactly 100 percent.

    Raises:
        WeightsError: all of them are zero.

    """
    total = sum(weights.values(), Fraction())
    if total == 0:
        raise WeightsError(total)
    return {name: weight * Fraction(HUNDRED_PERCENT) / total for name, weight in weights.items()}


def normalize_weights(
    weights: Mapping[str, Fraction], *, normalize: bool
) -> tuple[dict[str, Fraction], tuple[str, ...]]:
    """*weights* that add up to exactly 100 percent, rescaled where *normalize* allows it; a note.

    Raises:
        WeightsError: they do not add up and are not to be rescaled, or all of them are zero.

    """
    total = sum(weights.values(), Fraction())
    if total == HUNDRED_PERCENT:
        return dict(weights), ()
    if not normalize:
        raise WeightsError(total)
    note = f"weights added up to {exact_text(total)}% and were rescaled to 100%"
    return rescale(weights), (note,)

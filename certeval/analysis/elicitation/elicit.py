"""Elicit weights from an order of criteria, or from points that say how much more one counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from certeval.analysis.elicitation.surrogate_weights import FORMULAS, mean_by_group
from certeval.analysis.figures import aligned, exact
from certeval.analysis.rounding import exact_text, signed
from certeval.analysis.weights import rubric_weights
from certeval.errors import UnknownCriterionError, UsageError
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.citation import Named
from certeval.results.figures import Figure, Quantity
from certeval.results.weights import (
    ElicitedWeight,
    ElicitedWeights,
    Method,
    MethodId,
    OtherMethod,
    OtherWeight,
)

_PLACES = 2
_MOST = 10**12  # of an importance that is written; a number has at most 15 digits

SWING = Method(
    "swing",
    "swing weighting",
    "D. von Winterfeldt and W. Edwards, Decision Analysis and Behavioral Research, Cambridge "
    "University Press, 1986",
)


class Preference(NamedTuple):
    """A person's preference among criteria, by id.

    ``order`` has the most important first, and equally important ones in one group. For the method
    ``swing`` the order is ignored, and ``points`` has the points of each criterion, from 0.
    """

    method: MethodId
    order: Sequence[Sequence[str]]
    points: Mapping[str, Decimal] = {}


def elicit(rubric: Rubric, preference: Preference, file: str | None = None) -> ElicitedWeights:
    """Turn a preference into weights.

    From an order, criteria that share places have the mean weight of those places; from points,
    weights are in proportion to the points.

    Args:
        rubric: Has the criteria.
        preference: The method, and an order or points of all criteria.
        file: The file of *rubric*.

    Returns:
        The weights, the most important first, and those of the other methods for the same order.

    Raises:
        UnknownCriterionError: the rubric has no such criterion.
        UsageError: a criterion is repeated or missing, or all points are 0.

    """
    _require_each_once(rubric, preference)
    points = {name: Fraction(count) for name, count in preference.points.items()}
    order = _by_points(points) if preference.method == "swing" else preference.order
    by_method = {name: _by_formula(name, order) for name in FORMULAS}
    swing = preference.method == "swing"
    weights = _in_proportion(points) if swing else by_method[preference.method]
    return ElicitedWeights(
        rubric=Named(rubric.id, rubric.title, file),
        method=SWING if swing else FORMULAS[preference.method].method,
        lines=tuple(_lines(rubric, order, weights, points)),
        total_display=f"{exact_text(sum(weights.values(), Fraction()))}%",
        others=tuple(
            OtherMethod(name, FORMULAS[name].method.title, _others(found))
            for name, found in by_method.items()
            if name != preference.method
        ),
    )


def _require_each_once(rubric: Rubric, preference: Preference) -> None:
    known = [criterion.id for criterion in rubric.criteria]
    named = [name for group in preference.order for name in group]
    for name in named:
        if name not in known:
            raise UnknownCriterionError("criteria", name, known)
        if named.count(name) > 1:
            raise UsageError(f"'{name}' is named twice", "name each criterion once")
    if not named:
        hint = f"list them from most to least important: {', '.join(known)}"
        raise UsageError("missing criteria", hint)
    missing = [name for name in known if name not in named]
    if missing:
        how = "at the end, joined by commas if they are equally important"
        if preference.method == "swing":
            how = f"with their points, as {missing[0]}=20"
        raise UsageError(f"missing from the order: {', '.join(missing)}", f"add them {how}")
    if preference.method == "swing" and not any(preference.points.values()):
        raise UsageError("all points are 0", "give the most important criterion 100")


def _by_formula(name: MethodId, order: Sequence[Sequence[str]]) -> dict[str, Fraction]:
    sizes = [len(group) for group in order]
    shares = mean_by_group(FORMULAS[name].weights(sum(sizes)), sizes)
    pairs = zip(order, shares, strict=True)
    return {name: share * Fraction(HUNDRED_PERCENT) for group, share in pairs for name in group}


def _by_points(points: Mapping[str, Fraction]) -> list[list[str]]:
    """Return the order of points, the most first; equal points are equally important."""
    groups: dict[Fraction, list[str]] = {}
    for name, count in points.items():
        groups.setdefault(count, []).append(name)
    return [groups[count] for count in sorted(groups, reverse=True)]


def _in_proportion(points: Mapping[str, Fraction]) -> dict[str, Fraction]:
    per_point = Fraction(HUNDRED_PERCENT) / sum(points.values())
    return {name: count * per_point for name, count in points.items()}


def _lines(
    rubric: Rubric,
    order: Sequence[Sequence[str]],
    weights: Mapping[str, Fraction],
    points: Mapping[str, Fraction],
) -> Iterator[ElicitedWeight]:
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    stated = rubric_weights(rubric)
    names = [name for group in order for name in group]
    percents = [weights[name] for name in names]
    written = iter(importances(percents))
    shown = iter(_percents(percents))
    place = 1
    for group in order:
        for name in group:
            own, weight = stated[name], next(shown)
            difference = weight.value - own
            yield ElicitedWeight(
                place=place,
                shared_by=len(group),
                criterion=name,
                title=criteria[name].title,
                question=criteria[name].question,
                points=exact(points[name]) if name in points else Figure(None, ""),
                weight_percent=weight,
                written_weight=next(written),
                rubric_percent=exact(own, "%"),
                difference_points=Quantity(difference, signed(difference, _PLACES)),
            )
        place += len(group)


def importances(weights: Sequence[Fraction]) -> list[int]:
    """Write weights as the smallest integers in the same proportions.

    Args:
        weights: weights in any unit, from 0, one of them above 0.

    Returns:
        One integer per weight. If they would have too many digits, the proportions are rounded;
        equal weights stay equal, and none overtakes a larger one.

    """
    common = lcm(*(weight.denominator for weight in weights))
    whole = [int(weight * common) for weight in weights]
    divisor, largest = gcd(*whole), max(whole)
    if largest // divisor <= _MOST:
        return [weight // divisor for weight in whole]
    return [round(Fraction(weight * _MOST, largest)) for weight in whole]


def _others(weights: Mapping[str, Fraction]) -> tuple[OtherWeight, ...]:
    return tuple(map(OtherWeight, weights, _percents(weights.values())))


def _percents(weights: Iterable[Fraction]) -> list[Quantity]:
    return aligned(weights, _PLACES, "%")

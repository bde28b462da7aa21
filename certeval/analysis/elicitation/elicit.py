"""Weights of an order of criteria, or of points that say how much more one counts than another."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.elicitation.surrogate_weights import FORMULAS, of_groups
from certeval.analysis.rounding import aligned_text, exact_text, largest_remainder, signed
from certeval.errors import UnknownCriterionError, UsageError
from certeval.model.rubric import HUNDRED_PERCENT, Rubric
from certeval.results.citation import Named
from certeval.results.weights import Method, MethodId, OtherMethod, OtherWeight, Weighed, Weighing

WRITTEN_PLACES = 2
"""The decimals of a weight in percent, as an audience file has it."""

SWING = Method(
    "swing",
    "swing weighting",
    "the weight of a criterion is its points, divided by the points of all",
    "D. von Winterfeldt and W. Edwards, Decision Analysis and Behavioral Research, Cambridge "
    "University Press, 1986",
)


class Preference(NamedTuple):
    """What somebody says of criteria, by id.

    ``order`` has the most important first, equally important ones together; for the method
    ``swing`` its own order says nothing, and ``points`` has those of each criterion.
    """

    method: MethodId
    order: Sequence[Sequence[str]]
    points: Mapping[str, Decimal] = {}


def weigh(rubric: Rubric, said: Preference, file: str | None = None) -> Weighing:
    """The weights of *said* for the criteria of *rubric*, which was read from *file*.

    By an order, the criteria that share places have the mean weight of those places; by points,
    weights are in proportion to them.

    Raises:
        UnknownCriterionError: the rubric has no such criterion.
        UsageError: a criterion is named twice or not at all, or all points are 0.

    """
    _demand_each(rubric, said)
    points = {name: Fraction(count) for name, count in said.points.items()}
    order = _by_points(points) if said.method == "swing" else said.order
    by_method = {name: _by_formula(name, order) for name in FORMULAS}
    weights = _by_share(points) if said.method == "swing" else by_method[said.method]
    return Weighing(
        rubric=Named(rubric.id, rubric.title, file),
        method=_method(said.method),
        lines=tuple(_lines(rubric, order, weights, points)),
        total_display=f"{exact_text(sum(weights.values(), Fraction()))}%",
        others=tuple(
            OtherMethod(name, FORMULAS[name].title, _others(found))
            for name, found in by_method.items()
            if name != said.method
        ),
    )


def _demand_each(rubric: Rubric, said: Preference) -> None:
    known = [criterion.id for criterion in rubric.criteria]
    named = [name for group in said.order for name in group]
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
        if said.method == "swing":
            how = f"with their points, as {missing[0]}=20"
        raise UsageError(f"no place for {', '.join(missing)}", f"add them {how}")
    if said.method == "swing" and not any(said.points.values()):
        raise UsageError("all points are 0", "give the most important criterion 100")


def _method(name: MethodId) -> Method:
    if name == "swing":
        return SWING
    formula = FORMULAS[name]
    return Method(name, formula.title, formula.words, formula.source)


def _by_formula(name: MethodId, order: Sequence[Sequence[str]]) -> dict[str, Fraction]:
    sizes = [len(group) for group in order]
    shares = of_groups(FORMULAS[name].weights(sum(sizes)), sizes)
    pairs = zip(order, shares, strict=True)
    return {name: share * Fraction(HUNDRED_PERCENT) for group, share in pairs for name in group}


def _by_points(points: Mapping[str, Fraction]) -> list[list[str]]:
    """The order of *points*, the most first; those with as many are equally important."""
    groups: dict[Fraction, list[str]] = {}
    for name, count in points.items():
        groups.setdefault(count, []).append(name)
    return [groups[count] for count in sorted(groups, reverse=True)]


def _by_share(points: Mapping[str, Fraction]) -> dict[str, Fraction]:
    a_point = Fraction(HUNDRED_PERCENT) / sum(points.values())
    return {name: count * a_point for name, count in points.items()}


def _lines(
    rubric: Rubric,
    order: Sequence[Sequence[str]],
    weights: Mapping[str, Fraction],
    points: Mapping[str, Fraction],
) -> Iterator[Weighed]:
    criteria = {criterion.id: criterion for criterion in rubric.criteria}
    names = [name for group in order for name in group]
    exact = [weights[name] for name in names]
    written = dict(zip(names, largest_remainder(exact, WRITTEN_PLACES), strict=True))
    shown = dict(zip(names, _percents(exact), strict=True))
    place = 1
    for group in order:
        for name in group:
            own = Fraction(criteria[name].weight_percent)
            count = points.get(name)
            yield Weighed(
                place=place,
                shared_by=len(group),
                criterion=name,
                title=criteria[name].title,
                question=criteria[name].question,
                points=count,
                points_display="" if count is None else exact_text(count),
                weight_percent=weights[name],
                weight_display=shown[name],
                written_percent=written[name],
                written_display=f"{written[name]:f}%",
                rubric_percent=own,
                rubric_display=f"{exact_text(own)}%",
                difference_points=weights[name] - own,
                difference_display=signed(weights[name] - own, WRITTEN_PLACES),
            )
        place += len(group)


def _others(weights: Mapping[str, Fraction]) -> tuple[OtherWeight, ...]:
    shown = zip(weights.items(), _percents(list(weights.values())), strict=True)
    return tuple(OtherWeight(name, weight, display) for (name, weight), display in shown)


def _percents(weights: Sequence[Fraction]) -> list[str]:
    return [f"{text}%" for text in aligned_text(weights, WRITTEN_PLACES)]

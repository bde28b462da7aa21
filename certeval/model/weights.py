"""Weights: in percent, or as importances whose shares follow exactly."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

from pydantic_core import PydanticCustomError

from certeval.model.base import Sourced
from certeval.model.problems import FieldPath, Problem, readable
from certeval.model.scalars import Amount, Percent, read_number

HUNDRED_PERCENT = Decimal(100)
"""What weights add up to, in percent."""


class Weighted(Sourced):
    """What has a weight: a criterion, a group, or a criterion for an audience."""

    weight_percent: Percent | None = None
    """The weight in percent, for example 25. The weights of all criteria, or of those of one
    group, add up to 100.
    """

    weight: Amount | None = None
    """The importance in place of a weight in percent, for example 8 where others have 9 and 6. The
    shares follow exactly, so that three equal criteria weigh a third each.
    """


def weight_problems(parts: Sequence[Weighted], at: FieldPath, where: str = "") -> Iterator[Problem]:
    """Yield what is wrong with the weights of *parts* together.

    Args:
        parts: what shares one whole: all of them have a weight in percent, or an importance.
        at: the path of their list.
        where: which of several such lists it is, for the message: `` in the group 'cost'``.

    Yields:
        A problem for a weight that is missing or of the other kind, or for the sum of them.

    """
    parts = [*parts]  # none of a list that cannot be read
    if not parts:
        return
    if not readable(*(number for part in parts for number in (part.weight_percent, part.weight))):
        return
    percents = [part.weight_percent for part in parts if part.weight_percent is not None]
    weights = [part.weight for part in parts if part.weight is not None]
    if len(percents) + len(weights) != len(parts) or (percents and weights):
        hint = "give each 'weight_percent', or each 'weight'"
        yield Problem(at, f"weights in percent and importances are mixed, or missing{where}", hint)
    elif percents:
        yield from _sum_problem(percents, at, where)
    elif not any(weights):
        yield Problem(at, f"all weights are 0{where}", "give at least one criterion a weight")


def _sum_problem(weights: list[Decimal], at: FieldPath, where: str) -> Iterator[Problem]:
    """Yield a problem where *weights*, in percent, do not add up to exactly 100."""
    total = sum(weights, Decimal())
    if total == HUNDRED_PERCENT:
        return
    difference = abs(total - HUNDRED_PERCENT)
    verb = "reduce" if total > HUNDRED_PERCENT else "increase"
    hint = f"{verb} them by {difference:f} in total, or write 'weight' for 'weight_percent'"
    if total == 1:
        percents = ", ".join(f"{(weight * 100).normalize():f}" for weight in weights)
        hint = f"these look like shares of 1: write {percents}"
    yield Problem(at, f"weights add up to {total:f}%, not 100%{where}", hint)


def shares(parts: Sequence[Weighted]) -> tuple[Fraction, ...]:
    """Return the share of each of *parts* in their whole, as exactly as it is stated.

    Args:
        parts: what shares one whole; the weights need not add up to 100 percent.

    Returns:
        The shares, 0 to 1 where the weights add up; those of importances always do.

    """
    weights = [Fraction(part.weight or 0) for part in parts]
    if any(part.weight is not None for part in parts):
        return tuple(weight / sum(weights) for weight in weights)
    return tuple(Fraction(part.weight_percent or 0) / 100 for part in parts)


def as_importances(data: object) -> tuple[object, tuple[str, ...]]:
    """Turn weights in percent that do not add up to 100 into importances, which are rescaled.

    Args:
        data: the plain data of a rubric or an audience.

    Returns:
        The data, and a note for each list of weights that is rescaled. Weights that are wrong in
        another way stay as they are.

    """
    notes: dict[str, str] = {}
    if not isinstance(data, Mapping):
        return data, ()
    lists = {name: data[name] for name in _LISTS if isinstance(data.get(name), Sequence)}
    entries = [one for some in lists.values() for one in some if isinstance(one, Mapping)]
    by_group = sorted(entries, key=_group)
    for group, parts in groupby(by_group, _group):
        total = _percents(list(parts))
        if total is not None and total not in (0, HUNDRED_PERCENT):
            where = f" in the group '{group}'" if group else ""
            notes[group] = f"weights{where} added up to {total:f}% and were rescaled to 100%"
    rescaled = {
        name: [_importance(one) if _group(one) in notes else one for one in some]
        for name, some in lists.items()
    }
    return {**data, **rescaled} if notes else data, tuple(notes.values())


_LISTS = ("criteria", "groups", "weights")


def _group(entry: object) -> str:
    """Return the group of an entry; an empty text if it is in none."""
    return str(entry.get("group") or "") if isinstance(entry, Mapping) else ""


def _percents(entries: Sequence[Mapping[str, Any]]) -> Decimal | None:
    """Return the sum of weights in percent; None if one of them cannot be read."""
    try:
        return sum((read_number(one.get("weight_percent")) for one in entries), Decimal())
    except PydanticCustomError:
        return None


def _importance(entry: object) -> object:
    if not isinstance(entry, Mapping):
        return entry
    return {"weight" if name == "weight_percent" else name: at for name, at in entry.items()}

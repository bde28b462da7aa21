"""What is left of a faulty definition, so that its other problems can be told in the same run."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from certeval.library.translation import field_at
from certeval.model.base import Definition
from certeval.model.problems import LENIENT, FieldPath
from certeval.model.scalars import is_text

_STAND_IN = "1"  # a text, an id and a number


class Salvage(NamedTuple):
    """A definition without its faulty parts.

    ``cuts`` are the list entries that had to go, by their places in the file. ``details`` are
    pydantic's errors, those of what the parts say together among them; these are looked for
    again where nothing was cut that could have been meant.
    """

    definition: Definition
    cuts: frozenset[FieldPath]
    details: Sequence[Any] = ()


def without_faults(model: type[Definition], data: Any, details: Sequence[Any]) -> Salvage | None:
    """*data* as a *model* without what *details*, pydantic's errors, are about.

    Texts, which nothing else depends on, are stood in for; unknown fields are left out; of the
    rest the list entry goes that the fault is in. None where too little is left.
    """
    if not isinstance(data, dict):
        return None
    kept = deepcopy(data)
    cuts: set[FieldPath] = set()
    unknown: set[FieldPath] = set()
    for detail in details:
        at: FieldPath = detail["loc"]
        if detail["type"] == "extra_forbidden":
            unknown.add(at)
        elif detail["type"] != "problems":
            if _can_stand_in(field_at(model, at), at):
                _put(kept, at, _STAND_IN)
            else:
                cuts.add(_entry(at))
    for at in sorted(cuts | unknown, key=_from_the_end, reverse=True):
        _owner(kept, at).pop(at[-1])
    try:
        rest = model.model_validate(kept, context=LENIENT)
    except ValidationError:
        return None
    told = details if cuts else [*filter(_is_of_one_part, details), *_joint(model, kept, rest)]
    return Salvage(rest, frozenset(cuts), told)


def _is_of_one_part(detail: Any) -> bool:
    return bool(detail["type"] != "problems")


def _joint(model: type[Definition], kept: Any, rest: Definition) -> list[Any]:
    """Pydantic's errors of what the parts of *kept* say together; *rest* is made of it.

    Where parts are at odds within themselves, pydantic does not go on to the whole: that is
    asked here.
    """
    try:
        model.model_validate(kept)
    except ValidationError as error:
        found = [detail for detail in error.errors() if not _is_of_one_part(detail)]
        whole = tuple(rest.problems()) if all(detail["loc"] for detail in found) else ()
        context = {"problems": whole}
        return [*found, {"type": "problems", "loc": (), "input": kept, "ctx": context}]
    return []


def _can_stand_in(field: FieldInfo | None, at: FieldPath) -> bool:
    """Whether nothing is judged by the value of *field*: a text, or what a definition must have."""
    if field is None:
        return False
    return is_text(field.metadata) or (len(at) == 1 and field.is_required())


def _entry(at: FieldPath) -> FieldPath:
    """The innermost list entry around the value at *at*, or else the field of the definition."""
    numbers = [depth for depth, step in enumerate(at) if isinstance(step, int)]
    return at[: numbers[-1] + 1] if numbers else at[:1]


def _from_the_end(at: FieldPath) -> tuple[tuple[str, int], ...]:
    """Orders cuts so that later entries go before earlier ones, and parts before their wholes."""
    return tuple(("", step) if isinstance(step, int) else (step, 0) for step in at)


def _owner(data: Any, at: FieldPath) -> Any:
    for step in at[:-1]:
        data = data[step]
    return data


def _put(data: Any, at: FieldPath, value: str) -> None:
    _owner(data, at)[at[-1]] = value


def in_the_file(at: FieldPath, cuts: frozenset[FieldPath]) -> FieldPath:
    """Where the part stands in the file that stands at *at* once the *cuts* are made."""
    place: FieldPath = ()
    for step in at:
        if isinstance(step, int):
            gone = sorted(cut[-1] for cut in cuts if cut[:-1] == place and isinstance(cut[-1], int))
            for index in gone:
                step += index <= step  # noqa: PLW2901 - each cut before it moves it down by one
        place = (*place, step)
    return place

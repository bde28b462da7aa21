"""What is left of a faulty definition, so that its other problems can be told in the same run."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import ValidationError

from certeval.model.base import LENIENT, Definition, Place

D = TypeVar("D", bound=Definition)
_STAND_IN = "unknown"  # is both a text and an id


def without_faults(model: type[D], data: Any, details: Sequence[Any]) -> D | None:
    """*data* as a *model* without the parts that *details*, pydantic's errors, are about.

    What its parts say together is not judged. None where too little is left.
    """
    if not isinstance(data, dict):
        return None
    kept = deepcopy(data)
    cuts: set[Place] = set()
    for detail in details:
        at: Place = detail["loc"]
        if detail["type"] == "missing" and len(at) == 1:
            kept[at[0]] = _STAND_IN
        elif detail["type"] != "problems":
            cuts.add(at if detail["type"] == "extra_forbidden" else _entry(at))
    for at in sorted(cuts, key=_from_the_end, reverse=True):
        _cut(kept, at)
    try:
        return model.model_validate(kept, context=LENIENT)
    except ValidationError:
        return None


def _entry(at: Place) -> Place:
    """The innermost list entry around the value at *at*, or else the field of the definition."""
    numbers = [depth for depth, step in enumerate(at) if isinstance(step, int)]
    return at[: numbers[-1] + 1] if numbers else at[:1]


def _from_the_end(at: Place) -> tuple[tuple[str, int], ...]:
    """Orders cuts so that later entries go before earlier ones, and parts before their wholes."""
    return tuple(("", step) if isinstance(step, int) else (step, 0) for step in at)


def _cut(data: Any, at: Place) -> None:
    for step in at[:-1]:
        data = data[step]
    data.pop(at[-1], None) if isinstance(data, dict) else data.pop(at[-1])

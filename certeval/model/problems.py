"""Problems in a definition: where they are, what is wrong, and how to fix it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

FieldPath = tuple[str | int, ...]
"""The way to a part of a definition: ``("criteria", 2, "weight_percent")``."""


class Problem(NamedTuple):
    """A problem at a path in a definition."""

    at: FieldPath
    message: str
    hint: str | None = None


LENIENT = {"lenient": True}
"""The context of a validation that checks each field alone, and not the fields together."""


def raise_problems(problems: Iterable[Problem], info: ValidationInfo) -> None:
    """Raise all *problems* in one error, unless there are none or the validation is lenient.

    Raises:
        PydanticCustomError: type ``problems``, with the problems in its context.

    """
    found = () if info.context == LENIENT else tuple(problems)
    if found:
        summary = "; ".join(problem.message for problem in found)
        raise PydanticCustomError("problems", "{summary}", {"summary": summary, "problems": found})


def duplicates(
    values: Sequence[str], at: FieldPath, field: str | None, what: str
) -> Iterator[Problem]:
    """Yield a problem for each value that appears earlier in the same list.

    Args:
        values: the values in the order of the list.
        at: the path of the list.
        field: the field of each entry that has the value; None if the entry is the value.
        what: what a value names, for the message: ``skill``.

    """
    if len(set(values)) == len(values):
        return
    first = {value: number for number, value in reversed(list(enumerate(values)))}
    for number, value in enumerate(values):
        if first[value] != number:
            path = (*at, number) if field is None else (*at, number, field)
            hint = f"entry {first[value] + 1} of the list has it already"
            yield Problem(path, f"duplicate {what} '{value}'", hint)

"""What is wrong with a definition: at which place, in which words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

FieldPath = tuple[str | int, ...]
"""A route into a definition: ``("criteria", 2, "weight_percent")``."""


class Problem(NamedTuple):
    """One thing wrong with a definition, at a place in it."""

    at: FieldPath
    message: str
    hint: str | None = None


LENIENT = {"lenient": True}
"""The context of a validation that only wants the fields right, whatever they say together."""


def raise_problems(problems: Iterable[Problem], info: ValidationInfo) -> None:
    """Raise all *problems* together; nothing happens where there is none, or it is lenient.

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
    """A problem for each value that stood before in the list at *at*."""
    if len(set(values)) == len(values):
        return
    first = {value: number for number, value in reversed(list(enumerate(values)))}
    for number, value in enumerate(values):
        if first[value] != number:
            place = (*at, number) if field is None else (*at, number, field)
            yield Problem(
                place,
                f"duplicate {what} '{value}'",
                f"it is already number {first[value] + 1} of the list",
            )

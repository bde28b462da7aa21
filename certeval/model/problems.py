"""Problems in a definition: where they are, what is wrong, and how to fix it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Never

from pydantic_core import PydanticCustomError

FieldPath = tuple[str | int, ...]
"""The way to a part of a definition: ``("criteria", 2, "weight_percent")``."""


class Problem(NamedTuple):
    """A problem at a path in a definition."""

    at: FieldPath
    message: str
    hint: str | None = None


class Unreadable:
    """Replaces a value that cannot be read, so that no check finds a fault in it.

    It equals nothing, is neither less nor greater than anything, and as a list it is empty.
    """

    def __init__(self, written: object) -> None:
        """Keep the value as it is *written*, for messages."""
        self.written = written

    def __str__(self) -> str:
        return str(self.written)

    def __iter__(self) -> Iterator[Never]:
        return iter(())

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __lt__


def readable(*values: object) -> bool:
    """Return whether *values* can be used in a calculation."""
    return not any(isinstance(value, Unreadable) for value in values)


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise all *problems* in one error, if there are any.

    Raises:
        PydanticCustomError: type ``problems``, with the problems in its context.

    """
    if found := tuple(problems):
        summary = "; ".join(problem.message for problem in found)
        raise PydanticCustomError("problems", "{summary}", {"summary": summary, "problems": found})


def duplicates(
    values: Iterable[str], at: FieldPath, field: str | None, what: str
) -> Iterator[Problem]:
    """Yield a problem for each value that appears earlier in the same list.

    Args:
        values: the values in the order of the list.
        at: the path of the list.
        field: the field of each entry that has the value; None if the entry is the value.
        what: what a value names, for the message: ``skill``.

    """
    first: dict[str, int] = {}
    for number, value in enumerate(values):
        if first.setdefault(value, number) != number:
            path = (*at, number) if field is None else (*at, number, field)
            hint = f"entry {first[value] + 1} of the list has it already"
            yield Problem(path, f"duplicate {what} '{value}'", hint)

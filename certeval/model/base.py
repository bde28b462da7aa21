"""What every definition has in common, and how it says what is wrong with it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from certeval.model.scalars import Date, Identifier, PartialDate, Text

Place = tuple[str | int, ...]
"""A route into a definition: ``("criteria", 2, "weight_percent")``."""


class Problem(NamedTuple):
    """One thing wrong with a definition, at a place in it."""

    at: Place
    message: str
    hint: str | None = None


LENIENT = {"lenient": True}
"""The context of a validation that only wants the fields right, whatever they say together."""


def refuse(problems: Iterable[Problem], info: ValidationInfo) -> None:
    """Raise all *problems* together; nothing happens where there is none, or it is lenient.

    Raises:
        PydanticCustomError: type ``problems``, with the problems in its context.

    """
    found = () if info.context == LENIENT else tuple(problems)
    if found:
        summary = "; ".join(problem.message for problem in found)
        raise PydanticCustomError("problems", "{summary}", {"summary": summary, "problems": found})


def repeated(values: Sequence[str], at: Place, field: str | None, what: str) -> Iterator[Problem]:
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


class Frozen(BaseModel):
    """A part of a definition: immutable, and no field that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Checked(Frozen):
    """A part whose fields can each be right and yet say nothing sensible together."""

    @model_validator(mode="after")
    def _is_sound(self, info: ValidationInfo) -> Self:
        refuse(self.problems(), info)
        return self

    def problems(self) -> Iterator[Problem]:
        """What is wrong between the fields, each of which is right by itself."""
        yield from ()


class Source(Frozen):
    """Where facts come from. ``id`` is what the facts of this file call it by."""

    id: Identifier
    title: Text
    publisher: Text
    date: Date
    url: Text | None = None
    note: Text | None = None


class Sourced(Frozen):
    """A fact: the id of its source, and a date of its own where it differs from the source's."""

    source: Identifier
    as_of: Date | None = None


class Definition(Checked):
    """A whole definition file: what it is, its id and title, and its sources."""

    kind: str
    id: Identifier
    title: Text
    summary: Text | None = None
    sources: tuple[Source, ...] = ()

    def problems(self) -> Iterator[Problem]:
        known = [source.id for source in self.sources]
        yield from repeated(known, ("sources",), "id", "source")
        for place, fact in facts_of(self):
            if fact.source not in known:
                yield Problem(
                    (*place, "source"),
                    f"unknown source '{fact.source}'",
                    f"sources of this file: {', '.join(dict.fromkeys(known)) or 'none'}",
                )

    def date_of(self, fact: Sourced) -> PartialDate:
        """When *fact*, a part of this definition, was true."""
        return fact.as_of or next(item.date for item in self.sources if item.id == fact.source)


def facts_of(part: Frozen | tuple[object, ...], at: Place = ()) -> Iterator[tuple[Place, Sourced]]:
    """Every sourced fact under *part*, with its place, in order of the fields."""
    if isinstance(part, Sourced):
        yield at, part
    steps = part.__dict__.items() if isinstance(part, Frozen) else enumerate(part)
    for step, value in steps:
        if isinstance(value, Frozen | tuple):
            yield from facts_of(value, (*at, step))

"""What every definition has in common, and how it says what is wrong with it."""

from collections.abc import Iterator
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from certeval.model.identifiers import Identifier, NewSourceId, SourceId
from certeval.model.problems import FieldPath, Problem, duplicates, raise_problems
from certeval.model.references import unknown_in_file
from certeval.model.scalars import Date, PartialDate, Text


class Frozen(BaseModel):
    """A part of a definition: immutable, and no field that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Validated(Frozen):
    """A part whose fields can each be right and yet say nothing sensible together."""

    @model_validator(mode="after")
    def _is_sound(self, info: ValidationInfo) -> Self:
        raise_problems(self.problems(), info)
        return self

    def problems(self) -> Iterator[Problem]:
        """What is wrong between the fields, each of which is right by itself."""
        yield from ()


class Source(Frozen):
    """Where facts come from. ``id`` is what the facts of this file call it by."""

    id: NewSourceId
    title: Text
    publisher: Text
    date: Date
    url: Text | None = None
    note: Text | None = None


class Sourced(Frozen):
    """A fact: the id of its source, and a date of its own where it differs from the source's."""

    source: SourceId
    as_of: Date | None = None


class Definition(Validated):
    """A whole definition file: what it is, its id and title, and its sources."""

    kind: str
    id: Identifier
    title: Text
    summary: Text | None = None
    sources: tuple[Source, ...] = ()

    def problems(self) -> Iterator[Problem]:
        known = [source.id for source in self.sources]
        yield from duplicates(known, ("sources",), "id", "source")
        yield from unknown_in_file(type(self), self)

    def date_of(self, fact: Sourced) -> PartialDate:
        """When *fact*, a part of this definition, was true."""
        return fact.as_of or next(item.date for item in self.sources if item.id == fact.source)


def sourced_facts(
    part: Frozen | tuple[object, ...], at: FieldPath = ()
) -> Iterator[tuple[FieldPath, Sourced]]:
    """Every sourced fact under *part*, with its place, in order of the fields."""
    if isinstance(part, Sourced):
        yield at, part
    steps = part.__dict__.items() if isinstance(part, Frozen) else enumerate(part)
    for step, value in steps:
        if isinstance(value, Frozen | tuple):
            yield from sourced_facts(value, (*at, step))

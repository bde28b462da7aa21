"""The common parts of definitions: an id, a title, sources, and facts that cite them."""

from collections.abc import Iterator
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    GetJsonSchemaHandler,
    model_validator,
)
from pydantic_core import CoreSchema

from certeval.model.identifiers import Identifier, NewSourceId, SourceId
from certeval.model.problems import FieldPath, Problem, duplicates, raise_problems
from certeval.model.references import unknown_in_file
from certeval.model.scalars import Date, PartialDate, Text, Url


class Frozen(BaseModel):
    """A part of a definition. It is immutable and takes only the fields that it declares."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the JSON Schema of the part, in which every field has its description."""
        from certeval.model.descriptions import describe_fields  # noqa: PLC0415 - only schemas do

        schema = handler(core_schema)
        describe_fields(cls, handler.resolve_ref_schema(schema))
        return schema


class Validated(Frozen):
    """A part that also checks its fields against each other."""

    @model_validator(mode="after")
    def _check_fields_together(self) -> Self:
        raise_problems(self.problems())
        return self

    def problems(self) -> Iterator[Problem]:
        """Yield the problems between the fields, each of which is valid alone."""
        yield from ()


class Source(Frozen):
    """A publication that facts of this file are taken from."""

    id: NewSourceId
    """The name by which facts of this file cite the source, for example review."""

    title: Text
    """The title of the publication, for example Public course listing."""

    publisher: Text
    """Who published it, for example Coursera."""

    date: Date
    """When it was published, as exactly as known: 2026, 2026-01 or 2026-01-31."""

    url: Url | None = None
    """Where to find it, for example https://www.coursera.org/. It starts with https:// or http://."""

    region: Text | None = None
    """Where its figures are from, for example United States."""

    note: Text | None = None
    """What was taken from it, for example Scale, criteria and weights."""


class Sourced(Frozen):
    """A fact with the source that states it."""

    source: SourceId
    """The id of the source that states this, one of this file's sources."""

    as_of: Date | None = None
    """The date of the fact, for example 2026-03, if it is not the source's date."""


class Definition(Validated):
    """A definition file."""

    kind: str
    """The kind of definition in this file."""

    id: Identifier
    """The name by which commands and other files refer to this definition, for example ibm-ml.
    In a library it is also the file's name.
    """

    title: Text
    """The name that people read, for example Career changer."""

    summary: Text | None = None
    """One or two sentences that say what this is about."""

    sources: tuple[Source, ...] = ()
    """The publications that the facts of this file are taken from."""

    def problems(self) -> Iterator[Problem]:
        """Yield the problems between the parts, each of which is valid alone."""
        known = [source.id for source in self.sources]
        yield from duplicates(known, ("sources",), "id", "source")
        yield from unknown_in_file(type(self), self)

    def date_of(self, fact: Sourced) -> PartialDate:
        """Return the date of *fact*, a part of this definition: its own, or its source's."""
        return fact.as_of or self.source_of(fact).date

    def source_of(self, fact: Sourced) -> Source:
        """Return the source of *fact*, a part of this definition."""
        return next(item for item in self.sources if item.id == fact.source)


def sourced_facts(
    part: Frozen | tuple[object, ...], at: FieldPath = ()
) -> Iterator[tuple[FieldPath, Sourced]]:
    """Yield every sourced fact in *part* with its path, in the order of the fields.

    Args:
        part: a definition, a part of one, or a list of parts.
        at: the path of *part* itself.

    """
    if isinstance(part, Sourced):
        yield at, part
    steps = part.__dict__.items() if isinstance(part, Frozen) else enumerate(part)
    for step, value in steps:
        if isinstance(value, Frozen | tuple):
            yield from sourced_facts(value, (*at, step))

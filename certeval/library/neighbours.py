"""A definition held against the others that it names."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded, Reading
from certeval.library.diagnostics import Diagnostic
from certeval.library.folders import absolute
from certeval.library.source import display_path
from certeval.model.agreement import audience_problems, certificate_problems
from certeval.model.audience import Audience
from certeval.model.base import Place, Problem
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric


class Neighbours:
    """The definitions that others name: those at hand, and those of a library. Reads each once."""

    def __init__(self, library: Library, at_hand: Iterable[Reading[Any]] = ()) -> None:
        """*at_hand* has been read already, and comes before *library*."""
        self.library = library
        self.at_hand = {(one.kind, one.id): one for one in at_hand if one.id}

    def problems(self, one: Loaded[Any]) -> Iterator[Diagnostic]:
        """What is wrong between *one* and the definitions that it names."""
        definition = one.definition
        for kind, name, at in _references(definition):
            if (kind, name) not in self.at_hand and self.library.find(kind, name) is None:
                hint = self.library.unknown(kind, name).hint
                unknown = Problem(at, f"unknown {kind} '{name}'", hint)
                yield from one.diagnostics([unknown], "reference")
        rubric = self.rubric(getattr(definition, "rubric", None))
        if rubric and isinstance(definition, Certificate):
            found = certificate_problems(definition, rubric, whole=not one.cuts)
            yield from one.diagnostics(found, "agreement")
        elif rubric and isinstance(definition, Audience):
            found = audience_problems(definition, rubric, whole=not one.cuts)
            yield from one.diagnostics(found, "agreement")

    def rubric(self, name: str | None) -> Rubric | None:
        """The rubric *name*; None where there is none, or none without problems of its own."""
        if name is None:
            return None
        if ("rubric", name) not in self.at_hand:
            if self.library.find("rubric", name) is None:
                return None
            self.at_hand["rubric", name] = self.library.read("rubric", name)
        loaded = self.at_hand["rubric", name].loaded
        return loaded.definition if loaded else None


def same_ids(loaded: Iterable[Loaded[Any]]) -> Iterator[Diagnostic]:
    """A problem for each definition whose id another has that is read in the same run.

    In different folders they are of different libraries, and the first hides the other.
    """
    first: dict[tuple[Path, str, str], Path] = {}
    for one in loaded:
        if one.data.get("id") != one.definition.id:
            continue  # stood in for
        key = (absolute(one.path).parent, one.definition.kind, one.definition.id)
        before = first.setdefault(key, one.path)
        if before != one.path:
            message = f"duplicate id '{one.definition.id}'"
            hint = f"{display_path(before)} has it already"
            yield one.positions.diagnostic(("id",), message, "agreement", hint)


def _references(definition: object) -> Iterator[tuple[str, str, Place]]:
    """Each definition that *definition* names: its kind, its id, and where it is named."""
    match definition:
        case Certificate():
            if definition.rubric:
                yield "rubric", definition.rubric, ("rubric",)
            for number, score in enumerate(definition.scores):
                for index, own in enumerate(score.audiences):
                    place = ("scores", number, "audiences", index, "audience")
                    yield "audience", own.audience, place
        case Audience():
            if definition.rubric:
                yield "rubric", definition.rubric, ("rubric",)
        case Rubric():
            if definition.primary_audience:
                yield "audience", definition.primary_audience, ("primary_audience",)

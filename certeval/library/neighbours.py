"""A definition held against the others that it names."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from certeval.diagnostics import Diagnostic
from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded, Reading
from certeval.library.folders import absolute
from certeval.library.source import display_path
from certeval.model.agreement import audience_problems, certificate_problems
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate
from certeval.model.problems import Problem
from certeval.model.references import FOR_SCORING, IN_LIBRARY, Reference, references
from certeval.model.rubric import Rubric

if TYPE_CHECKING:
    from certeval.model.skills import Vocabulary


class Neighbours:
    """The definitions that others name: those at hand, and those of a library. Reads each once.

    What is held against them is all that a definition names, or with *only_terms* what judging
    by a rubric needs.
    """

    def __init__(
        self,
        library: Library,
        at_hand: Iterable[Reading[Any]] = (),
        *,
        only_terms: bool = False,
    ) -> None:
        """*at_hand* has been read already, and comes before *library*."""
        self.library = library
        self.at_hand = {(one.kind, one.id): one for one in at_hand if one.id}
        self.only_terms = only_terms

    @cached_property
    def vocabulary(self) -> "Vocabulary":
        """The skills of those at hand, then of the library; faulty entries count, too."""
        from certeval.model.skills import vocabulary  # noqa: PLC0415 - not needed for a score

        at_hand = [one for one in self.at_hand.values() if one.kind == "skills"]
        readings = [*at_hand, *self.library.skills()]
        return vocabulary(one.readable.definition for one in readings if one.readable)

    def problems(self, one: Loaded[Any]) -> Iterator[Diagnostic]:
        """What is wrong between *one* and the definitions that it names."""
        definition = one.definition
        for kind, name, at in self._references(definition):
            if not self._is_known(kind, name):
                unknown = Problem(at, f"unknown {kind} '{name}'", self._hint(kind, name))
                yield from one.diagnostics([unknown], "reference")
        rubric = self.rubric(getattr(definition, "rubric", None))
        if rubric and isinstance(definition, Certificate):
            found = certificate_problems(definition, rubric, whole=not one.cuts)
            yield from one.diagnostics(found, "agreement")
        elif rubric and isinstance(definition, Audience):
            found = audience_problems(definition, rubric, whole=not one.cuts)
            yield from one.diagnostics(found, "agreement")

    @cached_property
    def _faulty_skills(self) -> frozenset[str]:
        """What stands as an id in lists of skills that have problems: told there, not here."""
        at_hand = [one for one in self.at_hand.values() if one.kind == "skills"]
        lists = [one.data for one in (*at_hand, *self.library.skills()) if one.problems]
        return frozenset(
            entry["id"]
            for data in lists
            if isinstance(data, dict) and isinstance(data.get("skills"), list)
            for entry in data["skills"]
            if isinstance(entry, dict) and isinstance(entry.get("id"), str)
        )

    def _references(self, definition: Any) -> Iterator[Reference]:
        kinds = FOR_SCORING if self.only_terms else IN_LIBRARY
        return references(type(definition), definition, kinds)

    def _is_known(self, kind: str, name: str) -> bool:
        if kind == "skill":
            return name in self.vocabulary.names or name in self._faulty_skills
        return (kind, name) in self.at_hand or self.library.find(kind, name) is not None

    def _hint(self, kind: str, name: str) -> str | None:
        if kind != "skill":
            return self.library.unknown(kind, name).hint
        from certeval.library.nearest import nearest_skill  # noqa: PLC0415 - only with a problem

        meant = nearest_skill(self.vocabulary, name)
        near = f"did you mean {meant}? " if meant else ""
        add = "a skills.yaml in its library, or beside it, adds to them"
        return f"{near}'certeval list skills' lists them; {add}"

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

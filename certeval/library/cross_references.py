"""Check that what a definition refers to exists, and that it agrees with its rubric."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from certeval.diagnostics import Diagnostic
from certeval.library.definitions import DefinitionFile
from certeval.library.folders import absolute
from certeval.library.library import Library
from certeval.library.text import display_path
from certeval.model.consistency import audience_problems, certificate_problems
from certeval.model.problems import Problem
from certeval.model.references import FOR_SCORING, IN_LIBRARY, defined, references
from certeval.model.rubric import Rubric
from certeval.phrases import suggestion

_AGREEMENT: Mapping[str, Callable[[object, Rubric], Iterator[Problem]]] = {
    "certificate": certificate_problems,
    "audience": audience_problems,
}


class CrossReferences:
    """Checks every reference in definitions, and reads each file that they refer to once.

    The plain data of a file is checked, so that other problems in the file hide nothing.
    """

    def __init__(
        self,
        library: Library,
        loaded: Iterable[DefinitionFile[Any]] = (),
        *,
        scoring_only: bool = False,
    ) -> None:
        """Look up definitions among *loaded* first, then in *library*.

        Args:
            library: the definitions that may be referred to.
            loaded: files that have already been read; they take precedence.
            scoring_only: check only what scoring needs: the rubric and the audiences.

        """
        self.library = library
        self.loaded = {(file.kind, file.id): file for file in loaded if file.id}
        self.kinds = FOR_SCORING if scoring_only else IN_LIBRARY

    def problems(self, file: DefinitionFile[Any]) -> Iterator[Diagnostic]:
        """Yield references to what does not exist, and disagreements with the rubric.

        Args:
            file: a definition file, valid or not.

        Yields:
            A diagnostic for each problem, at its place in the file.

        """
        if file.model is None:
            return
        for kind, name, at in references(file.model, file.data):
            if kind in self.kinds and not self._is_known(kind, name):
                unknown = Problem(at, f"unknown {kind} '{name}'", self._hint(kind, name))
                yield from file.diagnostics([unknown], "reference")
        rubric = self.rubric(file.raw_field("rubric"))
        if rubric and file.kind in _AGREEMENT:
            yield from file.diagnostics(_AGREEMENT[file.kind](file.data, rubric), "agreement")

    @cached_property
    def _skill_lists(self) -> list[DefinitionFile[Any]]:
        lists = [file for file in self.loaded.values() if file.kind == "skills"]
        return [*lists, *self.library.skills()]

    @cached_property
    def _listed(self) -> frozenset[tuple[str, str]]:
        """The kinds and names in all lists of skills, even lists that have problems."""
        return frozenset(
            (one.kind, one.name)
            for file in self._skill_lists
            for one in (defined(file.model, file.data) if file.model else ())
        )

    def _is_known(self, kind: str, name: str) -> bool:
        if kind in ("skill", "area"):
            return (kind, name) in self._listed
        return (kind, name) in self.loaded or self.library.find(kind, name) is not None

    def _hint(self, kind: str, name: str) -> str | None:
        from certeval.library import suggestions  # noqa: PLC0415 - only here

        if kind == "area":
            known = sorted(found for of, found in self._listed if of == kind)
            return suggestion(name, known, "areas")
        if kind != "skill":
            return suggestions.unknown_id_error(self.library.folders, kind, name).hint
        from certeval.model.skills import vocabulary  # noqa: PLC0415 - not needed for a score

        words = vocabulary(file.definition for file in self._skill_lists if file.definition)
        hint = suggestions.unknown_skill_error(name, words).hint
        return f"{hint}; a skills.yaml in its library, or beside it, can add more"

    def rubric(self, name: str | None) -> Rubric | None:
        """Return the rubric *name*, read once.

        Args:
            name: the id of a rubric; None for no rubric.

        Returns:
            The rubric; None if it does not exist or has problems.

        """
        if name is None:
            return None
        if ("rubric", name) not in self.loaded:
            if self.library.find("rubric", name) is None:
                return None
            self.loaded["rubric", name] = self.library.read("rubric", name)
        rubric: Rubric | None = self.loaded["rubric", name].definition
        return rubric


def duplicate_ids(
    files: Iterable[DefinitionFile[Any]], *, anywhere: bool = False
) -> Iterator[Diagnostic]:
    """Yield a problem for each file with the kind and id of an earlier one.

    Args:
        files: the files that were read, in any order.
        anywhere: also compare files in different folders. Without it these belong to different
            libraries, the first of which hides the other.

    Yields:
        A diagnostic at the id of each later file.

    """
    first: dict[tuple[Path | None, str, str], Path] = {}
    for file in files:
        if file.model is None or file.id is None or file.positions is None:
            continue
        folder = None if anywhere else absolute(file.path).parent
        before = first.setdefault((folder, file.kind, file.id), file.path)
        if before is not file.path and (anywhere or before != file.path):
            hint = f"{display_path(before)} has it already; change one of the two"
            if os.path.realpath(before) == os.path.realpath(file.path):
                hint = "it is one file, named twice"
            message = f"duplicate id '{file.id}'"
            yield file.positions.diagnostic(("id",), message, "agreement", hint)

"""Data -> model, with every problem told at its place in the file."""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.folders import FOLDERS, absolute
from certeval.library.positions import Positions
from certeval.library.salvage import Salvage, in_the_file, without_faults
from certeval.library.source import STDIN, UnreadableSource, read_source
from certeval.library.translation import MAPPING_HINT, near, translate, without_echoes
from certeval.library.yaml import parse
from certeval.model.base import Definition
from certeval.model.identifiers import is_identifier
from certeval.model.problems import FieldPath, Problem
from certeval.model.references import unknown_in_file
from certeval.model.scalars import describe

KINDS = (*FOLDERS, "skills")


def model_of(kind: str) -> type[Definition]:
    """The model of a kind of definition: class ``Role`` in ``model.role``. Loaded when needed."""
    model: type[Definition] = getattr(import_module(f"certeval.model.{kind}"), kind.capitalize())
    return model


D = TypeVar("D", bound=Definition)


class Loaded(NamedTuple, Generic[D]):
    """A definition, the file it came from, where each part stands there, and the plain data."""

    definition: D
    path: Path
    positions: Positions
    data: Any
    cuts: frozenset[FieldPath] = frozenset()
    """The list entries of the file that are faulty, and had to be left out."""

    def diagnostics(self, problems: Iterable[Problem], rule: Rule) -> list[Diagnostic]:
        """*problems* of this definition with their places in its file."""
        return [
            self.positions.diagnostic(
                in_the_file(problem.at, self.cuts), problem.message, rule, problem.hint
            )
            for problem in problems
        ]


class Reading(NamedTuple, Generic[D]):
    """What came of reading one file: a definition, or problems and the data they are in."""

    path: Path
    kind: str
    loaded: Loaded[D] | None = None
    problems: tuple[Diagnostic, ...] = ()
    data: object = None
    rest: Loaded[D] | None = None
    """What is left without the faulty parts, so that it can still be held against others."""

    @property
    def readable(self) -> Loaded[D] | None:
        """The definition, or what is left of it, or None."""
        return self.loaded or self.rest

    @property
    def id(self) -> str | None:
        """The id that the file gives itself, even where it has problems elsewhere."""
        return self.said("id")

    def said(self, name: str) -> str | None:
        """The text of the field *name*, even where the file has problems elsewhere."""
        data = self.loaded.data if self.loaded else self.data
        value = data.get(name) if isinstance(data, dict) else None
        return value if isinstance(value, str) else None


def read_definition(path: Path, kind: str | None) -> Reading[Any]:
    """Read the file at *path* as a definition of *kind*; None takes the kind that the file says.

    Problems are returned, never raised.
    """
    wanted = kind or "definition"
    try:
        text = read_source(path)
    except UnreadableSource as refusal:
        return Reading(path, wanted, problems=(refusal.diagnostic,))
    parsed = parse(text)
    if parsed.data is None and parsed.problems:
        return Reading(path, wanted, problems=tuple(parsed.problems))
    positions = parsed.positions
    problems = parsed.problems + _kind_problems(parsed.data, kind, positions)
    reads_as = kind or _said_kind(parsed.data)
    if reads_as is None or any(problem.rule == "wrong-kind" for problem in problems):
        return Reading(path, wanted, problems=tuple(problems), data=parsed.data)
    wanted = reads_as
    model = model_of(reads_as)
    rest: Salvage | None = None
    try:
        definition = model.model_validate(parsed.data)
    except ValidationError as error:
        details = without_echoes(error.errors(include_url=False))
        rest = without_faults(model, parsed.data, details)
        problems += [
            problem
            for detail in (rest.details if rest else details)
            if detail["loc"] != ("kind",)  # told before, in the file's own words
            for problem in translate(detail, parsed.data, model, positions)
        ]
        unknown = [
            positions.diagnostic(problem.at, problem.message, "value", problem.hint)
            for problem in unknown_in_file(model, parsed.data)
        ]
        problems += [problem for problem in unknown if problem not in problems]
    else:
        problems += _name_problems(definition, path, positions)
        if not problems:
            return Reading(path, wanted, Loaded(definition, path, positions, parsed.data))
        rest = Salvage(definition, frozenset())
    left = Loaded(rest.definition, path, positions, parsed.data, rest.cuts) if rest else None
    return Reading(path, wanted, None, tuple(problems), parsed.data, left)


def _said_kind(data: object) -> str | None:
    kind = data.get("kind") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) and kind in KINDS else None


def _kind_problems(data: object, kind: str | None, positions: Positions) -> list[Diagnostic]:
    """What is wrong with the kind that the file says it is of, where *kind* is wanted."""
    if not isinstance(data, dict):
        if kind is not None:
            return []  # the model says that it needs a mapping
        message = f"expected a mapping, found {describe(data)}"
        return [positions.diagnostic((), message, "wrong-type", MAPPING_HINT)]
    said = data.get("kind")
    found = f"unknown kind {describe(said)}"
    rule: Rule = "value"
    if "kind" not in data:
        found, rule = "missing field 'kind'", "missing-field"
        hint = f"add 'kind: {kind}'" if kind else f"add 'kind:' with one of {', '.join(KINDS)}"
    elif said not in KINDS:
        hint = near(str(said), KINDS, "kinds")
    elif kind is not None and said != kind:
        found, rule = f"a definition of kind {said}, where kind {kind} is needed", "wrong-kind"
        hint = "give another file"
    else:
        return []
    at: FieldPath = ("kind",) if "kind" in data else ()
    return [positions.diagnostic(at, found, rule, hint)]


def _name_problems(definition: Definition, path: Path, positions: Positions) -> list[Diagnostic]:
    """In a library the file's name is how the id is found, so the two must agree."""
    stem = path.stem
    if path == STDIN or absolute(path).parent.name != FOLDERS.get(definition.kind):
        return []
    if stem == definition.id:
        return []
    message = f"id '{definition.id}' in a file called '{path.name}'"
    fix = f"write 'id: {stem}', or rename the file" if is_identifier(stem) else "rename the file"
    hint = f"in a library they agree: {fix}"
    return [positions.diagnostic(("id",), message, "agreement", hint)]

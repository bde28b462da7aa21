"""Turn the data of a file into a definition, and report each problem at its place in the file."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from certeval.diagnostics import Diagnostic, Rule
from certeval.errors import DefinitionError
from certeval.library.folders import FOLDERS, absolute
from certeval.library.positions import Positions
from certeval.library.text import STDIN, UnreadableText, display_path, read_text
from certeval.library.yaml_reader import parse
from certeval.model.base import Definition
from certeval.model.identifiers import is_identifier
from certeval.model.problems import FieldPath, Problem
from certeval.model.scalars import describe
from certeval.model.weights import as_importances
from certeval.phrases import suggestion

KINDS = (*FOLDERS, "skills")

MAPPING_HINT = "a definition is a mapping: lines of 'field: value'"


def model_of(kind: str) -> type[Definition]:
    """Return the class of a kind of definition, such as ``Role`` in ``model.role``.

    Args:
        kind: one of ``KINDS``; the class is imported when it is first needed.

    Returns:
        The class.

    """
    model: type[Definition] = getattr(import_module(f"certeval.model.{kind}"), kind.capitalize())
    return model


D = TypeVar("D", bound=Definition)


class DefinitionFile(NamedTuple, Generic[D]):
    """The result of reading one file: a definition or problems, and the data behind them.

    Attributes:
        path: the file.
        kind: the kind of definition that was expected, or that the file names.
        problems: what is wrong with the file, apart from its references.
        definition: the definition; None if there are problems.
        data: the plain data of the file; None if it is not valid YAML.
        positions: where the data is in the file; None if it could not be read or was made in
            Python.
        model: the class of the definition; None if its kind is unknown or not the expected one.
        notes: what was changed in the data, to warn of.

    """

    path: Path
    kind: str
    problems: tuple[Diagnostic, ...] = ()
    definition: D | None = None
    data: object = None
    positions: Positions | None = None
    model: type[Definition] | None = None
    notes: tuple[str, ...] = ()

    @property
    def valid(self) -> D:
        """The definition.

        Raises:
            DefinitionError: the file has problems.

        """
        if self.definition is None:
            raise DefinitionError(self.problems)
        return self.definition

    @property
    def id(self) -> str | None:
        """The id in the file, even if the file has problems elsewhere."""
        return self.raw_field("id")

    @property
    def shown_path(self) -> str:
        """The path of the file in messages."""
        return self.positions.text.path if self.positions else display_path(self.path)

    def raw_field(self, name: str) -> str | None:
        """Return the text of a field, even if the file has problems elsewhere.

        Args:
            name: the name of a field at the top level.

        Returns:
            The text; None if the field is missing or is not text.

        """
        value = self.data.get(name) if isinstance(self.data, dict) else None
        return value if isinstance(value, str) else None

    def diagnostics(self, problems: Iterable[Problem], rule: Rule) -> Iterator[Diagnostic]:
        """Add the places in the file to problems of its definition.

        Args:
            problems: problems, each with a path in the definition.
            rule: the rule that all of them break.

        Yields:
            A diagnostic for each problem.

        """
        for at, message, hint in problems:
            if self.positions is not None:
                yield self.positions.diagnostic(at, message, rule, hint)
            else:
                yield Diagnostic(self.shown_path, message, rule, hint=hint)


def require_valid(files: Iterable[DefinitionFile[Any]], *others: Iterable[Diagnostic]) -> None:
    """Require that no file has problems.

    Args:
        files: the files that were read.
        others: problems between *files*.

    Raises:
        DefinitionError: there are problems; the error has all of them.

    """
    of_each = (file.problems for file in files)
    problems = [problem for found in (*of_each, *others) for problem in found]
    if problems:
        raise DefinitionError(problems)


def without_file(definition: Definition) -> DefinitionFile[Any]:
    """Return a definition that was made in Python as if it had been read from a file.

    Args:
        definition: the definition.

    Returns:
        A file with the definition's data, and without positions.

    """
    from certeval.library.yaml_writer import plain_data  # noqa: PLC0415 - files have their data

    path = Path(f"<{definition.kind} {definition.id}>")
    data = plain_data(definition)
    return DefinitionFile(path, definition.kind, (), definition, data, None, type(definition))


def read_definition(path: Path, kind: str | None, *, rescale: bool = False) -> DefinitionFile[Any]:
    """Read a definition file. Problems are returned, never raised.

    Args:
        path: the file; ``-`` is standard input.
        kind: the kind of definition that is needed; None accepts the kind that the file names.
        rescale: whether to rescale weights that do not add up to 100%.

    Returns:
        The definition, or everything that is wrong with the file.

    """
    wanted = kind or "definition"
    try:
        text = read_text(path)
    except UnreadableText as refusal:
        return DefinitionFile(path, wanted, (refusal.diagnostic,))
    parsed = parse(text)
    data, positions = parsed.data, parsed.positions
    data, notes = as_importances(data) if rescale else (data, ())
    if data is None and parsed.problems:
        return DefinitionFile(path, wanted, tuple(parsed.problems))
    problems = [*parsed.problems, *_kind_problems(data, kind, positions)]
    found = kind or _stated_kind(data)
    if found is None or any(problem.rule == "wrong-kind" for problem in problems):
        return DefinitionFile(path, wanted, tuple(problems), None, data, positions)
    model = model_of(found)
    definition: Definition | None = None
    try:
        definition = model.model_validate(data)
    except ValidationError as error:
        from certeval.library.validation_errors import diagnose  # noqa: PLC0415 - valid files need none
        from certeval.model.tolerant import problems_despite_faults  # noqa: PLC0415 - valid files need none

        details = [one for one in error.errors(include_url=False) if one["loc"] != ("kind",)]
        together = [
            positions.diagnostic(at, message, "value", hint)
            for at, message, hint in problems_despite_faults(model, data)
        ]
        problems += dict.fromkeys([*diagnose(details, data, model, positions), *together])
    problems += _name_problems(found, data, path, positions)
    valid = None if problems else definition
    return DefinitionFile(path, found, tuple(problems), valid, data, positions, model, notes)


def _stated_kind(data: object) -> str | None:
    kind = data.get("kind") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) and kind in KINDS else None


def _kind_problems(data: object, kind: str | None, positions: Positions) -> list[Diagnostic]:
    """Return what is wrong with the kind that the file names, if *kind* is needed."""
    if not isinstance(data, dict):
        if kind is not None:
            return []  # the model reports that it needs a mapping
        message = f"expected a mapping, found {describe(data)}"
        return [positions.diagnostic((), message, "wrong-type", MAPPING_HINT)]
    stated = data.get("kind")
    found = f"unknown kind {describe(stated)}"
    rule: Rule = "value"
    if "kind" not in data:
        found, rule = "missing field 'kind'", "missing-field"
        hint = f"add 'kind: {kind}'" if kind else f"add 'kind:' with one of {', '.join(KINDS)}"
    elif stated not in KINDS:
        hint = suggestion(str(stated), KINDS, "kinds")
    elif kind is not None and stated != kind:
        found, rule = f"expected a definition of kind {kind}, found kind {stated}", "wrong-kind"
        hint = "choose another file"
    else:
        return []
    at: FieldPath = ("kind",) if "kind" in data else ()
    return [positions.diagnostic(at, found, rule, hint)]


def _name_problems(
    kind: str, data: object, path: Path, positions: Positions
) -> Iterator[Diagnostic]:
    """Yield a problem if a file in a library is not named after its id, by which it is found."""
    name, stem = data.get("id") if isinstance(data, dict) else None, path.stem
    in_library = path != STDIN and absolute(path).parent.name == FOLDERS.get(kind)
    if not in_library or not isinstance(name, str) or not is_identifier(name) or name == stem:
        return
    fix = f"write 'id: {stem}', or rename the file" if is_identifier(stem) else "rename the file"
    message = f"id '{name}' in a file called '{path.name}'"
    yield positions.diagnostic(("id",), message, "agreement", f"in a library they agree: {fix}")

"""Translate pydantic's errors into diagnostics: certeval's wording, and a place in the file."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.definitions import MAPPING_HINT
from certeval.library.positions import Positions
from certeval.model.problems import FieldPath
from certeval.model.scalars import describe
from certeval.phrases import closest, did_you_mean, suggestion

# By type of error: the message about the value, the rule, and a hint.
_PLAIN: dict[str, tuple[str, Rule, str | None]] = {
    "string_type": ("expected text, found {found}", "wrong-type", None),
    "string_too_short": ("the text is empty", "value", None),
    "tuple_type": ("expected a list, found {found}", "wrong-type", "start each entry with '- '"),
    "too_short": ("the list is empty", "value", None),
}
_LONGEST_EXAMPLE = 60
_NO_MAPPING = frozenset({"model_type", "model_attributes_type"})


def diagnose(
    details: Sequence[Any], data: object, model: type[BaseModel], positions: Positions
) -> Iterator[Diagnostic]:
    """Translate pydantic's errors, and merge those that are one mistake.

    A missing required field and an unknown field with a similar name are one mistake: the name is
    misspelled.

    Args:
        details: pydantic's errors, as ``ValidationError.errors`` returns them.
        data: the plain data that was validated.
        model: the class that it was validated against.
        positions: the position of each part of the data in the file.

    Yields:
        A diagnostic for each mistake.

    """
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    hints = {at: _unknown_field_hint(at, data, model) for at in unknown}
    misspelled = {(*at[:-1], meant) for at, (meant, _) in hints.items() if meant}
    for detail in details:
        at, kind = detail["loc"], detail["type"]
        if kind == "extra_forbidden":
            message = f"unknown field '{at[-1]}'"
            yield positions.diagnostic(at, message, "unknown-field", hints[at][1], key=True)
        elif kind != "missing" or at not in misspelled:
            yield from _translate(detail, model, positions)


def _translate(detail: Any, model: type[BaseModel], positions: Positions) -> Iterator[Diagnostic]:
    at: FieldPath = detail["loc"]
    context: dict[str, Any] = detail.get("ctx", {})
    kind, found = detail["type"], detail["input"]
    if kind == "problems":
        for item in context["problems"]:
            yield positions.diagnostic((*at, *item.at), item.message, "value", item.hint)
    elif kind == "missing":
        yield positions.diagnostic(
            at[:-1], f"missing field '{at[-1]}'", "missing-field", _description(model, at)
        )
    elif not (kind == "too_short" and found):  # it has entries, but they are faulty
        message, rule, hint = _wording(kind, at, found, context, detail["msg"])
        hint = _hint_by_place(kind, at, found, model, positions) or hint
        field = f"{at[-1]}: " if at and isinstance(at[-1], str) else ""
        yield positions.diagnostic(at, f"{field}{message}", rule, hint)


def _wording(
    kind: str, at: FieldPath, found: object, context: dict[str, Any], message: str
) -> tuple[str, Rule, str | None]:
    if kind == "bad_value":
        return context["message"], "value", context["hint"]
    if kind == "literal_error":
        choices = re.findall("'([^']*)'", context["expected"])
        hint = suggestion(str(found), choices, "choices")
        return f"{describe(found)} is not one of the choices", "value", hint
    if kind in _NO_MAPPING:
        expected = f"expected a mapping, found {describe(found)}"
        return expected, "wrong-type", None if at else MAPPING_HINT
    otherwise: tuple[str, Rule, str | None] = (message.lower(), "wrong-type", None)
    wording, rule, usual_hint = _PLAIN.get(kind, otherwise)
    return wording.replace("{found}", describe(found)), rule, usual_hint


def _hint_by_place(
    kind: str, at: FieldPath, found: object, model: type[BaseModel], positions: Positions
) -> str | None:
    """Return what to write where an entry of a list or a list is expected, if an example helps."""
    if kind in _NO_MAPPING and at and isinstance(at[-1], int):
        part = _part_at(model, at)
        return f"write each entry like {_example(part)}" if part else None
    if kind == "tuple_type" and positions.in_braces(at):
        if part := _part_at(model, at):
            return f"write [{_example(part)}]"
        is_short = isinstance(found, str) and 0 < len(found) <= _LONGEST_EXAMPLE
        return f"write [{found if is_short else '...'}]"
    return None


def _example(part: type[BaseModel]) -> str:
    """Return an entry with the required fields of *part*: ``{skills: [...], source: ...}``."""
    required = [(name, info) for name, info in _fields(part).items() if info.is_required()]
    fields = [
        f"{name}: {'[...]' if get_origin(info.annotation) is tuple else '...'}"
        for name, info in sorted(required, key=lambda field: field[0] == "source")
    ]
    return f"{{{', '.join(fields)}}}"


def _unknown_field_hint(
    at: FieldPath, data: Any, model: type[BaseModel]
) -> tuple[str | None, str | None]:
    """Return the field that the unknown one at *at* is a misspelling of, if any, and a hint."""
    owner = data
    for step in at[:-1]:
        owner = owner[step]
    part = _part_at(model, at[:-1]) or model
    unused = [name for name in _fields(part) if name not in owner]
    if meant := closest(str(at[-1]), unused):
        return meant[0], did_you_mean(meant)
    if " " in str(at[-1]) and owner[at[-1]] is None:  # the rest of a text, after its comma
        return None, "text with a comma in it needs quotes inside braces"
    return None, f"fields that can still be added: {', '.join(unused)}" if unused else None


def _description(model: type[BaseModel], at: FieldPath) -> str | None:
    """Return the description of the field at *at*, if its class has one."""
    part = _part_at(model, at[:-1])
    field = _fields(part).get(str(at[-1])) if part else None
    return field.description if field else None


def _part_at(model: type[BaseModel], at: FieldPath) -> type[BaseModel] | None:
    """Return the class of the part at *at* in *model*; None if that is a plain value."""
    part: type[BaseModel] | None = model
    for step in at:
        if (
            isinstance(step, str) and part is not None
        ):  # a number selects one of several entries of the same class
            field = _fields(part).get(step)
            part = next(iter(_models_in(field.annotation)), None) if field else None
    return part


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return the fields of *model* by their names in YAML."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _models_in(annotation: object) -> list[type[BaseModel]]:
    """Return the classes in *annotation*, such as ``Score`` in ``tuple[Score, ...]``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]

"""Pydantic's errors in our words, at the place in the file that they are about."""

import re
from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from certeval.diagnostics import Diagnostic, Rule
from certeval.library.positions import Positions
from certeval.model.problems import FieldPath
from certeval.model.scalars import describe

MAPPING_HINT = "a definition is a mapping: lines of 'field: value'"

# Type of error: what is said of the value that was found, the rule, and a hint.
_PLAIN: dict[str, tuple[str, Rule, str | None]] = {
    "string_type": ("expected text, found {found}", "wrong-type", None),
    "string_too_short": ("the text is empty", "value", None),
    "tuple_type": ("expected a list, found {found}", "wrong-type", "'- ' stands before each entry"),
    "too_short": ("the list is empty", "value", None),
}
_NO_MAPPING = frozenset({"model_type", "model_attributes_type"})


def translate(
    detail: Any, data: object, model: type[BaseModel], positions: Positions
) -> list[Diagnostic]:
    """What *detail*, one of pydantic's errors about *data* as a *model*, comes to."""
    at: FieldPath = detail["loc"]
    context: dict[str, Any] = detail.get("ctx", {})
    kind, found = detail["type"], detail["input"]
    if kind == "problems":
        return [
            positions.diagnostic((*at, *item.at), item.message, "value", item.hint)
            for item in context["problems"]
        ]
    if kind == "missing":
        message = f"missing field '{at[-1]}'"
        return [positions.diagnostic(at[:-1], message, "missing-field")]
    if kind == "extra_forbidden":
        return [_unknown_field(at, data, model, positions)]
    message, rule, hint = _wording(kind, at, found, context, detail["msg"])
    return [positions.diagnostic(at, f"{_field(at)}{message}", rule, hint)]


def without_echoes(details: Sequence[Any]) -> list[Any]:
    """*details* less the lists that are too short only for the faulty entries in them."""
    faulty = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(at[: len(detail["loc"])] == detail["loc"] != at for at in faulty)
    ]


def _wording(
    kind: str, at: FieldPath, found: object, context: dict[str, Any], message: str
) -> tuple[str, Rule, str | None]:
    if kind == "bad_value":
        return context["message"], "value", context["hint"]
    if kind == "literal_error":
        choices = re.findall("'([^']*)'", context["expected"])
        hint = near(str(found), choices, "choices")
        return f"{describe(found)} is not one of the choices", "value", hint
    if kind in _NO_MAPPING:
        expected = f"expected a mapping, found {describe(found)}"
        return expected, "wrong-type", None if at else MAPPING_HINT
    otherwise: tuple[str, Rule, str | None] = (message.lower(), "wrong-type", None)
    said, rule, usual_hint = _PLAIN.get(kind, otherwise)
    return said.replace("{found}", describe(found)), rule, usual_hint


def _field(at: FieldPath) -> str:
    return f"{at[-1]}: " if at and isinstance(at[-1], str) else ""


def near(name: str, known: Sequence[str], what: str) -> str:
    """A hint: the one of *known* that *name* is near to, or all of them, called *what*."""
    import difflib  # noqa: PLC0415 - loaded with the first problem

    meant = difflib.get_close_matches(name, known, n=1)
    return f"did you mean '{meant[0]}'?" if meant else f"{what}: {', '.join(known)}"


def _unknown_field(
    at: FieldPath, data: object, model: type[BaseModel], positions: Positions
) -> Diagnostic:
    owner: Any = data
    for step in at[:-1]:
        owner = owner[step]
    part = _part_at(model, at[:-1]) or model
    unused = [name for name in _fields(part) if name not in owner]
    hint = near(str(at[-1]), unused, "fields that can still be added") if unused else None
    if " " in str(at[-1]) and owner[at[-1]] is None:  # the rest of a text, after its comma
        hint = "text with a comma in it needs quotes inside braces"
    message = f"unknown field '{at[-1]}'"
    return positions.diagnostic(at, message, "unknown-field", hint, key=True)


def _part_at(model: type[BaseModel], at: FieldPath) -> type[BaseModel] | None:
    """The part of *model* that is at *at*; None where that is a plain value."""
    part: type[BaseModel] | None = model
    for step in at:
        if isinstance(step, str) and part is not None:  # a number picks one of like entries
            field = _fields(part).get(step)
            part = next(iter(_models_in(field.annotation)), None) if field else None
    return part


def field_at(model: type[BaseModel], at: FieldPath) -> FieldInfo | None:
    """The declaration of the field at *at*; None where there is none, as for a list's entry."""
    owner = _part_at(model, at[:-1]) if at else None
    return _fields(owner).get(str(at[-1])) if owner else None


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of *model* by the names that YAML has for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _models_in(annotation: object) -> list[type[BaseModel]]:
    """The models that *annotation* is made of: of ``tuple[Score, ...]`` it is ``Score``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]

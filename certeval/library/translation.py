"""Pydantic's errors in our words, at the place in the file that they are about."""

import re
from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel

from certeval.library.diagnostics import Diagnostic, Rule
from certeval.library.yaml import Positions
from certeval.model.base import Place
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
    at: Place = detail["loc"]
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


def _wording(
    kind: str, at: Place, found: object, context: dict[str, Any], message: str
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


def _field(at: Place) -> str:
    return f"{at[-1]}: " if at and isinstance(at[-1], str) else ""


def near(name: str, known: Sequence[str], what: str) -> str:
    """A hint: the one of *known* that *name* is near to, or all of them, called *what*."""
    import difflib  # noqa: PLC0415 - loaded with the first problem

    meant = difflib.get_close_matches(name, known, n=1)
    return f"did you mean '{meant[0]}'?" if meant else f"{what}: {', '.join(known)}"


def _unknown_field(
    at: Place, data: object, model: type[BaseModel], positions: Positions
) -> Diagnostic:
    owner: Any = data
    for step in at[:-1]:
        owner = owner[step]
    known = _fields_at(model, at[:-1])
    unused = [name for name in known if name not in owner]
    hint = near(str(at[-1]), unused, "fields that can still be added") if unused else None
    message = f"unknown field '{at[-1]}'"
    return positions.diagnostic(at, message, "unknown-field", hint, key=True)


def _fields_at(model: type[BaseModel], at: Place) -> list[str]:
    """The names, as YAML spells them, of the fields of the part of *model* that is at *at*."""
    part = model
    for step in at:
        if isinstance(step, str):  # a number only picks one of a list's like entries
            part = next(
                model
                for name, info in part.model_fields.items()
                if (info.alias or name) == step
                for model in _models_in(info.annotation)
            )
    return [info.alias or name for name, info in part.model_fields.items()]


def _models_in(annotation: object) -> list[type[BaseModel]]:
    """The models that *annotation* is made of: of ``tuple[Score, ...]`` it is ``Score``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]

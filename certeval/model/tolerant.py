"""Check the fields of a definition together, even if some of its values cannot be read."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import PydanticCustomError

from certeval.model.base import Frozen, Validated
from certeval.model.problems import FieldPath, Problem, Unreadable
from certeval.model.references import content_of
from certeval.model.scalars import Scalar
from certeval.phrases import closest


def problems_despite_faults(model: type[Frozen], data: object) -> Iterator[Problem]:
    """Yield the problems between the values of faulty data, as far as they can be read.

    Args:
        model: the class of the data.
        data: the plain data of a file.

    Yields:
        What ``problems`` of the whole and of its parts finds, except what an unreadable value may
        explain.

    """
    yield from _problems_in(_read(model, data), ())


def _problems_in(value: object, at: FieldPath) -> Iterator[Problem]:
    """Yield the problems of *value*, which is at the path *at*, and of its parts."""
    if isinstance(value, Validated):
        for problem in value.problems():
            yield problem._replace(at=(*at, *problem.at))
    if isinstance(value, Frozen):
        for name, field in type(value).model_fields.items():
            yield from _problems_in(getattr(value, name), (*at, field.alias or name))
    elif isinstance(value, tuple):
        for number, entry in enumerate(value):
            yield from _problems_in(entry, (*at, number))


def _read(model: type[Frozen], data: object) -> Frozen:
    """Return an object of *model* in which what cannot be read is ``Unreadable``."""
    found = model.model_construct()
    written: dict[str, object] = data if isinstance(data, dict) else {}
    keys = {name: info.alias or name for name, info in model.model_fields.items()}
    absent = [key for key in keys.values() if key not in written]
    unknown = [key for key in written if key not in keys.values()]
    misspelled = {meant for key in unknown for meant in closest(key, absent)}
    for name, info in model.model_fields.items():
        value = written.get(keys[name])
        left_out = value is None and isinstance(data, dict) and not info.is_required()
        if not left_out or keys[name] in misspelled:
            found.__dict__[name] = _value(info.annotation, info.metadata, value)
    return found


def _value(annotation: object, metadata: object, value: object) -> object:
    """Return *value* as a field with this *annotation* holds it."""
    is_list, kind, marks = content_of(annotation, metadata)
    if not is_list:
        return _single(kind, marks, value)
    if not isinstance(value, list):
        return Unreadable(value)
    return tuple(_single(kind, marks, entry) for entry in value)


def _single(kind: Any, marks: Any, value: object) -> object:
    if isinstance(kind, type) and issubclass(kind, Frozen):
        return _read(kind, value)
    scalar = next((mark for mark in marks if isinstance(mark, Scalar)), None)
    if value is None or (scalar is None and isinstance(value, dict | list)):
        return Unreadable(value)
    try:
        return scalar.read(value) if scalar else value
    except PydanticCustomError:
        return Unreadable(value)

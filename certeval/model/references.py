"""The names in a definition: those it gives, and those by which it refers to something.

Both are found by the types of the fields (see ``identifiers``), in a model or in the plain data
of a file. The data may have any fault: what is not a name where one is expected is passed over,
for the model reports that.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from certeval.model.identifiers import Kind, Name
from certeval.model.problems import FieldPath, Problem

IN_FILE: frozenset[Kind] = frozenset({"source", "course"})
"""What can only be defined in the file that names it."""

IN_RUBRIC: frozenset[Kind] = frozenset({"criterion"})
"""What is defined in the rubric that the file names."""

IN_LIBRARY: frozenset[Kind] = frozenset({"rubric", "audience", "role", "certificate", "skill"})
"""What a library has."""

FOR_SCORING: frozenset[Kind] = frozenset({"rubric", "audience"})
"""The definitions of a library that a score by a rubric needs."""


class Reference(NamedTuple):
    """A *name* of that *kind*, and where it stands in the definition."""

    kind: Kind
    name: str
    at: FieldPath


class _Field(NamedTuple):
    """A field with names in it: its name in Python and in YAML, and what it holds.

    ``defines`` are the kinds of what it, or a part in it, gives names to.
    """

    attribute: str
    key: str
    is_list: bool
    name: Name | None
    part: type[BaseModel] | None
    defines: frozenset[Kind]


class _Site(NamedTuple):
    """A place where a name of *kind* stands, or is given; *name* is None where it is faulty."""

    kind: Kind
    name: str | None
    at: FieldPath
    defines: bool


def references(model: type[BaseModel], data: object) -> Iterator[Reference]:
    """Yield every name by which *data* refers to something, in the order of the fields.

    Args:
        model: the model that the data is of.
        data: an object of the model, or the mapping it is made from, faults and all.

    """
    for kind, name, at, defines in _sites(model, data, ()):
        if name is not None and not defines:
            yield Reference(kind, name, at)


def defined(model: type[BaseModel], data: object) -> Iterator[Reference]:
    """Yield every name that *data* gives to a part of its own: a source, a course, a skill.

    Args:
        model: the model that the data is of.
        data: an object of the model, or the mapping it is made from, faults and all.

    """
    for kind, name, at, defines in _sites(model, data, ()):
        if name is not None and defines:
            yield Reference(kind, name, at)


def unknown_in_file(model: type[BaseModel], data: object) -> Iterator[Problem]:
    """Yield a problem for each source and course that *data* names and does not define.

    Where a definition of that kind is faulty itself, nothing is known to be missing.

    Args:
        model: the model that the data is of.
        data: an object of the model, or the mapping it is made from, faults and all.

    """
    named: list[_Site] = []
    faulty: set[Kind] = set()
    known: dict[Kind, dict[str, None]] = {kind: {} for kind in IN_FILE}
    for site in _sites(model, data, ()):
        if site.kind not in known:
            continue
        if not site.defines:
            named.append(site)
        elif site.name is None:
            faulty.add(site.kind)
        else:
            known[site.kind][site.name] = None
    for kind, name, at, _ in named:
        if kind in faulty or name is None or name in known[kind]:
            continue
        if kind == "source":
            listed = ", ".join(known[kind]) or "none"
            yield Problem(at, f"unknown source '{name}'", f"sources of this file: {listed}")
        else:
            listed = ", ".join(sorted(known[kind], key=int)) or "none"
            yield Problem(at, f"unknown course {name}", f"courses: {listed}")


def _sites(model: type[BaseModel], data: object, at: FieldPath) -> Iterator[_Site]:
    for field in _fields_with_names(model):
        value = _value(data, field)
        place = (*at, field.key)
        if not field.is_list:
            yield from _sites_in(field, value, place)
        elif isinstance(value, list | tuple):
            for number, entry in enumerate(value):
                yield from _sites_in(field, entry, (*place, number))
        elif value is not None:
            for kind in field.defines:
                yield _Site(kind, None, place, defines=True)


def _sites_in(field: _Field, value: object, at: FieldPath) -> Iterator[_Site]:
    if field.name is not None:
        try:
            name = str(field.name.read(value))
        except PydanticCustomError:
            name = None
        yield _Site(field.name.kind, name, at, field.name.defines)
    elif field.part is not None and isinstance(value, dict | BaseModel):
        yield from _sites(field.part, value, at)
    else:
        for kind in field.defines if value is not None else ():
            yield _Site(kind, None, at, defines=True)


def _value(data: object, field: _Field) -> object:
    if isinstance(data, dict):
        return data.get(field.key)
    return getattr(data, field.attribute, None) if isinstance(data, BaseModel) else None


@cache
def _fields_with_names(model: type[BaseModel]) -> tuple[_Field, ...]:
    """The fields of *model* that have a name in them, or parts with names."""
    found: list[_Field] = []
    for attribute, info in model.model_fields.items():
        is_list, inner, metadata = _inside(info.annotation, info.metadata)
        name = next((item for item in metadata if isinstance(item, Name)), None)
        part = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
        inside = _fields_with_names(part) if part else ()
        defines = frozenset[Kind]().union(*(one.defines for one in inside))
        if name and name.defines:
            defines |= {name.kind}
        if name or inside:
            field = _Field(attribute, info.alias or attribute, is_list, name, part, defines)
            found.append(field)
    return tuple(found)


def _inside(annotation: Any, metadata: Any) -> tuple[bool, Any, Any]:
    """What *annotation*, such as ``tuple[SkillId, ...]``, holds: whether a list, of what type.

    ``X | None`` holds an X; the last part is what X is annotated with.
    """
    is_list = False
    while arguments := get_args(annotation):
        origin = getattr(annotation, "__origin__", None)
        is_list = is_list or origin is tuple
        metadata = getattr(annotation, "__metadata__", metadata)
        annotation = arguments[0]
    return is_list, annotation, metadata

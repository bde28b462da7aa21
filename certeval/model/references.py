"""The names in a definition: those it gives, and those by which it refers to something.

Both are found by the types of the fields (see ``identifiers``), in a model or in the plain data of
a file. The data may have any problem: what is not a valid name is skipped, because the model
reports it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from certeval.model.identifiers import Kind, Name
from certeval.model.problems import FieldPath, Problem

EVERY_KIND: frozenset[Kind] = frozenset(get_args(Kind))

IN_FILE: frozenset[Kind] = frozenset({"source", "course"})
"""What can only be defined in the file that names it."""

IN_RUBRIC: frozenset[Kind] = frozenset({"criterion"})
"""What is defined in the rubric that the file names."""

IN_LIBRARY: frozenset[Kind] = frozenset(
    {"rubric", "audience", "role", "certificate", "skill", "area"}
)
"""What a library has."""

FOR_SCORING: frozenset[Kind] = frozenset({"rubric", "audience"})
"""The definitions of a library that a score by a rubric needs."""


class Reference(NamedTuple):
    """A *name* of something of that *kind*, and the path where the definition has it."""

    kind: Kind
    name: str
    at: FieldPath


class _Field(NamedTuple):
    """A field with names in it: its name in Python and in YAML, and what it holds.

    ``kinds`` are the kinds of all names in it, ``defines`` those of the names that it gives.
    """

    attribute: str
    key: str
    is_list: bool
    name: Name | None
    part: type[BaseModel] | None
    kinds: frozenset[Kind]
    defines: frozenset[Kind]


_Site = tuple[Kind, str | None, FieldPath, bool]
"""A kind, a name (None if it is faulty), its path, and whether it is given or referred to."""


def references(
    model: type[BaseModel], data: object, kinds: frozenset[Kind] = EVERY_KIND
) -> Iterator[Reference]:
    """Yield the names by which *data* refers to something, in the order of the fields.

    Args:
        model: the class of the data.
        data: an object of the class, or the mapping it is made from, valid or not.
        kinds: the kinds of names to yield.

    Yields:
        Each reference with its path.

    """
    for kind, name, at, defines in _sites(model, data, kinds):
        if name is not None and not defines:
            yield Reference(kind, name, at)


def defined(
    model: type[BaseModel], data: object, kinds: frozenset[Kind] = EVERY_KIND
) -> Iterator[Reference]:
    """Yield the names that *data* gives to its own parts: a source, a course, a skill.

    Args:
        model: the class of the data.
        data: an object of the class, or the mapping it is made from, valid or not.
        kinds: the kinds of names to yield.

    Yields:
        Each name with its path.

    """
    for kind, name, at, defines in _sites(model, data, kinds):
        if name is not None and defines:
            yield Reference(kind, name, at)


def unknown_in_file(model: type[BaseModel], data: object) -> Iterator[Problem]:
    """Yield a problem for each source and course that *data* names but does not define.

    If a definition of that kind is faulty itself, no name counts as unknown.

    Args:
        model: the class of the data.
        data: an object of the class, or the mapping it is made from, valid or not.

    Yields:
        The problems in the order of the fields.

    """
    sites = _sites(model, data, IN_FILE)
    known: dict[Kind, dict[str, None]] = {kind: {} for kind in IN_FILE}
    faulty: set[Kind] = set()
    for kind, name, _, defines in sites:
        if defines and name is not None:
            known[kind][name] = None
        elif defines:
            faulty.add(kind)
    for kind, name, at, defines in sites:
        if defines or name is None or kind in faulty or name in known[kind]:
            continue
        if kind == "source":
            listed = ", ".join(known[kind]) or "none"
            yield Problem(at, f"unknown source '{name}'", f"sources of this file: {listed}")
        else:
            listed = ", ".join(sorted(known[kind], key=int)) or "none"
            yield Problem(at, f"unknown course {name}", f"courses of this file: {listed}")


def _sites(model: type[BaseModel], data: object, kinds: frozenset[Kind]) -> list[_Site]:
    found: list[_Site] = []
    _collect(model, data, (), kinds, found)
    return found


def _collect(
    model: type[BaseModel],
    data: object,
    at: FieldPath,
    kinds: frozenset[Kind],
    found: list[_Site],
) -> None:
    """Add the names of these *kinds* in *data*, which is at the path *at*, to *found*."""
    for field in _fields_with_names(model):
        if field.kinds.isdisjoint(kinds):
            continue
        value = _value(data, field)
        if value is None and (field.is_list or not (field.name and field.name.defines)):
            continue  # left out
        path = (*at, field.key)
        if not field.is_list:
            _collect_value(field, value, path, kinds, found)
        elif isinstance(value, list | tuple):
            for number, entry in enumerate(value):
                _collect_value(field, entry, (*path, number), kinds, found)
        else:
            found += ((kind, None, path, True) for kind in field.defines & kinds)


def _collect_value(
    field: _Field, value: object, at: FieldPath, kinds: frozenset[Kind], found: list[_Site]
) -> None:
    if field.name is not None:
        try:
            name = str(field.name.read(value))
        except PydanticCustomError:
            name = None
        found.append((field.name.kind, name, at, field.name.defines))
    elif field.part is not None and isinstance(value, dict | BaseModel):
        _collect(field.part, value, at, kinds, found)
    else:
        found += ((kind, None, at, True) for kind in field.defines & kinds)


def _value(data: object, field: _Field) -> object:
    if isinstance(data, dict):
        return data.get(field.key)
    return getattr(data, field.attribute, None) if isinstance(data, BaseModel) else None


@cache
def _fields_with_names(model: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields of *model* that hold a name, or parts with names."""
    found: list[_Field] = []
    for attribute, info in model.model_fields.items():
        is_list, inner, metadata = content_of(info.annotation, info.metadata)
        name = next((item for item in metadata if isinstance(item, Name)), None)
        part = inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None
        inside = _fields_with_names(part) if part else ()
        if name or inside:
            own = {name.kind} if name else set()
            kinds = frozenset(own.union(*(one.kinds for one in inside)))
            given = own if name and name.defines else set()
            defines = frozenset(given.union(*(one.defines for one in inside)))
            key = info.alias or attribute
            found.append(_Field(attribute, key, is_list, name, part, kinds, defines))
    return tuple(found)


def content_of(annotation: Any, metadata: Any) -> tuple[bool, Any, Any]:
    """Return what *annotation*, such as ``tuple[SkillId, ...]`` or ``Role | None``, holds.

    Returns:
        Whether it is a list, the type of its entries (or of the value), and the annotations of that
        type, which are *metadata* if the type is a plain one.

    """
    is_list = False
    while arguments := getattr(annotation, "__args__", ()):
        is_list = is_list or getattr(annotation, "__origin__", None) is tuple
        metadata = getattr(annotation, "__metadata__", metadata)
        annotation = arguments[0]
    return is_list, annotation, metadata

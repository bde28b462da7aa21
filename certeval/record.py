"""Records: immutable objects with named fields, quick to define.

``dataclass(frozen=True, slots=True)`` writes and compiles its methods anew for every class, some
2 ms each time; a review is made of fifty classes, and start-up is felt. A record's fields are a
dataclass's, so that pydantic and type checkers see what they know; its methods are shared.
"""

from dataclasses import MISSING, dataclass
from typing import Any, NoReturn, dataclass_transform


@dataclass_transform(frozen_default=True)
def record(cls: Any = None, /, *, kw_only: bool = False) -> Any:
    """Make a class of annotated fields a record; with *kw_only* its fields have to be named."""

    def make(kind: Any) -> Any:
        fielded = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
        for method in (_init, _eq, _hash, _repr, _setattr, _delattr):
            setattr(fielded, f"_{method.__name__}__", method)
        return fielded

    return make if cls is None else make(cls)


def _init(self: Any, *args: Any, **kwargs: Any) -> None:
    """Take the fields in their order or by name; those with a default may be left out."""
    fields, name = self.__dataclass_fields__, type(self).__name__
    in_order = [field.name for field in fields.values() if not field.kw_only]
    values = dict(zip(in_order, args, strict=False))
    if len(args) > len(in_order) or values.keys() & kwargs.keys():
        raise TypeError(f"{name}: a field too many, or one given twice")
    values |= kwargs
    for field in fields.values():
        value = values.pop(field.name, field.default)
        if value is MISSING:
            raise TypeError(f"{name}: no value for the field '{field.name}'")
        object.__setattr__(self, field.name, value)
    if values:
        raise TypeError(f"{name}: no field '{next(iter(values))}'")


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in self.__dataclass_fields__)


def _eq(self: Any, other: object) -> bool:
    return type(self) is type(other) and _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{type(self).__name__}({shown})"


def _setattr(self: Any, name: str, value: object) -> NoReturn:  # noqa: ARG001 - Python's signature
    raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")


def _delattr(self: Any, name: str) -> NoReturn:
    raise AttributeError(f"{type(self).__name__}.{name} cannot be deleted")

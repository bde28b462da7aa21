"""The definitions of one kind in a library, as a mapping."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from certeval.model.base import Definition
from certeval.model.identifiers import is_identifier

if TYPE_CHECKING:
    from certeval.library.library import Library

D = TypeVar("D", bound=Definition)


class ById(Mapping[str, D]):
    """The definitions of one kind by id, each read when it is first needed."""

    def __init__(self, library: Library, kind: str) -> None:
        """Map the ids of one kind in *library*."""
        self._library = library
        self._kind = kind

    def __getitem__(self, name: str) -> D:
        if self._library.find(self._kind, name) is None:
            raise self._library.unknown_id_error(self._kind, name)
        definition: D = self._library.read(self._kind, name).valid
        return definition

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._library.find(self._kind, name) is not None

    def __iter__(self) -> Iterator[str]:
        return filter(is_identifier, self._library.ids(self._kind))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __repr__(self) -> str:
        return f"<{self._kind}s by id: {', '.join(self)}>"

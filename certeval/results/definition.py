"""The result of ``show``: one definition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from certeval.results.base import Result


@dataclass(frozen=True, kw_only=True)
class Shown(Result):
    """A definition as plain data, without the fields that its file leaves unknown.

    ``old`` lists the dates, by source, that are older than facts should be. ``text`` is the file
    itself, which is not part of the JSON.
    """

    kind: Literal["definition"] = "definition"
    file: str
    definition: Mapping[str, Any]
    old: tuple[str, ...]
    text: str = field(metadata={"json": False})

"""The result of ``show``: one definition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from certeval.results.base import Result


@dataclass(frozen=True, kw_only=True)
class Shown(Result):
    """A definition as plain data, without fields that its file leaves out.

    ``old`` has the dates, by source, of facts that have become old. ``text`` is the file itself,
    which is not part of the JSON.
    """

    kind: Literal["definition"] = "definition"
    file: str
    definition: Mapping[str, Any]
    old: tuple[str, ...]
    text: str = field(metadata={"json": False})

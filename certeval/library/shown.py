"""One definition, to be shown as it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field

from certeval.library.definitions import Loaded
from certeval.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Result):
    """A definition as plain data, without the fields that its file leaves unknown.

    ``text`` is the file itself.
    """

    kind: Literal["definition"] = "definition"
    file: str
    definition: Mapping[str, Any]
    text: Annotated[str, Field(exclude=True)]


def shown(loaded: Loaded[Any]) -> Shown:
    """*loaded* as a result."""
    source = loaded.positions.text
    content = loaded.definition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_unset=True
    )
    content = _ordered_as(loaded.data, content)
    return Shown(file=source.path, definition=content, text=source.text)


def _ordered_as(data: Any, content: Any) -> Any:
    """*content* with its fields in the order of the file, *data*, rather than of the model."""
    if isinstance(content, dict):
        return {name: _ordered_as(data[name], content[name]) for name in data if name in content}
    if isinstance(content, list):
        return [_ordered_as(*pair) for pair in zip(data, content, strict=True)]
    return content

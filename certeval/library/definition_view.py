"""One definition, to be shown as it is."""

from collections.abc import Iterator
from typing import Any

from certeval.library.definitions import DefinitionFile
from certeval.model.base import Definition, sourced_facts
from certeval.model.freshness import Freshness
from certeval.results.definition import Shown


def view(file: DefinitionFile[Any], freshness: Freshness) -> Shown:
    """Return the definition in *file* as a result.

    Args:
        file: a file without problems.
        freshness: up to what age its facts are fresh; the dates of older ones are pointed out.

    Raises:
        DefinitionError: the file has problems.

    """
    definition: Definition = file.valid
    content = definition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_unset=True
    )
    return Shown(
        file=file.shown_path,
        definition=_ordered_as(file.data, content),
        old=tuple(_old(definition, freshness)),
        text=file.positions.text.text if file.positions else "",
    )


def _old(definition: Definition, freshness: Freshness) -> Iterator[str]:
    dates = [(fact.source, definition.date_of(fact)) for _, fact in sourced_facts(definition)]
    for source, date in dict.fromkeys(dates):
        if freshness.is_old(date):
            yield f"{source} ({date}): {freshness.words}"


def _ordered_as(data: Any, content: Any) -> Any:
    """*content* with its fields in the order of the file, *data*, rather than of the model."""
    if isinstance(content, dict):
        return {name: _ordered_as(data[name], content[name]) for name in data if name in content}
    if isinstance(content, list):
        return [_ordered_as(*pair) for pair in zip(data, content, strict=True)]
    return content

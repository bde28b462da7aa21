"""One definition, to be shown as it is."""

from collections.abc import Iterator
from typing import Any

from certeval.library.definitions import Loaded
from certeval.model.age import AgeLimit
from certeval.model.base import Definition, sourced_facts
from certeval.results.definition import Shown


def shown(loaded: Loaded[Any], limit: AgeLimit) -> Shown:
    """*loaded* as a result; what is older than *limit* is told."""
    source = loaded.positions.text
    content = loaded.definition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_unset=True
    )
    content = _ordered_as(loaded.data, content)
    old = tuple(_old(loaded.definition, limit))
    return Shown(file=source.path, definition=content, old=old, text=source.text)


def _old(definition: Definition, limit: AgeLimit) -> Iterator[str]:
    dates = [(fact.source, definition.date_of(fact)) for _, fact in sourced_facts(definition)]
    for source, date in dict.fromkeys(dates):
        if limit.is_old(date):
            yield f"{source} ({date}): {limit.words}"


def _ordered_as(data: Any, content: Any) -> Any:
    """*content* with its fields in the order of the file, *data*, rather than of the model."""
    if isinstance(content, dict):
        return {name: _ordered_as(data[name], content[name]) for name in data if name in content}
    if isinstance(content, list):
        return [_ordered_as(*pair) for pair in zip(data, content, strict=True)]
    return content

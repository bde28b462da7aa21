"""Prepare one definition for ``certeval show``."""

from collections.abc import Iterator
from typing import Any

from certeval.library.definitions import DefinitionFile
from certeval.library.library import Library
from certeval.model.base import Definition, sourced_facts
from certeval.model.freshness import Freshness
from certeval.model.scalars import PartialDate
from certeval.results.definition import Shown


def view(library: Library, file: DefinitionFile[Any], today: PartialDate) -> Shown:
    """Return the definition in *file* as a result, with the dates of old facts.

    Args:
        library: the library in which the definition's rubric is looked up.
        file: a file without problems.
        today: the date that decides which facts are old.

    Returns:
        The definition with its fields in the order of the file.

    Raises:
        DefinitionError: the file has problems.

    """
    definition: Definition = file.valid
    content = definition.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_unset=True
    )
    freshness = Freshness(today, _fresh_for_months(library.including(file.path), definition))
    return Shown(
        file=file.shown_path,
        definition=_ordered_as(file.data, content),
        old=tuple(_old(definition, freshness)),
        text=file.positions.text.text if file.positions else "",
    )


def _fresh_for_months(library: Library, definition: Definition) -> int | None:
    """Return the age up to which facts are fresh under the rubric that *definition* is or names."""
    name = getattr(definition, "rubric", None)
    if definition.kind != "rubric" and name and library.find("rubric", name):
        definition = library.read("rubric", name).definition or definition
    months: int | None = getattr(definition, "facts_fresh_for_months", None)
    return months


def _old(definition: Definition, freshness: Freshness) -> Iterator[str]:
    dates = [(fact.source, definition.date_of(fact)) for _, fact in sourced_facts(definition)]
    for source, date in dict.fromkeys(dates):
        if freshness.is_old(date):
            yield f"{source} ({date}): {freshness.words}"


def _ordered_as(data: Any, content: Any) -> Any:
    """Return *content* with its fields in the order of *data*, the file, instead of the model's."""
    if isinstance(content, dict):
        return {name: _ordered_as(data[name], content[name]) for name in data if name in content}
    if isinstance(content, list):
        return [_ordered_as(*pair) for pair in zip(data, content, strict=True)]
    return content

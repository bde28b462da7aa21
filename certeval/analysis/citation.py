"""Citations: the sources of a result, and whether they are old."""

from collections.abc import Iterable
from typing import overload

from certeval.model.base import Definition, Source, Sourced
from certeval.model.context import Case, Context, Files
from certeval.results.citation import Citation, Named


@overload
def named(definition: Definition, files: Files) -> Named: ...
@overload
def named(definition: Definition | None, files: Files) -> Named | None: ...
def named(definition: Definition | None, files: Files) -> Named | None:
    """Return a reference to *definition*.

    Args:
        definition: Any definition, or None.
        files: The paths of definitions by kind and id; one made in Python has none.

    Returns:
        Its id, title and file, or None for None.

    """
    if definition is None:
        return None
    return Named(definition.id, definition.title, files.get((definition.kind, definition.id)))


def cite(context: Case | Context, definition: Definition, fact: Sourced | Source) -> Citation:
    """Return the source of *fact*, and whether the fact is old.

    Args:
        context: Sets the age at which facts become old.
        definition: The definition that contains *fact*.
        fact: A sourced fact, or a source itself.

    Returns:
        The source, with the date of the fact.

    """
    if isinstance(fact, Source):
        source, date = fact, fact.date
    else:
        source = next(item for item in definition.sources if item.id == fact.source)
        date = definition.date_of(fact)
    old = context.freshness.is_old(date)
    return Citation(source.title, source.publisher, str(date), source.url, old)


def each_once(citations: Iterable[Citation | None]) -> tuple[Citation, ...]:
    """Return *citations* without duplicates.

    Args:
        citations: Citations in reading order; None is skipped.

    Returns:
        Each citation once, at its first place.

    """
    return tuple(dict.fromkeys(one for one in citations if one))

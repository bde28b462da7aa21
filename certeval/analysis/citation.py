"""Where what a result says comes from, and whether that has become old."""

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
    """Return *definition* by id and title, with its file, if it is among *files*; None for None."""
    if definition is None:
        return None
    return Named(definition.id, definition.title, files.get((definition.kind, definition.id)))


def cite(context: Case | Context, definition: Definition, fact: Sourced | Source) -> Citation:
    """Return what *fact* rests on, and whether that is old.

    Args:
        context: says up to what age facts are fresh.
        definition: the definition that *fact* is a part of.
        fact: something that a source states, or a source itself.

    """
    if isinstance(fact, Source):
        source, date = fact, fact.date
    else:
        source = next(item for item in definition.sources if item.id == fact.source)
        date = definition.date_of(fact)
    old = context.freshness.is_old(date)
    return Citation(source.title, source.publisher, str(date), source.url, old)


def each_once(citations: Iterable[Citation | None]) -> tuple[Citation, ...]:
    """Return *citations* without repetitions and None, in the order of their first."""
    return tuple(dict.fromkeys(one for one in citations if one))

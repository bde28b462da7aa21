"""Where what a result says comes from, and whether that has become old."""

from collections.abc import Iterable, Mapping

from certeval.model.age import AgeLimit
from certeval.model.base import Definition, Source, Sourced
from certeval.model.scalars import PartialDate
from certeval.results.citation import Citation, Named


def named(definition: Definition, files: Mapping[tuple[str, str], str]) -> Named:
    """*definition* by id and title, with its file, if it is among *files* by kind and id."""
    return Named(definition.id, definition.title, files.get((definition.kind, definition.id)))


class Freshness(AgeLimit):
    """An age limit that says of facts what they rest on, and whether that is old."""

    def cite(self, definition: Definition, fact: Sourced) -> Citation:
        """What *fact*, a part of *definition*, rests on."""
        source = next(item for item in definition.sources if item.id == fact.source)
        return self.citation(source, definition.date_of(fact))

    def citation(self, source: Source, date: PartialDate) -> Citation:
        """*source* as of *date*."""
        return Citation(source.title, source.publisher, str(date), source.url, self.is_old(date))


def each_once(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """*citations* without repetitions, in the order of their first."""
    return tuple(dict.fromkeys(citations))

"""Where what a result says comes from, and whether that has become old."""

from collections.abc import Iterable, Mapping

from certeval.model.age import AgeLimit
from certeval.model.base import Definition, Source, Sourced
from certeval.model.scalars import PartialDate
from certeval.record import record


@record
class Named:
    """A definition by id and title, and the file it was read from (None for one made in code)."""

    id: str
    title: str
    file: str | None = None


def named(definition: Definition, files: Mapping[tuple[str, str], str]) -> Named:
    """*definition* by id and title, with its file, if it is among *files* by kind and id."""
    return Named(definition.id, definition.title, files.get((definition.kind, definition.id)))


@record
class Citation:
    """What something rests on: ``date`` is when it was true, as exactly as that is known.

    ``old`` says that this is longer ago than the rubric lets facts be.
    """

    title: str
    publisher: str
    date: str
    url: str | None = None
    old: bool = False


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

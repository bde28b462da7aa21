"""What an order of criteria is about: a rubric, and the audience whose weights they become."""

from typing import NamedTuple

from certeval.errors import UsageError
from certeval.library.cases import read_together, sound
from certeval.library.catalogue import Library
from certeval.library.neighbours import Neighbours
from certeval.model.agreement import for_rubric
from certeval.model.audience import Audience
from certeval.model.rubric import Rubric


class Terms(NamedTuple):
    """A rubric with the file it is from, and an audience as it counts under it, or nobody.

    ``warnings`` say what of the audience is left out.
    """

    rubric: Rubric
    file: str
    audience: Audience | None = None
    warnings: tuple[str, ...] = ()


def load_terms(
    library: Library, rubric: str | None, audience: str | None = None, *, primary: bool = False
) -> Terms:
    """The rubric *rubric* and *audience*, ids or files.

    *rubric* None means the only one of *library*; *audience* None means nobody, or with *primary*
    the rubric's primary audience, if it names one.

    Raises:
        UnknownIdError: there is no such rubric or audience.
        DefinitionError: a file has problems, or names something that does not exist.
        UsageError: no rubric is named and the library does not have exactly one, or two files are
            standard input.

    """
    readers = [audience] if audience else None if primary else []
    name = rubric or _only_rubric(library)
    readings, around = read_together(library, [], readers, name)
    neighbours = Neighbours(around, readings)
    by_kind = sound(readings, neighbours)
    (terms,) = by_kind["rubric"]
    found = Terms(terms.definition, terms.positions.text.path)
    if not by_kind["audience"]:
        return found
    reader: Audience = by_kind["audience"][0].definition
    home = neighbours.rubric(reader.rubric)
    counted, warnings = for_rubric(reader, home, terms.definition)
    return found._replace(audience=counted, warnings=() if counted is reader else warnings)


def _only_rubric(library: Library) -> str:
    names = library.ids("rubric")
    if len(names) == 1:
        return names[0]
    has = f"has several: {', '.join(names)}" if names else "has none"
    raise UsageError(f"which rubric? The library {has}", "name one with --rubric")

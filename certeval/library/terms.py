"""What certificates are judged by where none of them is at hand to name it."""

from typing import Any

from certeval.errors import UsageError
from certeval.library.cases import read_together, sound
from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded
from certeval.library.neighbours import Neighbours
from certeval.model.agreement import for_rubric
from certeval.model.table import Terms


def only_rubric(library: Library) -> str:
    """The id of the one rubric that there is.

    Raises:
        UsageError: there is none, or there are several.

    """
    names = library.ids("rubric")
    if len(names) == 1:
        return names[0]
    if not names:
        raise UsageError("there is no rubric to judge by", "name a file with --rubric")
    raise UsageError(
        f"there are several rubrics to judge by: {', '.join(names)}", "name one with --rubric"
    )


def load_terms(library: Library, audience: str | None, rubric: str | None) -> Terms:
    """The rubric and the reader that rows of a table are judged by.

    *rubric* None means the only one that there is; *audience* None means its primary audience, or
    nobody where it names none.

    Raises:
        UnknownIdError: there is no such rubric or audience.
        DefinitionError: a file has problems.
        UsageError: no rubric is named, and there is none or several.

    """
    judge = only_rubric(library) if rubric is None else rubric
    readings, around = read_together(library, (), [audience] if audience else None, judge)
    neighbours = Neighbours(around, readings, only_terms=True)
    by_kind = sound(readings, neighbours)
    terms, readers = by_kind["rubric"][0], by_kind["audience"]
    found: list[Loaded[Any]] = [terms, *readers]
    files = {(one.definition.kind, one.definition.id): one.positions.text.path for one in found}
    if not readers:
        return Terms(terms.definition, None, (), files)
    reader = readers[0].definition
    home = neighbours.rubric(reader.rubric)
    return Terms(terms.definition, *for_rubric(reader, home, terms.definition), files)

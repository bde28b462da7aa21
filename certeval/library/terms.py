"""What certificates are judged by where none of them is at hand to name it."""

from typing import Any

from certeval.errors import UsageError
from certeval.library.cases import read_together, sound
from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded
from certeval.library.neighbours import Neighbours
from certeval.model.agreement import for_rubric
from certeval.model.terms import Terms


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


def load_terms(
    library: Library,
    rubric: str | None,
    audience: str | None = None,
    *,
    primary: bool = True,
    whole: bool = False,
) -> Terms:
    """The rubric, and the reader that it judges for, if any.

    *rubric* None means the only one that there is; *audience* None means its primary audience
    where it names one, or without *primary* nobody. With *whole*, all that the audience names has
    to exist, and not only what judging needs.

    Raises:
        UnknownIdError: there is no such rubric or audience.
        DefinitionError: a file has problems, or names something that does not exist.
        UsageError: no rubric is named, and there is none or several; or two files are standard
            input.

    """
    judge = only_rubric(library) if rubric is None else rubric
    readers = [audience] if audience else None if primary else []
    readings, around = read_together(library, (), readers, judge)
    neighbours = Neighbours(around, readings, only_terms=not whole)
    by_kind = sound(readings, neighbours)
    (terms,) = by_kind["rubric"]
    found: list[Loaded[Any]] = [terms, *by_kind["audience"]]
    files = {(one.definition.kind, one.definition.id): one.positions.text.path for one in found}
    if not by_kind["audience"]:
        return Terms(terms.definition, None, (), files)
    reader = by_kind["audience"][0].definition
    home = neighbours.rubric(reader.rubric)
    return Terms(terms.definition, *for_rubric(reader, home, terms.definition), files)

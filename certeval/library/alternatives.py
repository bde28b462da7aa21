"""Certificates to hold against each other: for one reader, and under one rubric."""

from collections.abc import Sequence

from certeval.errors import UsageError
from certeval.library.cases import cases_of, demand_rubric, read_together, repeated, sound
from certeval.library.catalogue import Library
from certeval.library.neighbours import Neighbours
from certeval.model.case import Case


def load_alternatives(
    library: Library,
    certificates: Sequence[str],
    audience: str | None = None,
    rubric: str | None = None,
) -> tuple[Case, ...]:
    """A case for each of *certificates*, ids or files, in their order.

    *audience* None means the rubric's primary audience, or nobody where it names none. *rubric*
    None means the one that the certificates name. The problems of all files come together.

    Raises:
        UnknownIdError: there is no such certificate, audience or rubric.
        DefinitionError: a file has problems, or two certificates have one id.
        UsageError: no rubric is named anywhere, or several are; or two files are standard input.
        ScoreError: a certificate was scored on another scale than the rubric's.

    """
    named_once(certificates)
    reader = [audience] if audience else None
    readings, around = read_together(library, certificates, reader, rubric)
    demand_rubric(readings, certificates)
    neighbours = Neighbours(around, readings, only_terms=True)
    by_kind = sound(readings, neighbours, repeated(readings, "certificate"))
    terms, readers = by_kind["rubric"][0], by_kind["audience"]
    return tuple(
        case
        for judged in by_kind["certificate"]
        for case in cases_of(judged, terms, readers, neighbours)
    )


def named_once(certificates: Sequence[str]) -> None:
    """That each of *certificates* is named once.

    Raises:
        UsageError: one is named twice.

    """
    for name in certificates:
        if certificates.count(name) > 1 and name != "-":
            raise UsageError(f"'{name}' is named twice", "name each certificate once")

"""Certificates to hold against each other: for one reader, and under one rubric."""

from collections.abc import Iterator, Sequence
from typing import Any

from certeval.errors import UsageError
from certeval.library.cases import cases_of, demand_rubric, read_together, sound
from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded, Reading
from certeval.library.diagnostics import Diagnostic
from certeval.library.neighbours import Neighbours
from certeval.library.source import display_path
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
    for name in certificates:
        if certificates.count(name) > 1 and name != "-":
            raise UsageError(f"'{name}' is named twice", "name each certificate once")
    reader = [audience] if audience else None
    readings, around = read_together(library, certificates, reader, rubric)
    demand_rubric(readings, certificates)
    neighbours = Neighbours(around, readings, only_terms=True)
    by_kind = sound(readings, neighbours, _repeated(readings))
    terms, readers = by_kind["rubric"][0], by_kind["audience"]
    return tuple(
        case
        for judged in by_kind["certificate"]
        for case in cases_of(judged, terms, readers, neighbours)
    )


def _repeated(readings: Sequence[Reading[Any]]) -> Iterator[Diagnostic]:
    """A problem for each certificate that has the id of one before it."""
    first: dict[str, Loaded[Any]] = {}
    for reading in readings:
        one = reading.readable
        if reading.kind != "certificate" or one is None or reading.id is None:
            continue
        before = first.setdefault(reading.id, one)
        if before is not one:
            message = f"duplicate id '{reading.id}'"
            hint = f"{display_path(before.path)} has it already: which of the two is meant?"
            yield one.positions.diagnostic(("id",), message, "agreement", hint)

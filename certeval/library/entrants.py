"""All that run against each other: certificates that are named, or every one that is scored."""

from collections.abc import Sequence
from shlex import quote
from typing import Any, NamedTuple

from certeval.errors import UsageError
from certeval.library.alternatives import named_once
from certeval.library.cases import cases_of, demand_rubric, read_together, repeated, sound
from certeval.library.catalogue import Library
from certeval.library.definitions import Loaded, Reading
from certeval.library.neighbours import Neighbours
from certeval.library.source import display_path
from certeval.library.terms import only_rubric
from certeval.model.case import Case
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric


class Entrants(NamedTuple):
    """A case for each certificate; another for each by a second reader; and who is left out.

    ``left_out`` has ids with reasons.
    """

    cases: tuple[Case, ...]
    against: tuple[Case, ...]
    left_out: tuple[tuple[str, str], ...] = ()


def load_entrants(
    library: Library,
    certificates: Sequence[str] | None,
    audience: str | None,
    rubric: str | None,
    against: str | None = None,
) -> Entrants:
    """*certificates*, ids or files, or None for every one that the rubric judges.

    *audience* and *rubric* None mean what they mean for ``load_alternatives``; for every
    certificate, the rubric is the only one that there is. *against* is a second audience.

    Raises:
        UnknownIdError: there is no such certificate, audience or rubric.
        DefinitionError: a file that is named has problems, or two certificates have one id.
        UsageError: no rubric is named, or several are; two files are standard input; the two
            audiences are one; or nobody has scored any certificate.
        ScoreError: a certificate was scored on another scale than the rubric's.

    """
    named, second = certificates or (), [against] if against else []
    if "-" in second and "-" in (*named, audience, rubric):
        raise UsageError("standard input can be read once", "name the other file")
    named_once(named)
    judge = only_rubric(library) if certificates is None and rubric is None else rubric
    readings, around = read_together(
        library, named, [audience] if audience else None, judge, *second
    )
    if certificates is not None:
        demand_rubric(readings, certificates)
    readings += [around.read("audience", name) for name in second]
    every = around.ids("certificate") if certificates is None else []
    entrants = [around.read("certificate", name) for name in every]
    neighbours = Neighbours(around, [*readings, *entrants], only_terms=True)
    by_kind = sound(readings, neighbours, repeated(readings, "certificate"))
    terms, readers = by_kind["rubric"][0], by_kind["audience"]
    first, other = readers[: len(readers) - len(second)], readers[len(readers) - len(second) :]
    _demand_two(first, other)
    judged, left_out = by_kind["certificate"], []
    for reading in entrants:
        one = _judged(reading, neighbours, terms.definition)
        if isinstance(one, str):
            left_out.append((reading.path.stem, one))
        else:
            judged.append(one)
    if not judged:
        message = f"nobody has scored a certificate under the rubric {terms.definition.id}"
        raise UsageError(message, "add scores to a certificate's file, or rank a table with --from")
    cases, against_them = (
        tuple(case for one in judged for case in cases_of(one, terms, reader, neighbours))
        for reader in (first, other)
    )
    return Entrants(cases, against_them if other else (), tuple(left_out))


def _demand_two(first: Sequence[Loaded[Any]], other: Sequence[Loaded[Any]]) -> None:
    """That an audience is not held against itself.

    Raises:
        UsageError: it is.

    """
    for one in first:
        for another in other:
            if one.definition.id == another.definition.id:
                name = one.definition.id
                message = f"--against: the ranking is for the audience '{name}' already"
                raise UsageError(message, "name another audience")


def _judged(
    reading: Reading[Certificate], neighbours: Neighbours, rubric: Rubric
) -> Loaded[Certificate] | str:
    """A certificate of the library that *rubric* judges; or why it is left out."""
    one = reading.loaded
    if one is None or next(neighbours.problems(one), None):
        return f"has problems; 'certeval check {quote(display_path(reading.path))}' tells them"
    if not one.definition.scores:
        return "nobody has scored it"
    if one.definition.rubric != rubric.id:
        return f"is judged by the rubric {one.definition.rubric}"
    return one

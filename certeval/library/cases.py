"""Cases to judge: certificate, rubric and audiences, read together and held against each other."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError, ScoreError, UsageError
from certeval.library.catalogue import Library, all_loaded
from certeval.library.definitions import KINDS, Loaded, Reading
from certeval.library.folders import is_path
from certeval.library.neighbours import Neighbours, same_ids
from certeval.library.source import display_path
from certeval.model.agreement import for_rubric
from certeval.model.audience import Audience
from certeval.model.case import Case
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric

_NOBODY: list[tuple[Audience | None, tuple[str, ...]]] = [(None, ())]


def load_cases(  # noqa: PLR0913 - each is named where it is called
    library: Library,
    certificate: str,
    audiences: Sequence[str] | None,
    rubric: str | None = None,
    *,
    primary_first: bool = False,
    side_by_side: bool = False,
) -> tuple[Case, ...]:
    """A case for each of *audiences*, ids or files, as they are named.

    *audiences* None means the rubric's primary audience alone, or nobody where it names none;
    *primary_first* puts it before the others; *side_by_side* wants the ids of all to differ.
    *rubric* None means the rubric that the certificate names. The problems of all files come
    together.

    Raises:
        UnknownIdError: there is no such certificate, audience or rubric.
        DefinitionError: a file has problems, or does not agree with the rubric.
        UsageError: neither the caller nor the certificate names a rubric, or two files are
            standard input.
        ScoreError: the certificate was scored on another scale than the rubric's.

    """
    readings, around = read_together(library, [certificate], audiences, rubric)
    demand_rubric(readings, [certificate])
    neighbours = Neighbours(around, readings, only_terms=True)
    twice = repeated(readings, "audience") if side_by_side else ()
    by_kind = sound(readings, neighbours, twice)
    if primary_first:
        primary = by_kind["rubric"][0].definition.primary_audience
        by_kind["audience"].sort(key=lambda reader: reader.definition.id != primary)
    return cases_of(
        by_kind["certificate"][0], by_kind["rubric"][0], by_kind["audience"], neighbours
    )


def read_together(
    library: Library,
    certificates: Sequence[str],
    audiences: Sequence[str] | None,
    rubric: str | None,
    *others: str,
) -> tuple[list[Reading[Any]], Library]:
    """The certificates, audiences and the rubric as far as one is named; and where they lie.

    They come in this order. The libraries that *others* lie in are searched as well, where they
    are files.

    Raises:
        UnknownIdError: there is no such certificate, audience or rubric.
        UsageError: two files are standard input; no rubric is given, and the certificates name
            several.
        DefinitionError: they do, and some have problems.

    """
    if [*certificates, *(audiences or ()), rubric].count("-") > 1:
        raise UsageError("standard input can be read once", "name the other file")
    judges = [Path(name) for name in (*certificates, rubric) if name and is_path(name)]
    readers = [Path(name) for name in (*(audiences or ()), *others) if is_path(name)]
    around = library.around(*judges, after=readers)
    readings = [around.read("certificate", name) for name in certificates]
    own = _own_rubric(readings) if rubric is None else None
    readings += [around.read("audience", name) for name in dict.fromkeys(audiences or ())]
    if rubric is not None:
        readings.append(around.read("rubric", rubric))
    elif own is not None and around.find("rubric", own):
        readings.append(around.read("rubric", own))
    primary = readings[-1].said("primary_audience")
    if audiences is None and primary and around.find("audience", primary):
        readings.append(around.read("audience", primary))
    return readings, around


def _own_rubric(certificates: Sequence[Reading[Any]]) -> str | None:
    """The rubric that *certificates* name; None where none of them names any."""
    named: dict[str, Reading[Any]] = {}
    for one in certificates:
        if name := one.said("rubric"):
            named.setdefault(name, one)
    if len(named) > 1:
        all_loaded(certificates)
        (name, one), (other, another), *_ = named.items()
        raise UsageError(
            f"'{one.id}' is judged by the rubric {name}, '{another.id}' by {other}",
            "judge all of them by one: name it with --rubric",
        )
    return next(iter(named), None)


def demand_rubric(readings: Sequence[Reading[Any]], certificates: Sequence[str]) -> None:
    """That there is a rubric to judge *certificates* by, or at least that one is named.

    Raises:
        DefinitionError: there is none, and a file has problems: perhaps of its rubric.
        UsageError: there is none.

    """
    if any(
        reading.kind == "rubric" or reading.said("rubric")
        for reading in readings
        if reading.kind in ("rubric", "certificate")
    ):
        return
    all_loaded(readings)
    message = f"the certificate '{certificates[0]}' names no rubric"
    raise UsageError(message, "name one with --rubric")


def repeated(readings: Sequence[Reading[Any]], kind: str) -> Iterator[Diagnostic]:
    """A problem for each definition of that *kind* that has the id of one before it."""
    first: dict[str, Loaded[Any]] = {}
    for reading in readings:
        one = reading.readable
        if reading.kind != kind or one is None or reading.id is None:
            continue
        before = first.setdefault(reading.id, one)
        if before is not one:
            message = f"duplicate id '{reading.id}'"
            hint = f"{display_path(before.path)} has it already: which of the two is meant?"
            if os.path.realpath(before.path) == os.path.realpath(one.path):
                hint = "it is one file, named twice"
            yield one.positions.diagnostic(("id",), message, "agreement", hint)


def sound(
    readings: Sequence[Reading[Any]],
    neighbours: Neighbours,
    also: Iterable[Diagnostic] = (),
) -> dict[str, list[Loaded[Any]]]:
    """The definitions of *readings* by kind, in their order.

    Raises:
        DefinitionError: with all problems, of each by itself, with the others that it names, and
            *also* those.

    """
    problems = [*also, *(problem for reading in readings for problem in reading.problems)]
    by_kind: dict[str, list[Loaded[Any]]] = {kind: [] for kind in KINDS}
    for reading in readings:
        if reading.readable:
            problems += neighbours.problems(reading.readable)
            by_kind[reading.kind].append(reading.readable)
    problems += same_ids(by_kind["audience"])
    if problems:
        raise DefinitionError(problems)
    return by_kind


def cases_of(
    certificate: Loaded[Certificate],
    rubric: Loaded[Rubric],
    audiences: Sequence[Loaded[Audience]],
    neighbours: Neighbours,
) -> tuple[Case, ...]:
    """A case for each of *audiences*, or one for nobody in particular.

    Raises:
        ScoreError: the certificate was scored on another scale than the rubric's.

    """
    judged, terms = certificate.definition, rubric.definition
    shared = _foreign_scores(judged, neighbours.rubric(judged.rubric), terms)
    definitions: tuple[Loaded[Any], ...] = (certificate, rubric, *audiences)
    files = {
        (item.definition.kind, item.definition.id): item.positions.text.path for item in definitions
    }
    readers: list[tuple[Audience | None, tuple[str, ...]]] = [
        for_rubric(reader.definition, neighbours.rubric(reader.definition.rubric), terms)
        for reader in audiences
    ]
    return tuple(
        Case(judged, reader, terms, (*shared, *warnings), files)
        for reader, warnings in readers or _NOBODY
    )


def _foreign_scores(
    certificate: Certificate, home: Rubric | None, rubric: Rubric
) -> tuple[str, ...]:
    """A warning of scores given under *home* that *rubric* has no criterion for.

    Raises:
        ScoreError: the two have different scales, or a score is none of *rubric*'s.

    """
    if certificate.rubric in (None, rubric.id):
        return ()
    if home is not None and home.scale != rubric.scale:
        own, other = home.scale, rubric.scale
        raise ScoreError(
            f"'{certificate.id}' was scored on the scale {own} of the rubric {home.id}; the rubric "
            f"{rubric.id} has the scale {other}",
            "scores on two scales cannot be mixed: score the certificate under the new rubric",
        )
    for item in certificate.scores:
        if fault := rubric.scale.problem_with(item.raw):
            message = f"'{certificate.id}', {item.criterion}: {fault[0]}"
            raise ScoreError(message, f"the rubric {rubric.id} judges here; {fault[1]}")
    known = {criterion.id for criterion in rubric.criteria}
    unused = [score.criterion for score in certificate.scores if score.criterion not in known]
    if not unused:
        return ()
    return (f"the rubric {rubric.id} has no criterion {', '.join(unused)}: not counted",)

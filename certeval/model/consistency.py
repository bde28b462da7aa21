"""Check that a definition agrees with its rubric, and adapt an audience to another rubric.

The plain data of a file is checked, so that other problems in the file hide nothing. Values that
cannot be read are skipped, because the model reports them.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pydantic_core import PydanticCustomError

from certeval.model.audience import Audience
from certeval.model.identifiers import is_identifier
from certeval.model.problems import FieldPath, Problem
from certeval.model.rubric import Rubric
from certeval.model.scalars import EXACT, read_number
from certeval.phrases import closest, did_you_mean

_Entry = tuple[FieldPath, Mapping[str, Any]]
"""An entry of a list in the data, and its place."""


def certificate_problems(data: object, rubric: Rubric) -> Iterator[Problem]:
    """Yield the scores of a certificate that do not agree with *rubric*, or that it lacks.

    A certificate without any score agrees with every rubric: it has not been scored yet.

    Args:
        data: the certificate's file as plain data.
        rubric: the rubric that it names.

    Yields:
        The problems in the order of the scores.

    """
    scores = _entries(data, "scores")
    yield from _unknown_criteria(scores, rubric)
    for at, score in scores:
        for place, entry in [(at, score), *_entries(score, "audiences", at)]:
            raw = _number(entry.get("raw"))
            if raw is not None and (fault := rubric.scale.problem_with(raw)):
                hint = f"in the rubric {rubric.id}, {fault[1]}"
                yield Problem((*place, "raw"), fault[0], hint)
        yield from _measured_problems(at, score, rubric)
    weighing = {one.id for one in rubric.criteria if one.weight_percent or one.weight}
    missing = [name for name in _missing(scores, rubric) if name in weighing]
    if rubric.missing_score == "error" and missing:
        hint = f"the rubric {rubric.id} needs a score for every criterion"
        yield Problem(("scores",), f"no score for {', '.join(missing)}", hint)


def _measured_problems(
    at: FieldPath, score: Mapping[str, Any], rubric: Rubric
) -> Iterator[Problem]:
    """Yield what is wrong with the measurement of a *score*, if it has one."""
    text, name = score.get("measured"), _criterion(score)
    criterion = next((one for one in rubric.criteria if one.id == name), None)
    if criterion is None or not isinstance(text, str):
        return
    function = criterion.value_function
    if function is None and rubric.missing.absence(text) is None:
        message = f"the criterion '{name}' has no value function"
        yield Problem((*at, "measured"), message, "write 'raw' with a raw score")
    elif function and not rubric.missing.absence(text) and (fault := function.problem_with(text)):
        yield Problem((*at, "measured"), fault[0], fault[1])


def audience_problems(data: object, rubric: Rubric) -> Iterator[Problem]:
    """Yield the adjustments and weights of an audience that do not agree with *rubric*.

    Args:
        data: the audience's file as plain data.
        rubric: the rubric that it names.

    Yields:
        The problems in the order of the fields.

    """
    adjustments, weights = _entries(data, "adjustments"), _entries(data, "weights")
    yield from _unknown_criteria(adjustments, rubric)
    yield from _unknown_criteria(weights, rubric)
    step = rubric.scale.step
    for at, adjustment in adjustments:
        change = _number(adjustment.get("change"))
        if step and change is not None and EXACT.remainder(change, step):
            message = f"change {change:f} is not a multiple of the step {step:f}"
            yield Problem((*at, "change"), message, f"the rubric {rubric.id} has that step")
    if missing := _missing(weights, rubric):
        hint = "give each a weight_percent; 0 leaves a criterion out"
        yield Problem(("weights",), f"no weight for {', '.join(missing)}", hint)


def _entries(data: object, field: str, at: FieldPath = ()) -> list[_Entry]:
    """Return the entries of the list *field* in *data*; one that is not a mapping is empty."""
    found = data.get(field) if isinstance(data, Mapping) else None
    return [
        ((*at, field, number), entry if isinstance(entry, Mapping) else {})
        for number, entry in enumerate(found if isinstance(found, list) else ())
    ]


def _number(value: object) -> Decimal | None:
    try:
        return read_number(value)
    except PydanticCustomError:
        return None


def _criterion(entry: Mapping[str, Any]) -> str | None:
    name = entry.get("criterion")
    return name if isinstance(name, str) and is_identifier(name) else None


def _unknown_criteria(entries: Sequence[_Entry], rubric: Rubric) -> Iterator[Problem]:
    known = [criterion.id for criterion in rubric.criteria]
    for at, entry in entries:
        name = _criterion(entry)
        if name is not None and name not in known:
            meant = _meant(name, entries, known)
            hint = did_you_mean(meant) if meant else f"criteria: {', '.join(known)}"
            message = f"criterion '{name}' is not in the rubric {rubric.id}"
            yield Problem((*at, "criterion"), message, hint)


def _meant(name: str, entries: Sequence[_Entry], known: Sequence[str]) -> list[str]:
    """Return the criterion that *name* may be a misspelling of, preferably one without an entry."""
    named = {_criterion(entry) for _, entry in entries}
    return closest(name, [one for one in known if one not in named]) or closest(name, known)


def _missing(entries: Sequence[_Entry], rubric: Rubric) -> list[str]:
    """Return the criteria without an entry; none if a faulty entry may be for one."""
    known = [criterion.id for criterion in rubric.criteria]
    names = {_criterion(entry) for _, entry in entries}
    if not names or None in names:
        return []
    for name in names - set(known):
        names |= set(_meant(str(name), entries, known))
    return [one for one in known if one not in names]


def same_scale_and_criteria(one: Rubric, other: Rubric) -> bool:
    """Return whether a raw score means the same under both rubrics."""
    ids = {criterion.id for criterion in one.criteria}
    return one.scale == other.scale and ids == {criterion.id for criterion in other.criteria}


def adapt_audience(
    audience: Audience, home: Rubric | None, rubric: Rubric
) -> tuple[Audience, tuple[str, ...]]:
    """Return *audience* as it counts under *rubric*, with a warning if something is left out.

    Adjustments and weights carry over only if the rubric that they are meant for has the same scale
    and criteria; otherwise they are dropped.

    Args:
        audience: the audience to adapt.
        home: the rubric that the audience names, if it can be read.
        rubric: the rubric to score under.

    Returns:
        The audience, and the warnings.

    """
    if audience.rubric in (None, rubric.id):
        return audience, ()
    if home is not None and same_scale_and_criteria(home, rubric):
        own = f"the weights are those of the audience {audience.id}, not of {rubric.id}"
        return audience, (own,) if audience.weights else ()
    plain = audience.model_copy(update={"adjustments": (), "weights": ()})
    warning = (
        f"the adjustments and weights of the audience {audience.id} are meant for the rubric "
        f"{audience.rubric}; under {rubric.id} they are left out"
    )
    return plain, (warning,)

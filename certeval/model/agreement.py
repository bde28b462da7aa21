"""What is wrong with a definition once it meets the rubric that it is meant for."""

from collections.abc import Iterator, Sequence

from certeval.model.audience import Audience
from certeval.model.base import Place, Problem
from certeval.model.certificate import Certificate
from certeval.model.rubric import Rubric


def certificate_problems(
    certificate: Certificate, rubric: Rubric, *, whole: bool = True
) -> Iterator[Problem]:
    """Scores that *rubric* does not have room for, or that it asks for and misses.

    A certificate without any score agrees with every rubric: nobody has reviewed it yet. One that
    is not *whole* has lost faulty parts, and is not asked for what may have been among them.
    """
    known = [criterion.id for criterion in rubric.criteria]
    for number, score in enumerate(certificate.scores):
        at: Place = ("scores", number)
        yield from _unknown(score.criterion, (*at, "criterion"), known, rubric)
        if fault := rubric.scale.fault(score.raw):
            yield Problem((*at, "raw"), fault[0], _by(rubric, fault[1]))
        for index, own in enumerate(score.audiences):
            if fault := rubric.scale.fault(own.raw):
                place = (*at, "audiences", index, "raw")
                yield Problem(place, fault[0], _by(rubric, fault[1]))
    if whole and certificate.scores and rubric.missing_score == "error":
        scored = {score.criterion for score in certificate.scores}
        for criterion in known:
            if criterion not in scored:
                message = f"no score for criterion '{criterion}'"
                hint = f"the rubric {rubric.id} wants a score for every criterion"
                yield Problem(("scores",), message, hint)


def audience_problems(
    audience: Audience, rubric: Rubric, *, whole: bool = True
) -> Iterator[Problem]:
    """Adjustments and weights that *rubric* has no criterion or no step for; *whole* as above."""
    known = [criterion.id for criterion in rubric.criteria]
    step = rubric.scale.step
    for number, adjustment in enumerate(audience.adjustments):
        at: Place = ("adjustments", number)
        yield from _unknown(adjustment.criterion, (*at, "criterion"), known, rubric)
        if step and adjustment.change % step:
            message = f"change {adjustment.change:f} is not a multiple of the step {step:f}"
            yield Problem((*at, "change"), message, f"the rubric {rubric.id} has that step")
    for number, weight in enumerate(audience.weights):
        place = ("weights", number, "criterion")
        yield from _unknown(weight.criterion, place, known, rubric)
    weighed = {weight.criterion for weight in audience.weights}
    for criterion in known if whole and audience.weights else ():
        if criterion not in weighed:
            message = f"no weight for criterion '{criterion}'"
            hint = "give it a weight_percent; 0 leaves it out"
            yield Problem(("weights",), message, hint)


def _unknown(name: str, at: Place, known: Sequence[str], rubric: Rubric) -> Iterator[Problem]:
    if name not in known:
        from difflib import get_close_matches  # noqa: PLC0415 - only with a problem

        meant = get_close_matches(name, known, n=1)
        hint = f"did you mean '{meant[0]}'?" if meant else f"criteria: {', '.join(known)}"
        yield Problem(at, f"criterion '{name}' is not in the rubric {rubric.id}", hint)


def _by(rubric: Rubric, hint: str) -> str:
    return f"in the rubric {rubric.id}, {hint}"


def same_terms(one: Rubric, other: Rubric) -> bool:
    """Whether a raw score means the same under both: one scale, the same criteria."""
    ids = {criterion.id for criterion in one.criteria}
    return one.scale == other.scale and ids == {criterion.id for criterion in other.criteria}


def for_rubric(
    audience: Audience, home: Rubric | None, rubric: Rubric
) -> tuple[Audience, tuple[str, ...]]:
    """*audience* as it counts under *rubric*, with a warning where something is left out.

    What an audience says of scores and weights is meant for its *home* rubric. Another rubric
    with the same scale and criteria takes it over; under any other it would say something else.
    """
    if audience.rubric in (None, rubric.id) or (home is not None and same_terms(home, rubric)):
        return audience, ()
    plain = audience.model_copy(update={"adjustments": (), "weights": ()})
    warning = (
        f"the adjustments and weights of the audience {audience.id} are meant for the rubric "
        f"{audience.rubric}; under {rubric.id} they are left out"
    )
    return plain, (warning,)

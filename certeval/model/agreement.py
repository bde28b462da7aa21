"""A definition and its rubric: what it names for it, and what is wrong once they meet."""

from collections.abc import Iterator, Sequence

from certeval.model.audience import Audience
from certeval.model.base import Definition
from certeval.model.certificate import Certificate
from certeval.model.problems import FieldPath, Problem
from certeval.model.references import FOR_SCORING, Reference, references
from certeval.model.rubric import Rubric
from certeval.model.scalars import EXACT


def terms(definition: Definition) -> Iterator[Reference]:
    """What judging *definition* by a rubric needs: the rubric, and audiences it speaks of."""
    return references(type(definition), definition, FOR_SCORING)


def certificate_problems(
    certificate: Certificate, rubric: Rubric, *, whole: bool = True
) -> Iterator[Problem]:
    """Scores that *rubric* does not have room for, or that it asks for and misses.

    A certificate without any score agrees with every rubric: nobody has reviewed it yet. One that
    is not *whole* has lost faulty parts, and is not asked for what may have been among them.
    """
    known = [criterion.id for criterion in rubric.criteria]
    scored = {score.criterion for score in certificate.scores}
    for number, score in enumerate(certificate.scores):
        at: FieldPath = ("scores", number)
        if score.criterion not in known:
            meant = _meant(score.criterion, known)
            scored |= {meant}  # told once, as a wrong name, and not as a missing score as well
            yield _unknown(score.criterion, meant, (*at, "criterion"), rubric)
        if fault := rubric.scale.problem_with(score.raw):
            yield Problem((*at, "raw"), fault[0], _by(rubric, fault[1]))
        for index, own in enumerate(score.audiences):
            if fault := rubric.scale.problem_with(own.raw):
                place = (*at, "audiences", index, "raw")
                yield Problem(place, fault[0], _by(rubric, fault[1]))
    missing = [name for name in known if name not in scored]
    if missing and whole and certificate.scores and rubric.missing_score == "error":
        hint = f"the rubric {rubric.id} wants a score for every criterion"
        yield Problem(("scores",), f"no score for {', '.join(missing)}", hint)


def audience_problems(
    audience: Audience, rubric: Rubric, *, whole: bool = True
) -> Iterator[Problem]:
    """Adjustments and weights that *rubric* has no criterion or no step for; *whole* as above."""
    known = [criterion.id for criterion in rubric.criteria]
    step = rubric.scale.step
    for number, adjustment in enumerate(audience.adjustments):
        at: FieldPath = ("adjustments", number)
        if adjustment.criterion not in known:
            meant = _meant(adjustment.criterion, known)
            yield _unknown(adjustment.criterion, meant, (*at, "criterion"), rubric)
        if step and EXACT.remainder(adjustment.change, step):
            message = f"change {adjustment.change:f} is not a multiple of the step {step:f}"
            yield Problem((*at, "change"), message, f"the rubric {rubric.id} has that step")
    weighed = {weight.criterion for weight in audience.weights}
    for number, weight in enumerate(audience.weights):
        if weight.criterion not in known:
            meant = _meant(weight.criterion, known)
            weighed |= {meant}
            yield _unknown(weight.criterion, meant, ("weights", number, "criterion"), rubric)
    missing = [name for name in known if name not in weighed]
    if missing and whole and audience.weights:
        hint = "give each a weight_percent; 0 leaves a criterion out"
        yield Problem(("weights",), f"no weight for {', '.join(missing)}", hint)


def _meant(name: str, known: Sequence[str]) -> str:
    """The one of *known* that is spelled most like *name*, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only with a problem

    return next(iter(get_close_matches(name, known, n=1)), "")


def _unknown(name: str, meant: str, at: FieldPath, rubric: Rubric) -> Problem:
    known = ", ".join(criterion.id for criterion in rubric.criteria)
    hint = f"did you mean '{meant}'?" if meant else f"criteria: {known}"
    return Problem(at, f"criterion '{name}' is not in the rubric {rubric.id}", hint)


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
    if audience.rubric in (None, rubric.id):
        return audience, ()
    if home is not None and same_terms(home, rubric):
        weighed = f"the weights are those of the audience {audience.id}, not of {rubric.id}"
        return audience, (weighed,) if audience.weights else ()
    plain = audience.model_copy(update={"adjustments": (), "weights": ()})
    warning = (
        f"the adjustments and weights of the audience {audience.id} are meant for the rubric "
        f"{audience.rubric}; under {rubric.id} they are left out"
    )
    return plain, (warning,)

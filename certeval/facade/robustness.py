"""Ask how robust a result is to the weights."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from certeval.errors import UsageError
from certeval.facade import inputs
from certeval.facade.dates import Date
from certeval.facade.evidence import By
from certeval.facade.inputs import Named, Number
from certeval.facade.judging import judged
from certeval.facade.loading import Changes
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.rubric import Rubric
    from certeval.results.robustness import Robustness

MOST_DRAWS = 10_000_000
DRAWS, SEED = 10_000, 1
"""How many weightings are sampled, and the random seed, unless the caller says otherwise."""


def robustness(
    certificates: References,
    *,
    score: Number | None = None,
    sampling: Literal["uniform", "stated"] = "uniform",
    concentration: Number | None = None,
    score_error: Number | None = None,
    draws: int | None = None,
    seed: int | None = None,
    progress: Callable[[int], None] | None = None,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Robustness:
    """Return how robust the result is to different weights.

    Args:
        certificates: ids, files or ``Certificate`` objects, one or several.
        score: the threshold for the exact total of one certificate; by default its verdict counts.
        sampling: sample all weightings, or only those near the stated weights.
        concentration: how closely samples keep to the stated weights, 1 or more; by default the
            rubric's.
        score_error: the uncertainty of raw scores, in points.
        draws: how many weightings to sample if there is no exact solution; 10,000 by default.
        seed: the random seed; the same one gives the same result.
        progress: called with the number of samples since the last call.
        audience: whom to score for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificates' own rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if all
            have one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        For several certificates how often each comes first, for one how often it passes.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    from certeval.analysis.evidence.shared_criteria import over_shared_criteria
    from certeval.analysis.robustness.robustness import robustness as answer
    from certeval.analysis.robustness.sampling_plan import SamplingPlan

    least = inputs.optional(score, "score", inputs.number)
    error = inputs.optional(score_error, "score_error", inputs.positive)
    near = inputs.optional(concentration, "concentration", _concentration)
    if near is not None and sampling == "uniform":
        hint = "add `sampling` stated"
        raise UsageError("applies only to stated sampling", hint, parameter="concentration")
    many = DRAWS if draws is None else inputs.whole(draws, "draws", 1, MOST_DRAWS)
    start = SEED if seed is None else inputs.whole(seed, "seed")
    found = judged(
        certificates, audience, rubric=rubric, by=by, role=role,
        changes=Changes(weights, normalize), today=today, library=library,
    )  # fmt: skip
    cards, terms = over_shared_criteria(found.cards, found.rubric), found.rubric
    _require_a_question(terms, len(cards), least)
    if near is None:
        near = _concentration_of(terms) if sampling == "stated" else Decimal(1)
    plan = SamplingPlan(sampling, near, error, many, start, progress or (lambda _: None))
    return answer(cards, terms, plan, least)


def _concentration(value: Number, parameter: str) -> Decimal:
    found = inputs.positive(value, parameter)
    if found < 1:
        raise UsageError("must be at least 1", "for example 50", parameter=parameter)
    return found


def _concentration_of(rubric: Rubric) -> Decimal:
    """Return how closely samples keep to the stated weights, according to the rubric.

    Raises:
        UsageError: the rubric does not say.

    """
    if rubric.robustness is None:
        raise UsageError(
            f"the rubric {rubric.id} does not say how close to the stated weights to sample",
            "give `concentration`, or a field 'robustness' to the rubric",
        )
    return rubric.robustness.concentration


def _require_a_question(rubric: Rubric, certificates: int, least: Decimal | None) -> None:
    """Require a threshold or bands for one certificate, and no threshold for several.

    Raises:
        UsageError: there is no question to answer, or the threshold is outside the scale.

    """
    if least is not None and certificates > 1:
        hint = "leave it out to compare several"
        raise UsageError("works with one certificate only", hint, parameter="score")
    if least is not None and not rubric.scale.min <= least <= rubric.scale.max:
        low, high = f"{rubric.scale.min:f}", f"{rubric.scale.max:f}"
        message = f"{least:f} is outside the scale {low}-{high}"
        raise UsageError(message, f"totals go from {low} to {high}", parameter="score")
    if least is None and certificates == 1 and not rubric.bands:
        message = f"the rubric {rubric.id} has no verdicts, and no total to reach is given"
        raise UsageError(message, "give one with `score`, or name another certificate")

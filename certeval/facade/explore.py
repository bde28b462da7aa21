"""Explore an answer: what would change it, what it would take, how much it depends on the input."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from certeval.errors import UsageError
from certeval.facade import inputs, loading
from certeval.facade.dates import Date
from certeval.facade.evidence import By, require_opinion
from certeval.facade.inputs import Named, Number
from certeval.facade.judging import judged
from certeval.facade.loading import Changes
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.rubric import Rubric
    from certeval.results.robustness import Robustness
    from certeval.results.sensitivity import Sensitivity
    from certeval.results.target import Target
    from certeval.results.what_if import WhatIf

MOST_DRAWS = 10_000_000
DRAWS, SEED = 10_000, 1
"""How many weightings are sampled, and the random seed, unless the caller says otherwise."""


def what_if(
    certificate: Reference,
    *,
    scores: Named[Number] | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    price: Number | None = None,
    hours_per_week: Number | None = None,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> WhatIf:
    """Return what changes if a score, a weight, the price or your pace changes.

    Args:
        certificate: an id, a file or a ``Certificate``.
        scores: raw scores or measurements by criterion, in place of the
            certificate's.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        price: USD per month, per attempt or for the whole program.
        hours_per_week: your study hours per week.
        audience: whom it is for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificate's own rubric.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if there is
            one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Score and cost before and after, and the differences.

    Raises:
        CertevalError: nothing changes; a definition does not exist or has errors; a number
            is invalid.

    """
    from certeval.analysis.what_if.what_if import Scenario
    from certeval.analysis.what_if.what_if import what_if as answer

    scenario = Scenario(
        scores=inputs.by_name(scores, "scores", inputs.entry),
        weights=inputs.by_name(weights, "weights", inputs.number),
        normalize=normalize,
        price=inputs.optional(price, "price", inputs.amount),
        hours_per_week=inputs.optional(hours_per_week, "hours_per_week", inputs.hours_per_week),
    )
    context = loading.context_of(
        certificate, audience=audience, rubric=rubric, role=role, today=today, library=library,
        normalize=normalize,
    )  # fmt: skip
    if scores:
        require_opinion(by, "scores")
    if by is None and weights and not scores and context.rubric and context.rubric.evidence:
        by = "opinion" if context.certificate.scores else "evidence"
    return answer(context, scenario, by or "opinion")


def target(
    certificate: Reference,
    *,
    score: Number,
    exceed: bool = False,
    printed: bool = False,
    raised: Iterable[str] | None = None,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    scores: Named[Number] | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Target:
    """Return what it would take to reach a score, and where points are lost.

    Args:
        certificate: an id, a file or a ``Certificate``.
        score: the total to reach.
        exceed: require more than that total.
        printed: aim for the printed rating, which is rounded.
        raised: criteria to raise by the same amount.
        audience: whom to score for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificate's own rubric.
        scores: raw scores or measurements by criterion, in place of the
            certificate's.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if there is
            one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The shortfall, and the ways to make up for it.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    from certeval.analysis.goal_seek.goal import Goal
    from certeval.analysis.goal_seek.target import target as answer
    from certeval.analysis.score import score as score_case

    goal = Goal(inputs.number(score, "score"), exceed, printed)
    if scores:
        require_opinion(by, "scores")
        raw = inputs.by_name(scores, "scores", inputs.entry)
        percent = inputs.by_name(weights, "weights", inputs.number)
        (case,) = loading.cases_of(
            [certificate], audience, rubric, today, library, normalize=normalize
        )
        card = score_case(case, overrides=raw, weights=percent, normalize=normalize)
        return answer(card, case.rubric, goal, tuple(raised or ()))
    found = judged(
        certificate, audience, rubric=rubric, by=by, role=role,
        changes=Changes(weights, normalize), today=today, library=library,
    )  # fmt: skip
    return answer(found.cards[0], found.rubric, goal, tuple(raised or ()))


def sensitivity(
    certificates: References,
    *,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    score_change: Number | None = None,
    weight_change: Number | None = None,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Sensitivity:
    """Return how sensitive the result is to each score and weight.

    Args:
        certificates: ids, files or ``Certificate`` objects, one or several.
        audience: whom to score for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificates' own rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        score_change: points to move each score by; by default the rubric's.
        weight_change: percentage of itself to move each weight by; by default the rubric's.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if all
            have one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        For one certificate what moves its rating, for several also what changes the ranking.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    from certeval.analysis.evidence.shared_criteria import over_shared_criteria
    from certeval.analysis.sensitivity.sensitivity import sensitivity as answer
    from certeval.analysis.sensitivity.tornado import Perturbation

    points = inputs.optional(score_change, "score_change", inputs.positive)
    percent = inputs.optional(weight_change, "weight_change", inputs.positive)
    found = judged(
        certificates, audience, rubric=rubric, by=by, role=role,
        changes=Changes(weights, normalize), today=today, library=library,
    )  # fmt: skip
    cards, terms = over_shared_criteria(found.cards, found.rubric), found.rubric
    stated = terms.sensitivity
    points = points or (stated.score_change if stated else None)
    percent = percent or (stated.weight_change_percent if stated else None)
    if points is None or percent is None:
        raise UsageError(
            f"the rubric {terms.id} does not say how far to move scores and weights",
            "give `score_change` and `weight_change`, or a field 'sensitivity' to the rubric",
        )
    return answer(cards, terms, Perturbation(points, percent))


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

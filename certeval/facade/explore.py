"""Explore an answer: what would change it, what it would take, how much it depends on the input."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

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
    from certeval.results.sensitivity import Sensitivity
    from certeval.results.target import Target
    from certeval.results.what_if import WhatIf


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

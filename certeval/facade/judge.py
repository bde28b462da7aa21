"""Judge a certificate: its score, review and verdict, what it costs, and whether it suits you."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from certeval.errors import UnscoredError
from certeval.facade import inputs, loading, lookup
from certeval.facade.dates import Date
from certeval.facade.evidence import By, evidence_cards, require_opinion
from certeval.facade.inputs import Hours, Named, Number
from certeval.facade.loading import Ask, Changes
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.model.context import Case
    from certeval.results.cost import CostReport
    from certeval.results.evidence import EvidenceSummary
    from certeval.results.fit import FitReport
    from certeval.results.review import Review
    from certeval.results.scorecard import Scorecard, Scorecards
    from certeval.results.verdict import VerdictBox


def score(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    scores: Named[Number] | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Scorecard:
    """Score a certificate, criterion by criterion.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: whom to score for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificate's own rubric.
        scores: raw scores by criterion, in place of the certificate's.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if there is
            one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The scorecard: total, rating, and a line for each criterion.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    cards = score_audiences(
        certificate, audiences=None if audience is None else [audience], rubric=rubric,
        scores=scores, weights=weights, normalize=normalize, by=by, role=role, today=today,
        library=library,
    )  # fmt: skip
    return cards.scorecards[0]


def score_audiences(
    certificate: Reference,
    *,
    audiences: References | None = None,
    all_audiences: bool = False,
    rubric: Reference | None = None,
    scores: Named[Number] | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    explain: bool = False,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Scorecards:
    """Score a certificate for several audiences.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audiences: whom to score for; by default the rubric's primary audience.
        all_audiences: score for every audience of the library as well, the primary one first.
        rubric: what to score under; by default the certificate's own rubric.
        scores: raw scores by criterion, in place of the certificate's.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by ``opinion`` or ``evidence``; by default by opinion if there is one.
        role: the job you aim for, which evidence depends on; by default the audience's.
        explain: say what evidence says beside a reviewer's scores.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        A scorecard for each audience.

    Raises:
        CertevalError: as in ``score``.

    """
    from certeval.analysis.score import score as score_case
    from certeval.analysis.score import scorecards

    if scores:
        require_opinion(by, "scores")
    raw = inputs.by_name(scores, "scores", inputs.entry)
    percent = inputs.by_name(weights, "weights", inputs.number)
    found = lookup.library_with(library, certificate, audiences, rubric, normalize=normalize)
    wanted = [*(found.ids("audience") if all_audiences else ()), *lookup.each(audiences)]
    cases = loading.cases_of([certificate], wanted, rubric, today, found)
    if all_audiences:
        primary = cases[0].rubric.primary_audience
        cases = tuple(
            sorted(cases, key=lambda case: not case.audience or case.audience.id != primary)
        )
    if by != "evidence":
        try:
            cards = [
                score_case(case, overrides=raw, weights=percent, normalize=normalize)
                for case in cases
            ]
            if explain:
                beside = [
                    _beside(certificate, case, rubric=rubric, role=role, today=today, library=found)
                    for case in cases
                ]
                cards = [
                    replace(card, evidence=one) for card, one in zip(cards, beside, strict=True)
                ]
            return scorecards(cards)
        except UnscoredError:
            if by == "opinion" or scores or cases[0].rubric.evidence is None:
                raise
    changes = Changes(weights, normalize)
    return scorecards(
        [
            evidence_cards(
                certificate, audience=case.audience, rubric=rubric, role=role, changes=changes,
                today=today, library=found,
            ).cards[0]
            for case in cases
        ]
    )  # fmt: skip


def _beside(certificate: Reference, case: Case, **more: Any) -> EvidenceSummary | None:
    """Return what evidence says of a case, if its rubric says how to judge from it."""
    from certeval.analysis.evidence.summary import evidence_summary

    if case.rubric.evidence is None:
        return None
    return evidence_summary(loading.context_of(certificate, audience=case.audience, **more))


def review(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    role: Reference | None = None,
    rubric: Reference | None = None,
    held: References | None = None,
    hours_per_week: Number | None = None,
    raise_per_year: Number | None = None,
    salary: Number | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Review:
    """Return the full review of a certificate for an audience.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: whom it is for; by default the rubric's primary audience.
        role: the job you aim for; by default the audience's target role.
        rubric: what to score under; by default the certificate's own rubric.
        held: certificates you already hold, in addition to the audience's.
        hours_per_week: your study hours per week; by default the audience's.
        raise_per_year: the raise you expect, in USD per year.
        salary: your current salary in USD per year, as in ``cost``.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The review: score, cost, fit, gaps and all other answers.

    Raises:
        CertevalError: a definition does not exist or has errors, or a number is invalid.

    """
    from certeval.analysis.cost.payback import CostOverrides
    from certeval.analysis.review import review as answer

    expected = inputs.optional(raise_per_year, "raise_per_year", inputs.amount)
    current = inputs.optional(salary, "salary", inputs.amount)
    context = loading.context_of(
        certificate, audience=audience, role=role, rubric=rubric, held=held, today=today,
        hours_per_week=hours_per_week, library=library, others="all", salary_roles=True,
    )  # fmt: skip
    return answer(context, CostOverrides(raise_per_year=expected, salary=current))


def verdict(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    hours_per_week: Number | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> VerdictBox:
    """Return the verdict on a certificate in one box.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: whom it is for; by default the rubric's primary audience.
        rubric: what to score under; by default the certificate's own rubric.
        hours_per_week: your study hours per week; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The box: rating, cost, time, and the best reason for and against.

    Raises:
        CertevalError: as in ``review``.

    """
    from certeval.analysis.cost.cost import cost as cost_of
    from certeval.analysis.verdict import scored
    from certeval.analysis.verdict import verdict as answer

    context = loading.context_of(
        certificate, audience=audience, rubric=rubric, hours_per_week=hours_per_week,
        today=today, library=library,
    )  # fmt: skip
    return answer(context, cost_of(context), *scored(context))


def cost(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    role: Reference | None = None,
    hours_per_week: Number | None = None,
    hours: Hours | None = None,
    price: Number | None = None,
    raise_per_year: Number | None = None,
    salary: Number | None = None,
    hour_value: Number | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> CostReport:
    """Return what a certificate costs, how long it takes, and when it pays for itself.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: whom it is for; by default the rubric's primary audience.
        role: the job you aim for; by default the audience's target role.
        hours_per_week: your study hours per week; by default the audience's.
        hours: total study hours: a number, or a low and a high estimate; by default the file's.
        price: USD per month, per attempt or for the whole program; by default the file's.
        raise_per_year: the raise you expect, in USD per year.
        salary: your current salary in USD per year, compared with the role's entry wage; either
            this or a raise.
        hour_value: what an hour of your time is worth, in USD.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Cost, duration, payback and ROI, with every assumption.

    Raises:
        CertevalError: as in ``review``.

    """
    from certeval.analysis.cost.cost import cost as answer
    from certeval.analysis.cost.payback import CostOverrides

    assumed = CostOverrides(
        price=inputs.optional(price, "price", inputs.amount),
        hours=inputs.optional(hours, "hours", inputs.hours),
        raise_per_year=inputs.optional(raise_per_year, "raise_per_year", inputs.amount),
        salary=inputs.optional(salary, "salary", inputs.amount),
        hour_value=inputs.optional(hour_value, "hour_value", inputs.amount),
    )
    context = loading.context_of(
        certificate, audience=audience, role=role, hours_per_week=hours_per_week, today=today,
        library=library, salary_roles=True,
    )  # fmt: skip
    return answer(context, assumed)


def fit(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    skills: Named[str] | None = None,
    years: Named[Number] | None = None,
    deadline_days: int | None = None,
    goals: Iterable[str] | None = None,
    held: References | None = None,
    hours_per_week: Number | None = None,
    ask: Ask | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> FitReport:
    """Return whether a certificate suits you: take it, not yet, or skip it.

    Without an audience, your answers alone describe you; what you leave out counts as missing.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: whom it is for; by default the rubric's primary audience.
        skills: how well you know skills: none, basic, working or fluent.
        years: years of work by field.
        deadline_days: days until you need results.
        goals: your goals, as the certificate's rules name them.
        held: certificates you already hold, in addition to the audience's.
        hours_per_week: your study hours per week; by default the audience's.
        ask: answers what the rules need to know, one question after the other.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The outcome, and what every rule says.

    Raises:
        CertevalError: as in ``review``; or a skill, a goal or a field is unknown.

    """
    from certeval.analysis.fit.fit import fit as answer
    from certeval.model.reader import Answers

    answers = Answers(
        skills=inputs.by_name(skills, "skills", inputs.level),
        years=inputs.by_name(years, "years", inputs.years),
        goals=tuple(goals or ()),
        deadline_days=inputs.optional(deadline_days, "deadline_days", inputs.whole),
    )
    context = loading.reader_context(
        certificate, answers, ask=ask, audience=audience, held=held,
        hours_per_week=hours_per_week, today=today, library=library, others="all",
    )  # fmt: skip
    return answer(context)

"""Judge a certificate: its review and verdict, what it costs, and whether it suits you."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from certeval.facade import inputs, loading
from certeval.facade.dates import Date
from certeval.facade.inputs import Hours, Named, Number
from certeval.facade.loading import Ask
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.results.cost import CostReport
    from certeval.results.fit import FitReport
    from certeval.results.review import Review
    from certeval.results.verdict import VerdictBox


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

"""Plan what comes next: what a certificate teaches, what is missing, and what to add."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from certeval.facade import inputs, loading
from certeval.facade.dates import Date
from certeval.facade.inputs import Hours, Named, Number
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.results.curriculum import Curriculum
    from certeval.results.gaps import Gaps
    from certeval.results.interview import Interview, Worksheet
    from certeval.results.overlap import Overlap
    from certeval.results.stack import Plan


def curriculum(
    certificate: Reference,
    *,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Curriculum:
    """Return what a certificate teaches, course by course.

    Args:
        certificate: an id, a file or a ``Certificate``.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The courses with their topics and projects.

    Raises:
        CertevalError: a definition does not exist or has errors.

    """
    from certeval.analysis.curriculum import curriculum as answer

    return answer(loading.context_of(certificate, today=today, library=library))


def gaps(
    certificate: Reference,
    *,
    role: Reference | None = None,
    audience: Reference | None = None,
    skills: Named[str] | None = None,
    held: References | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Gaps:
    """Return which skills of a job a certificate teaches, and which are missing.

    With skills and without an audience, you know those skills and no others.

    Args:
        certificate: an id, a file or a ``Certificate``.
        role: the job you aim for; by default the audience's target role.
        audience: whom it is for; by default the rubric's primary audience.
        skills: how well you know skills: none, basic, working or fluent.
        held: certificates you already hold, in addition to the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Every skill of the job, now and after the certificate.

    Raises:
        CertevalError: a definition does not exist or has errors; a skill is unknown;
            there is no job to aim for.

    """
    from certeval.analysis.gaps import gaps as answer
    from certeval.model.reader import Answers

    answers = Answers(skills=inputs.by_name(skills, "skills", inputs.level))
    return answer(
        loading.reader_context(
            certificate, answers, role=role, audience=audience, held=held, today=today,
            library=library, others="named",
        )
    )  # fmt: skip


def stack(
    certificate: Reference,
    *,
    role: Reference | None = None,
    audience: Reference | None = None,
    skills: Named[str] | None = None,
    held: References | None = None,
    hours_per_week: Number | None = None,
    budget: Number | None = None,
    max_months: Number | None = None,
    exclude: Iterable[str] | None = None,
    useful: bool = False,
    hours: Named[Hours] | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Plan:
    """Plan what to add to a certificate, for the least money and time.

    With skills and without an audience, you know those skills and no others.

    Args:
        certificate: an id, a file or a ``Certificate``.
        role: the job you aim for; by default the audience's target role.
        audience: whom it is for; by default the rubric's primary audience.
        skills: how well you know skills: none, basic, working or fluent.
        held: certificates you already hold, in addition to the audience's.
        hours_per_week: your study hours per week; by default the audience's.
        budget: the maximum total cost, in USD.
        max_months: the maximum duration, in months.
        exclude: ids of certificates to leave out.
        useful: close the gaps in useful skills, too.
        hours: total study hours by certificate: a number, or a low and a high estimate.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The cheapest plan, and what stays open.

    Raises:
        CertevalError: as in ``gaps``; or a number is invalid.

    """
    from certeval.analysis.stack.gap_cover import PlanOptions
    from certeval.analysis.stack.stack import stack as answer
    from certeval.model.reader import Answers

    options = PlanOptions(
        budget=inputs.optional(budget, "budget", inputs.amount),
        max_months=inputs.optional(max_months, "max_months", inputs.amount),
        excluded=frozenset(exclude or ()),
        useful=useful,
        hours=inputs.by_name(hours, "hours", inputs.hours),
    )
    context = loading.reader_context(
        certificate, Answers(skills=inputs.by_name(skills, "skills", inputs.level)), role=role,
        audience=audience, held=held, hours_per_week=hours_per_week, today=today,
        library=library, others="all",
    )  # fmt: skip
    return answer(context, options)


def overlap(
    certificate: Reference,
    *,
    held: References | None = None,
    audience: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Overlap:
    """Return how much of a certificate you know from others you hold.

    Args:
        certificate: an id, a file or a ``Certificate``.
        held: certificates you already hold, in addition to the audience's.
        audience: whom it is for; by default the rubric's primary audience.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        What is known course by course, and which courses to take.

    Raises:
        CertevalError: a definition does not exist or has errors; you hold nothing.

    """
    from certeval.analysis.overlap import overlap as answer

    return answer(
        loading.context_of(certificate, audience=audience, held=held, today=today, library=library)
    )


def interview(
    certificate: Reference,
    *,
    rubric: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Interview:
    """Return the interview questions that a certificate prepares you for.

    Args:
        certificate: an id, a file or a ``Certificate``.
        rubric: what to score under; by default the certificate's own rubric.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Questions by topic, and what to have ready.

    Raises:
        CertevalError: a definition does not exist or has errors.

    """
    from certeval.analysis.interview import interview as answer

    return answer(loading.context_of(certificate, rubric=rubric, today=today, library=library))


def worksheet(
    certificate: Reference,
    *,
    rubric: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Worksheet:
    """Return a worksheet with one story per project of a certificate, to fill in.

    Args:
        certificate: an id, a file or a ``Certificate``.
        rubric: the rubric whose story template is used; by default the certificate's own.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        The parts of a story for each project.

    Raises:
        CertevalError: a definition does not exist or has errors; the rubric has no
            story template, or the certificate no project.

    """
    from certeval.analysis.interview import worksheet as answer

    return answer(loading.context_of(certificate, rubric=rubric, today=today, library=library))

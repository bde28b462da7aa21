"""Load what a question needs, from ids, files and model objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from certeval.errors import UsageError
from certeval.facade import dates, inputs, lookup
from certeval.facade.dates import Date
from certeval.facade.inputs import Named, Number
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.analysis.fit.questions import Question
    from certeval.library.library import Library
    from certeval.model.context import Case, Context
    from certeval.model.reader import Answers
    from certeval.results.scorecard import Scorecard

Ask = Callable[["Question"], str]
"""Answers a question about you: a level, a number, ``yes`` or ``no``, or ``none``."""


def cases_of(
    certificates: References,
    audiences: References | None,
    rubric: Reference | None,
    today: Date | None,
    library: Library | str | Path | None,
    *,
    normalize: bool = False,
    **more: Any,
) -> tuple[Case, ...]:
    """Load a case for each certificate with each audience.

    Args:
        certificates: ids, files or ``Certificate`` objects.
        audiences: ids, files or ``Audience`` objects; None for the rubric's primary audience.
        rubric: what to score under; None for the certificates' own rubric.
        today: the date that decides which facts are old; None for the current one.
        library: a ``Library`` or the folder of one; None for the default libraries.
        normalize: rescale weights in files that do not add up to 100.
        more: further arguments of ``library.loading.load``.

    Returns:
        The cases by certificate, then by audience.

    Raises:
        CertevalError: a named definition does not exist or has errors.

    """
    from certeval.library.loading import load

    found = lookup.library_with(library, certificates, audiences, rubric, normalize=normalize)
    loaded = load(
        found, lookup.names(certificates), lookup.names_or_none(audiences),
        lookup.name_or_none(rubric), **more,
    )  # fmt: skip
    return loaded.cases(dates.day(today))


class Changes(NamedTuple):
    """The caller's weights for scoring, as they were given."""

    weights: Named[Number] | None
    normalize: bool


def scorecards(cases: tuple[Case, ...], changes: Changes) -> tuple[Scorecard, ...]:
    """Score cases over the same criteria, to compare them.

    Args:
        cases: the cases, all under one rubric.
        changes: the caller's weights.

    Returns:
        A scorecard for each case, in their order.

    Raises:
        CertevalError: a score is missing, or the weights are invalid.

    """
    from certeval.analysis.decision_matrix import score_all

    weights = inputs.by_name(changes.weights, "weights", inputs.number)
    return score_all(cases, weights=weights, normalize=changes.normalize)


def context_of(
    certificate: Reference,
    *,
    audience: Reference | None = None,
    rubric: Reference | None = None,
    today: Date | None,
    library: Library | str | Path | None,
    role: Reference | None = None,
    held: References | None = None,
    hours_per_week: Number | None = None,
    normalize: bool = False,
    **more: Any,
) -> Context:
    """Load the context of a question about a certificate.

    Args:
        certificate: an id, a file or a ``Certificate``.
        audience: an id, a file or an ``Audience``; None for the rubric's primary audience.
        rubric: what to score under; None for the certificate's own rubric.
        today: the date that decides which facts are old; None for the current one.
        library: a ``Library`` or the folder of one; None for the default libraries.
        role: the target role; None for the audience's.
        held: certificates that you hold, in addition to the audience's.
        hours_per_week: your study hours per week; None for the audience's.
        normalize: rescale weights in files that do not add up to 100.
        more: further arguments of ``library.loading_context.load_context``.

    Returns:
        The context.

    Raises:
        CertevalError: a named definition does not exist or has errors.

    """
    from certeval.library.loading_context import load_context
    from certeval.model.reader import Answers

    pace = inputs.optional(hours_per_week, "hours_per_week", inputs.hours_per_week)
    return load_context(
        lookup.library_with(
            library, certificate, audience, rubric, role, held, normalize=normalize
        ),
        lookup.name(certificate),
        lookup.name_or_none(audience),
        lookup.name_or_none(rubric),
        today=dates.day(today),
        role=lookup.name_or_none(role),
        held=lookup.names(held),
        answers=Answers(hours_per_week=pace),
        **more,
    )


def reader_context(
    certificate: Reference, answers: Answers, *, ask: Ask | None = None, **more: Any
) -> Context:
    """Load the context of a question about a certificate and you.

    Without an audience, *answers* alone describe you, if there are any.

    Args:
        certificate: an id, a file or a ``Certificate``.
        answers: what you say about yourself.
        ask: answers what the fit rules need to know; called with one question at a time.
        more: further arguments of ``context_of``.

    Returns:
        The context with all answers.

    Raises:
        CertevalError: a named definition does not exist or has errors; a skill, a goal or a field
            of work is unknown.

    """
    context = context_of(certificate, **more)
    given = answers._replace(hours_per_week=context.answers.hours_per_week)
    context = replace(context, answers=given)
    if more.get("audience") is None and (ask or given.describe_reader):
        context = replace(context, audience=None)
    _require_known(given, context)
    if ask is None:
        return context
    from certeval.analysis.fit.questions import answered, questions

    open_questions = questions(context.certificate, context.reader)
    replies = [(question, ask(question)) for question in open_questions]
    return replace(context, answers=answered(given, replies))


def _require_known(given: Answers, context: Context) -> None:
    """Require that skills exist, and that some certificate asks for the goals and fields.

    Raises:
        CertevalError: one is unknown.

    """
    from certeval.analysis.fit.questions import fields_of, goals_of
    from certeval.library.suggestions import unknown_skill_error

    vocabulary, every = context.vocabulary, (context.certificate, *context.others.values())
    first: dict[str, str] = {}
    for name in given.skills:
        before = first.setdefault(vocabulary.id(name), name)
        if before != name:
            message = f"'{before}' and '{name}' are one skill"
            raise UsageError(message, "keep one of them", parameter="skills")
        if name not in vocabulary.names:
            raise unknown_skill_error(name, vocabulary, parameter="skills")
    goals = [goal for one in every for goal in goals_of(one)]
    fields = [field for one in every for field in fields_of(one)]
    for parameter, what, names, known in (
        ("goals", "goal", given.goals, goals), ("years", "field", given.years, fields),
    ):  # fmt: skip
        for name in names:
            if name not in known:
                hint = f"{what}s: {', '.join(dict.fromkeys(known)) or 'none'}"
                raise UsageError(f"unknown {what} '{name}'", hint, parameter=parameter)

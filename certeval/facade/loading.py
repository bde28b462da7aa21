"""Load what a question needs, from ids, files and model objects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from certeval.errors import UsageError
from certeval.facade import inputs
from certeval.facade.inputs import Date, Named, Number, Reference, References

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
    **more: Any,
) -> tuple[Case, ...]:
    """Load a case for each of *certificates* with each of *audiences*.

    Raises:
        CertevalError: something that is named does not exist or has errors.

    """
    from certeval.library.loading import load

    found = inputs.library_with(library, certificates, audiences, rubric)
    loaded = load(
        found, inputs.names(certificates), inputs.names_or_none(audiences),
        inputs.name_or_none(rubric), **more,
    )  # fmt: skip
    return loaded.cases(inputs.day(today))


class Changes(NamedTuple):
    """Weights for scoring, as the caller gave them."""

    weights: Named[Number] | None
    normalize: bool


def scorecards(cases: tuple[Case, ...], changes: Changes) -> tuple[Scorecard, ...]:
    """Score *cases* over the same criteria, to compare them.

    Raises:
        CertevalError: a score is missing, or the weights make no sense.

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
    **more: Any,
) -> Context:
    """Load the context of a question about *certificate*; *more* is for the loader.

    Raises:
        CertevalError: something that is named does not exist or has errors.

    """
    from certeval.library.loading_context import load_context
    from certeval.model.reader import Answers

    pace = inputs.optional(hours_per_week, "hours_per_week", inputs.hours_per_week)
    return load_context(
        inputs.library_with(library, certificate, audience, rubric, role, held),
        inputs.name(certificate),
        inputs.name_or_none(audience),
        inputs.name_or_none(rubric),
        today=inputs.day(today),
        role=inputs.name_or_none(role),
        held=inputs.names(held),
        answers=Answers(hours_per_week=pace),
        **more,
    )


def reader_context(
    certificate: Reference, answers: Answers, *, ask: Ask | None = None, **more: Any
) -> Context:
    """Load the context of a question about *certificate* and you.

    Without an audience, *answers* alone describe you, if there are any.

    Args:
        certificate: an id, a file or a ``Certificate``.
        answers: what you say about yourself.
        ask: answers what the fit rules need to know; called for one question after the other.
        more: as ``context_of`` has it.

    Raises:
        CertevalError: something that is named does not exist or has errors; a skill, a goal or a
            field of work is unknown.

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
    """Require that skills are known, and that some certificate asks for the goals and fields.

    Raises:
        CertevalError: one is not.

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

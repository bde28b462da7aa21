"""What a reader says of themselves, in options or asked for on a terminal."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from certeval.analysis.fit.questions import Question, fields_of, goals_of, questions
from certeval.cli import parsers
from certeval.cli.prompts import prompt_until_valid, require_terminal
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.library.loading_context import Others, load_context
from certeval.library.suggestions import unknown_skill_error
from certeval.model.context import Context
from certeval.model.reader import Answers


def answers_from_options(
    skills: Sequence[parsers.Pair] | None,
    years: Sequence[parsers.Pair] | None = None,
    goals: Sequence[str] | None = None,
) -> Answers:
    """Return the answers that options give."""
    return Answers(skills=dict(skills or ()), years=dict(years or ()), goals=tuple(goals or ()))


def load_reader_context(
    session: Session,
    certificate: str,
    audience: str | None,
    given: Answers,
    today: date | None,
    *,
    role: str | None = None,
    held: Sequence[str] = (),
    others: Others = "none",
    ask: bool = False,
) -> Context:
    """Load the context of a question; with *ask*, prompt for what the fit rules need.

    Without an audience, the answers alone describe the reader.

    Raises:
        CertevalError: something that is named does not exist or has problems; an unknown skill or
            goal; *ask* without a terminal.

    """
    if ask:
        require_terminal("give the answers as options, such as --skill")
    day = parsers.as_partial_date(today)
    context = load_context(
        session.library, certificate, audience, today=day, role=role, held=held, others=others
    )
    context = replace(context, answers=given)
    if audience is None and (ask or given.describe_reader):
        context = replace(context, audience=None)
    _check(given, context)
    if not ask:
        return context
    asked = questions(context.certificate, context.reader)
    replies = [(question, _prompt_for(session, question)) for question in asked]
    return replace(context, answers=_merge(given, replies))


def _check(given: Answers, context: Context) -> None:
    """That skills are known, and that goals and fields are asked for by some certificate."""
    vocabulary, every = context.vocabulary, (context.certificate, *context.others.values())
    said: dict[str, str] = {}
    for name in given.skills:
        before = said.setdefault(vocabulary.id(name), name)
        if before != name:
            raise UsageError(f"--skill: '{before}' and '{name}' are one skill", "keep one of them")
        if name not in vocabulary.names:
            raise unknown_skill_error(name, vocabulary, parameter="skills")
    for option, what, names, known in (
        ("--goal", "goal", given.goals, [name for one in every for name in goals_of(one)]),
        ("--years", "field", given.years, [name for one in every for name in fields_of(one)]),
    ):
        for name in names:
            if name not in known:
                hint = f"{what}s: {', '.join(dict.fromkeys(known)) or 'none'}"
                message = f"{option}: unknown {what} '{name}'"
                raise UsageError(message, hint)


def _prompt_for(session: Session, question: Question) -> str:
    """What the reader types; asked again until it can be understood."""
    choices = f" ({'/'.join(question.choices)})" if question.choices else ""
    wanted = f"one of: {', '.join(question.choices)}" if question.choices else "a number"

    def understood(said: str) -> str | None:
        said = said.lower() or question.answer
        return said if _is_answer(question, said) else None

    text = f"{question.text}{choices} [{question.answer}]: "
    return prompt_until_valid(session, text, understood, f"Please enter {wanted}.")


def _is_answer(question: Question, said: str) -> bool:
    if question.choices:
        return said in question.choices
    if question.about == "deadline":
        return said == "none" or said.isdecimal()
    is_number = said.replace(".", "", 1).isdecimal()
    if question.about == "hours":
        return said == "none" or (is_number and 0 < Fraction(said) <= parsers.HOURS_PER_WEEK)
    return is_number


def _merge(given: Answers, told: Sequence[tuple[Question, str]]) -> Answers:
    """*given* with what was *told*."""
    skills = {item.id: said for item, said in told if item.about == "skill"}
    years = {item.id: Fraction(said) for item, said in told if item.about == "years"}
    goals = tuple(item.id for item, said in told if item.about == "goal" and said == "yes")
    days = [int(said) for item, said in told if item.about == "deadline" and said != "none"]
    hours = [Fraction(said) for item, said in told if item.about == "hours" and said != "none"]
    return given._replace(
        hours_per_week=hours[0] if hours else given.hours_per_week,
        skills={**given.skills, **skills},
        years={**given.years, **years},
        goals=goals,
        deadline_days=days[0] if days else None,
    )

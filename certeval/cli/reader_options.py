"""What a reader says of themselves, in options or asked for on a terminal."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from certeval.analysis.fit.questions import Question, fields_of, goals_of, questions
from certeval.analysis.reader import Answers, reader_of
from certeval.cli import parsers
from certeval.cli.prompts import prompt_until_valid, require_terminal
from certeval.cli.session import Session
from certeval.cli.setting import Asked, asked
from certeval.errors import UsageError
from certeval.library.settings import Wanted
from certeval.model.setting import Setting


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
    wanted: Wanted,
    today: date | None,
    *,
    ask: bool = False,
) -> Asked:
    """The setting and its reader, who answers questions where *ask* says so.

    Without an audience, answers alone describe the reader.

    Raises:
        CertevalError: something that is named does not exist or has problems; a skill or goal
            that nobody knows; *ask* without a terminal.

    """
    if ask:
        require_terminal("give the answers as options, such as --skill")
    found = asked(session, certificate, audience, today=today, wanted=wanted)
    setting = found.setting
    if audience is None and (ask or given.describe_somebody):
        setting = setting._replace(audience=None)
    _check(given, setting)
    reader = reader_of(setting, given)
    if ask:
        asking = questions(setting.certificate, reader)
        reader = reader_of(
            setting, _merge(given, [(item, _prompt_for(session, item)) for item in asking])
        )
    return Asked(setting, reader, found.freshness)


def _check(given: Answers, setting: Setting) -> None:
    """That skills are known, and that goals and fields are asked for by some certificate."""
    vocabulary, every = setting.vocabulary, (setting.certificate, *setting.others.values())
    said: dict[str, str] = {}
    for name in given.skills:
        before = said.setdefault(vocabulary.id(name), name)
        if before != name:
            raise UsageError(f"--skill: '{before}' and '{name}' are one skill", "keep one of them")
        if name not in vocabulary.names:
            from certeval.library.nearest import nearest_skill

            meant = nearest_skill(vocabulary, name)
            hint = f"{f'did you mean {meant}? ' if meant else ''}'certeval list skills' lists them"
            raise UsageError(f"--skill: unknown skill '{name}'", hint)
    for option, what, names, known in (
        ("--goal", "goal", given.goals, [name for one in every for name in goals_of(one)]),
        ("--years", "field", given.years, [name for one in every for name in fields_of(one)]),
    ):
        for name in names:
            if name not in known:
                hint = f"{what}s: {', '.join(dict.fromkeys(known)) or 'none'}"
                message = f"{option}: no rule of a certificate asks for the {what} '{name}'"
                raise UsageError(message, hint)


def _prompt_for(session: Session, question: Question) -> str:
    """What the reader types; asked again until it can be understood."""
    choices = f" ({'/'.join(question.choices)})" if question.choices else ""
    wanted = " or ".join(question.choices) if question.choices else "a number"

    def understood(said: str) -> str | None:
        said = said.lower() or question.answer
        return said if _is_answer(question, said) else None

    text = f"{question.text}{choices} [{question.answer}]: "
    return prompt_until_valid(session, text, understood, f"Please answer {wanted}.")


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

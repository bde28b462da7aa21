"""What the rules and prerequisites of a certificate need to know about a reader."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from certeval.analysis.rounding import exact_text
from certeval.model.certificate import Certificate
from certeval.model.fit_rules import FitRule
from certeval.model.reader import LEVELS, Answers, Reader


class Question(NamedTuple):
    """A question about the reader, and the answer that is known already.

    Attributes:
        about: a skill (answered with one of ``choices``), a field of work (years), a goal (yes or
            no), the deadline (days), or the hours per week (a number).
        id: the id of the skill, field or goal.
        title: its name.
        answer: the default answer.
        choices: the possible answers; empty for a number.
        wording: the question in the words of the certificate's file, if it has any.

    """

    about: Literal["skill", "years", "goal", "deadline", "hours"]
    id: str
    title: str
    answer: str
    choices: tuple[str, ...] = ()
    wording: str | None = None


def questions(certificate: Certificate, reader: Reader) -> tuple[Question, ...]:
    """Return what to ask a reader before checking whether a certificate suits them.

    Args:
        certificate: the certificate to check.
        reader: what is known already.

    Returns:
        The questions, each once.

    """
    asked = [
        *_skills(certificate, reader),
        *_fields(certificate, reader),
        *_time(certificate, reader),
        *_goals(certificate, reader),
    ]
    return tuple({(item.about, item.id): item for item in asked}.values())


def goals_of(certificate: Certificate) -> tuple[str, ...]:
    """Return the goals that rules ask for.

    Args:
        certificate: the certificate with the rules.

    Returns:
        The ids of the goals, each once.

    """
    return tuple(dict.fromkeys(goal for rule in _rules(certificate) for goal in rule.when.goals))


def fields_of(certificate: Certificate) -> tuple[str, ...]:
    """Return the fields of work that rules ask about.

    Args:
        certificate: the certificate with the rules.

    Returns:
        The ids of the fields, each once.

    """
    fields = (rule.when.field for rule in _rules(certificate))
    return tuple(dict.fromkeys(field for field in fields if field))


def _rules(certificate: Certificate) -> tuple[FitRule, ...]:
    """Return all fit rules of *certificate*."""
    return (*certificate.skip_if, *certificate.take_if)


def _skills(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    """Yield a question for each skill of a prerequisite or rule."""
    names = [item.skill for item in certificate.program.prerequisites]
    for rule in _rules(certificate):
        names += [name for name in (rule.when.lacks, rule.when.has) if name]
    for name in names:
        skill, title = reader.vocabulary.id(name), reader.vocabulary.title(name)
        yield Question("skill", skill, title, reader.level(name), LEVELS)


def _fields(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    """Yield a question for each field of work."""
    for field in fields_of(certificate):
        years = exact_text(reader.years.get(field, Fraction()))
        yield Question("years", field, field, years)


def _time(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    """Yield the questions about the reader's time, if a rule depends on it."""
    if all(rule.when.deadline_days_at_most is None for rule in _rules(certificate)):
        return
    days, hours = reader.deadline_days, reader.hours_per_week
    yield Question("deadline", "deadline", "deadline", "none" if days is None else str(days))
    yield Question("hours", "hours", "hours", "none" if hours is None else exact_text(hours))


def _goals(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    """Yield a question for each goal, in the words of the first rule that has some."""
    wordings: dict[str, str] = {}
    for rule in _rules(certificate):
        for goal in rule.when.goals if rule.question else ():
            wordings.setdefault(goal, rule.question or "")
    for goal in goals_of(certificate):
        known = "yes" if goal in reader.goals else "no"
        yield Question("goal", goal, goal, known, ("yes", "no"), wordings.get(goal))


def answered(given: Answers, replies: Iterable[tuple[Question, str]]) -> Answers:
    """Add replies to answers.

    Args:
        given: the answers so far.
        replies: questions with their replies: a level, a number, ``yes`` or ``no``, ``none``.

    Returns:
        The answers, with a reply in place of an earlier answer.

    """
    by_question: dict[str, dict[str, str]] = {}
    for question, reply in replies:
        by_question.setdefault(question.about, {})[question.id] = reply
    goals = by_question.get("goal", {})
    years = by_question.get("years", {})
    days = _number(by_question.get("deadline", {}))
    return given._replace(
        hours_per_week=_number(by_question.get("hours", {})) or given.hours_per_week,
        skills={**given.skills, **by_question.get("skill", {})},
        years={**given.years, **{field: Fraction(reply) for field, reply in years.items()}},
        goals=tuple(goal for goal, reply in goals.items() if reply == "yes"),
        deadline_days=None if days is None else int(days),
    )


def _number(replies: Mapping[str, str]) -> Fraction | None:
    """Return the reply to the one question in *replies*, if there is one and it is a number."""
    return next((Fraction(reply) for reply in replies.values() if reply != "none"), None)

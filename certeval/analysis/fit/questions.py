"""What the rules and prerequisites of a certificate need to know about a reader."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from certeval.analysis.rounding import exact_text
from certeval.model.certificate import Certificate
from certeval.model.reader import LEVELS, Answers, Reader


class Question(NamedTuple):
    """A question, and the answer that is known already.

    ``about`` is a skill (answered with one of ``choices``), a field of work (years), a goal (yes
    or no), the deadline (days), or the hours a week (a number).
    """

    about: Literal["skill", "years", "goal", "deadline", "hours"]
    id: str
    text: str
    answer: str
    choices: tuple[str, ...] = ()


def questions(certificate: Certificate, reader: Reader) -> tuple[Question, ...]:
    """What to ask a reader before saying whether *certificate* suits, each once."""
    asked = [
        *_skills(certificate, reader),
        *_fields(certificate, reader),
        *_rest(certificate, reader),
    ]
    return tuple({(item.about, item.id): item for item in asked}.values())


def goals_of(certificate: Certificate) -> tuple[str, ...]:
    """The goals that rules of *certificate* ask for."""
    rules = (*certificate.skip_if, *certificate.take_if)
    return tuple(dict.fromkeys(goal for rule in rules for goal in rule.when.goals))


def fields_of(certificate: Certificate) -> tuple[str, ...]:
    """The fields of work that rules of *certificate* ask about."""
    rules = (*certificate.skip_if, *certificate.take_if)
    return tuple(dict.fromkeys(rule.when.field for rule in rules if rule.when.field))


def _skills(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    rules = (*certificate.skip_if, *certificate.take_if)
    names = [item.skill for item in certificate.program.prerequisites]
    names += [name for rule in rules for name in (rule.when.lacks, rule.when.has) if name]
    for name in names:
        skill, title = reader.vocabulary.id(name), reader.vocabulary.title(name)
        yield Question("skill", skill, f"How well do you know {title}?", reader.level(name), LEVELS)


def _fields(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    for rule in (*certificate.skip_if, *certificate.take_if):
        if field := rule.when.field:
            known = exact_text(reader.years[field]) if field in reader.years else "0"
            yield Question("years", field, f"How many years have you worked in {field}?", known)


def _rest(certificate: Certificate, reader: Reader) -> Iterator[Question]:
    rules = (*certificate.skip_if, *certificate.take_if)
    if any(rule.when.deadline_days_at_most is not None for rule in rules):
        known = "none" if reader.deadline_days is None else str(reader.deadline_days)
        yield Question("deadline", "deadline", "In how many days do you need a result?", known)
        hours = "none" if reader.hours_per_week is None else exact_text(reader.hours_per_week)
        yield Question("hours", "hours", "How many hours per week do you have for it?", hours)
    words: dict[str, str] = {}
    for rule in rules:
        for goal in rule.when.goals if rule.question else ():
            words.setdefault(goal, rule.question or "")
    for goal in goals_of(certificate):
        known = "yes" if goal in reader.goals else "no"
        text = words.get(goal, f"Is this a goal of yours: {goal}?")
        yield Question("goal", goal, text, known, ("yes", "no"))


def answered(given: Answers, replies: Iterable[tuple[Question, str]]) -> Answers:
    """Return *given* with what was replied to questions.

    Args:
        given: the answers before.
        replies: questions with what was replied: a level, a number, ``yes`` or ``no``, ``none``.

    """
    said = list(replies)
    skills = {item.id: reply for item, reply in said if item.about == "skill"}
    years = {item.id: Fraction(reply) for item, reply in said if item.about == "years"}
    goals = tuple(item.id for item, reply in said if item.about == "goal" and reply == "yes")
    days = [int(reply) for item, reply in said if item.about == "deadline" and reply != "none"]
    hours = [Fraction(reply) for item, reply in said if item.about == "hours" and reply != "none"]
    return given._replace(
        hours_per_week=hours[0] if hours else given.hours_per_week,
        skills={**given.skills, **skills},
        years={**given.years, **years},
        goals=goals,
        deadline_days=days[0] if days else None,
    )

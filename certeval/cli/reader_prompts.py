"""Ask you, on a terminal, what the fit rules need to know."""

from collections.abc import Callable
from fractions import Fraction

from certeval.analysis.fit.questions import Question
from certeval.cli.prompts import prompt_until_valid, require_terminal
from certeval.cli.session import Session
from certeval.facade.inputs import HOURS_PER_WEEK


def reader_prompts(session: Session) -> Callable[[Question], str]:
    """Return a function that asks you a question, until the answer is valid.

    Raises:
        UsageError: there is no terminal.

    """
    require_terminal("give the answers as options, such as --skill")
    return lambda question: _prompt_for(session, question)


_TEXTS = {
    "skill": "How well do you know {}?",
    "years": "How many years have you worked in {}?",
    "deadline": "In how many days do you need a result?",
    "hours": "How many hours per week do you have for it?",
    "goal": "Is this a goal of yours: {}?",
}


def text_of(question: Question) -> str:
    """Return *question* in words: those of the certificate's file, if it has any."""
    return question.wording or _TEXTS[question.about].format(question.title)


def _prompt_for(session: Session, question: Question) -> str:
    """Ask *question*, and return the answer once it is valid."""
    choices = f" ({'/'.join(question.choices)})" if question.choices else ""
    wanted = f"one of: {', '.join(question.choices)}" if question.choices else "a number"

    def parse(reply: str) -> str | None:
        reply = reply.lower() or question.answer
        return reply if _is_answer(question, reply) else None

    text = f"{text_of(question)}{choices} [{question.answer}]: "
    return prompt_until_valid(session, text, parse, f"Please enter {wanted}.")


def _is_answer(question: Question, reply: str) -> bool:
    """Return whether *reply* is a valid answer to *question*."""
    if question.choices:
        return reply in question.choices
    if question.about == "deadline":
        return reply == "none" or reply.isdecimal()
    is_number = reply.replace(".", "", 1).isdecimal()
    if question.about == "hours":
        return reply == "none" or (is_number and 0 < Fraction(reply) <= HOURS_PER_WEEK)
    return is_number

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


def _prompt_for(session: Session, question: Question) -> str:
    """Ask *question*, and return the answer once it is valid."""
    choices = f" ({'/'.join(question.choices)})" if question.choices else ""
    wanted = f"one of: {', '.join(question.choices)}" if question.choices else "a number"

    def parse(said: str) -> str | None:
        said = said.lower() or question.answer
        return said if _is_answer(question, said) else None

    text = f"{question.text}{choices} [{question.answer}]: "
    return prompt_until_valid(session, text, parse, f"Please enter {wanted}.")


def _is_answer(question: Question, said: str) -> bool:
    if question.choices:
        return said in question.choices
    if question.about == "deadline":
        return said == "none" or said.isdecimal()
    is_number = said.replace(".", "", 1).isdecimal()
    if question.about == "hours":
        return said == "none" or (is_number and 0 < Fraction(said) <= HOURS_PER_WEEK)
    return is_number

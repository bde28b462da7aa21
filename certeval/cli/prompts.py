"""Ask questions on a terminal, until the answer is valid."""

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from certeval.cli.session import Session
from certeval.errors import UsageError

T = TypeVar("T")


def require_terminal(hint: str) -> None:
    """Require a terminal to ask questions on.

    Args:
        hint: the way to go without one.

    Raises:
        UsageError: standard input or standard error is not a terminal.

    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--ask needs a terminal", hint)


def prompt_until_valid(
    session: Session, text: str, parse: Callable[[str], T | None], retry: str
) -> T:
    """Prompt until *parse* returns a value.

    Typer's own prompt writes to standard output, too, where only the result may go.

    Args:
        session: what shows the question.
        text: the question.
        parse: returns the value of an answer, or None for an invalid one.
        retry: what to print after an invalid answer.

    Returns:
        The first valid value.
    """
    while True:
        session.prompt(text)
        line = sys.stdin.buffer.readline().decode(sys.stdin.encoding, "replace")
        if not line:
            raise typer.Abort
        found = parse(line.strip())
        if found is not None:
            return found
        session.note(retry)

"""Questions that are asked on a terminal, and asked again until the answer is understood."""

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from certeval.cli.session import Session
from certeval.errors import UsageError

T = TypeVar("T")


def require_terminal(hint: str) -> None:
    """That there is somebody to ask; *hint* says what to do without.

    Raises:
        UsageError: there is not.

    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--ask needs a terminal", hint)


def prompt_until_valid(
    session: Session, text: str, parse: Callable[[str], T | None], retry: str
) -> T:
    """What the person types, as *parse* reads it; where that is None, *retry* says what to.

    Typer's own prompt writes to standard output as well, where only the result may go.
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

"""Questions that are asked on a terminal, and asked again until the answer is understood."""

import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from certeval.cli.session import Session
from certeval.errors import UsageError

T = TypeVar("T")


def demand_terminal(instead: str) -> None:
    """That there is somebody to ask; *instead* says what to do without.

    Raises:
        UsageError: there is not.

    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("--ask needs a terminal", instead)


def answer(session: Session, text: str, understood: Callable[[str], T | None], again: str) -> T:
    """What the person types, as *understood* reads it; where that is None, *again* says what to.

    Typer's own prompt writes to standard output as well, where only the result may go.
    """
    while True:
        session.prompt(text)
        line = sys.stdin.buffer.readline().decode(sys.stdin.encoding, "replace")
        if not line:
            raise typer.Abort
        found = understood(line.strip())
        if found is not None:
            return found
        session.note(again)

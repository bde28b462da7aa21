"""``certeval list``."""

from enum import StrEnum
from shlex import quote
from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.write import listing


class Kinds(StrEnum):
    """What can be listed."""

    certificates = "certificates"
    audiences = "audiences"
    rubrics = "rubrics"
    roles = "roles"
    markets = "markets"
    skills = "skills"
    measures = "measures"


@command
def main(
    session: Session,
    kinds: Annotated[
        Kinds | None,
        typer.Argument(
            metavar="KIND",
            help=f"List one kind: {', '.join(Kinds)}. [default: all but the last two]",
        ),
    ] = None,
) -> int | None:
    """List what the library has, and in which files.

    Examples:
      certeval list
      certeval list measures
    """
    found = listing(kinds.removesuffix("s") if kinds else None, library=session.library)
    session.show(found)
    for path in dict.fromkeys(problem.path for problem in found.problems):
        session.note(f"warning: {path} has errors; run 'certeval check {quote(path)}' to see them")
    return None

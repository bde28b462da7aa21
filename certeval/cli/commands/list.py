"""``certeval list``."""

from enum import StrEnum
from shlex import quote
from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.session import Session


class Kinds(StrEnum):
    """What can be listed."""

    certificates = "certificates"
    audiences = "audiences"
    rubrics = "rubrics"
    roles = "roles"
    skills = "skills"


@command
def main(
    session: Session,
    kinds: Annotated[
        Kinds | None,
        typer.Argument(
            metavar="KIND",
            help=f"List one kind: {', '.join(Kinds)}. [default: all but skills]",
        ),
    ] = None,
) -> int | None:
    """List what the library has, and in which files.

    Examples:
      certeval list
      certeval list certificates --format json
    """
    from certeval.library.listing import list_definitions

    listing = list_definitions(
        session.library.folders, *([kinds.removesuffix("s")] if kinds else [])
    )
    session.show(listing)
    for path in dict.fromkeys(problem.path for problem in listing.problems):
        session.note(f"warning: {path} has errors; run 'certeval check {quote(path)}' to see them")
    return None

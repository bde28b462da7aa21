"""``certeval list``."""

from decimal import Decimal
from enum import StrEnum
from shlex import quote
from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.options import named, parsed
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.catalog import listing


class Kinds(StrEnum):
    """What can be listed."""

    certificates = "certificates"
    audiences = "audiences"
    rubrics = "rubrics"
    roles = "roles"
    markets = "markets"
    skills = "skills"
    measures = "measures"


class Level(StrEnum):
    """The levels that providers give."""

    beginner = "beginner"
    intermediate = "intermediate"
    advanced = "advanced"


def _complete(incomplete: str) -> list[str]:
    """Complete a kind."""
    return [kind for kind in Kinds if kind.startswith(incomplete)]


@command
def main(
    session: Session,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KIND|WORD",
            help=f"One kind ({', '.join(Kinds)}; by default all but the last two), or words to "
            "search for in titles, ids and providers.",
            autocompletion=_complete,
        ),
    ] = None,
    provider: Annotated[
        str | None,
        typer.Option("--provider", metavar="NAME", help="Only certificates of this provider."),
    ] = None,
    skills: Annotated[
        list[str] | None,
        typer.Option(
            "--skill",
            metavar="SKILL",
            help="Only certificates that teach this skill, or exams on it (repeatable).",
        ),
    ] = None,
    level: Annotated[
        Level | None,
        typer.Option(
            "--level",
            metavar="LEVEL",
            help=f"Only certificates of this level: {', '.join(Level)}.",
        ),
    ] = None,
    max_price: Annotated[
        Decimal | None,
        parsed(
            "--max-price",
            "USD",
            inputs.amount,
            "Only certificates that cost at most this: a month of the subscription, an attempt at "
            "the exam, or the program.",
        ),
    ] = None,
    role: Annotated[
        str | None,
        named("--role", kind="role", text="Only certificates that teach a core skill of this job."),
    ] = None,
) -> int | None:
    """List what the library has, or search it for certificates.

    Examples:
      certeval list google data
      certeval list --skill python --level beginner
    """
    first, *others = words or [""]
    kind = first.removesuffix("s") if first in set(Kinds) else None
    found = listing(
        kind,
        words=others if kind else words,
        provider=provider,
        skills=skills,
        level=level.value if level else None,
        max_price=max_price,
        role=role,
        library=session.library,
    )
    session.show(found)
    for path in dict.fromkeys(problem.path for problem in found.problems):
        session.note(f"warning: {path} has errors; run 'certeval check {quote(path)}' to see them")
    return None

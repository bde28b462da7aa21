"""Options and arguments that several commands share, and what their values mean.

Completing an id lists file names only, so nothing heavy is imported here.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from certeval.cli.output import ColorChoice
from certeval.errors import LibraryError, UsageError
from certeval.library.folders import FOLDERS, files, library_folders
from certeval.render.formats import Format

KINDS = tuple(FOLDERS)


class Kind(StrEnum):
    """The kinds of definition."""

    certificate = "certificate"
    audience = "audience"
    rubric = "rubric"
    role = "role"


def complete_id(*kinds: str) -> Callable[[typer.Context, str], list[str]]:
    """A completion of the ids of *kinds*: the names of the files in the library's folders."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            folders = library_folders(ctx.params.get("library") or ())
        except LibraryError:
            return []
        found = [name for kind in kinds for name, _ in files(kind, folders)]
        return [name for name in found if name.startswith(incomplete)]

    return complete


CertificateArgument = Annotated[
    str,
    typer.Argument(
        metavar="CERT",
        help="A certificate: its id, a YAML file, or - for standard input.",
        autocompletion=complete_id("certificate"),
    ),
]
AudienceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--audience",
        "-a",
        envvar="CERTEVAL_AUDIENCE",
        metavar="AUDIENCE",
        help="Who reads: an audience's id or file. May be repeated. "
        "Without it, the rubric's primary audience.",
        autocompletion=complete_id("audience"),
        show_envvar=False,
    ),
]
RubricOption = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar="RUBRIC",
        help="Judge by this rubric (id or file), not by the certificate's own.",
        autocompletion=complete_id("rubric"),
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format", "-f", envvar="CERTEVAL_FORMAT", show_envvar=False, help="How to print."
    ),
]
OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to this file, whole or not at all; - is stdout.",
    ),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set", metavar="CRITERION=SCORE", help="Try another raw score. May be repeated."
    ),
]
WeightOption = Annotated[
    list[str] | None,
    typer.Option(
        "--weight", metavar="CRITERION=PERCENT", help="Try another weight. May be repeated."
    ),
]
NormalizeOption = Annotated[
    bool, typer.Option("--normalize", help="Rescale weights that do not add up to 100 %.")
]
LibraryOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help="Look for definitions here first. May be repeated; so can CERTEVAL_LIBRARY list them.",
    ),
]
ColorOption = Annotated[
    ColorChoice,
    typer.Option("--color", envvar="CERTEVAL_COLOR", show_envvar=False, help="Style the table."),
]
DebugOption = Annotated[
    bool,
    typer.Option("--debug", help="Should certeval itself fail, print the whole traceback."),
]


def assignments(option: str, values: Sequence[str] | None) -> dict[str, Decimal]:
    """``["accessibility=5.5"]`` as exact numbers by criterion.

    Raises:
        UsageError: not NAME=NUMBER, not a number, or a name twice.

    """
    found: dict[str, Decimal] = {}
    for value in values or ():
        name, equals, text = value.partition("=")
        if not (equals and name):
            raise UsageError(
                f"{option} '{value}': expected CRITERION=NUMBER", f"for example {option} name=7.5"
            )
        if name in found:
            raise UsageError(f"{option}: '{name}' is given twice", "keep one of them")
        found[name] = number(f"{option} {name}", text)
    return found


def number(option: str, text: str) -> Decimal:
    """*text* as an exact number.

    Raises:
        UsageError: it is none.

    """
    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import read_number

    try:
        return read_number(text.strip())
    except PydanticCustomError as error:
        details = error.context or {}
        raise UsageError(f"{option}: {details['message']}", details["hint"]) from None

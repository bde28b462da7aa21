"""Options and arguments that several commands share.

Completing an id lists file names only, so nothing heavy is imported here.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from certeval.cli.output import ColorChoice
from certeval.errors import LibraryError
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
CertificatesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="CERT...",
        help="Certificates: ids, YAML files, or - for standard input.",
        autocompletion=complete_id("certificate"),
    ),
]
AudiencesOption = Annotated[
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
AudienceOption = Annotated[
    str | None,
    typer.Option(
        "--audience",
        "-a",
        envvar="CERTEVAL_AUDIENCE",
        metavar="AUDIENCE",
        help="Who reads: an audience's id or file. Without it, the rubric's primary audience.",
        autocompletion=complete_id("audience"),
        show_envvar=False,
    ),
]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="The job aimed at: a role's id or file. Without it, the audience's target role.",
        autocompletion=complete_id("role"),
    ),
]
HaveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--have",
        metavar="CERT",
        help="A certificate that you hold, beside those of the audience. May be repeated.",
        autocompletion=complete_id("certificate"),
    ),
]
SkillOption = Annotated[
    list[str] | None,
    typer.Option(
        "--skill",
        metavar="SKILL=LEVEL",
        help="What you know: none, basic, working or fluent. May be repeated.",
    ),
]
HoursPerWeekOption = Annotated[
    str | None,
    typer.Option("--hours-per-week", metavar="HOURS", help="Your hours, not the audience's."),
]
RaiseOption = Annotated[
    str | None, typer.Option("--raise", metavar="USD", help="A raise that it may bring, a year.")
]
TodayOption = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        envvar="CERTEVAL_TODAY",
        show_envvar=False,
        help="The day to judge by which facts are old, as 2026-01-31.",
    ),
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

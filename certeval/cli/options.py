"""Options and arguments that several commands share, each typed by its parser.

Completing an id lists file names only, so nothing heavy is imported here.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from certeval.cli import parsers
from certeval.cli.output import ColorChoice
from certeval.cli.parsers import Pair
from certeval.errors import LibraryError
from certeval.facade import inputs
from certeval.library.folders import FOLDERS, files, library_folders
from certeval.render.formats import Format

KINDS = tuple(FOLDERS)


class Kind(StrEnum):
    """The kinds of definition."""

    certificate = "certificate"
    audience = "audience"
    rubric = "rubric"
    role = "role"
    market = "market"


class By(StrEnum):
    """What to judge by."""

    opinion = "opinion"
    evidence = "evidence"


def complete_id(*kinds: str) -> Callable[[typer.Context, str], list[str]]:
    """Complete the ids of *kinds*: the names of the files in the library's folders."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            folders = library_folders(ctx.params.get("library") or ())
        except LibraryError:
            return []
        found = [name for kind in kinds for name, _ in files(kind, folders)]
        return [name for name in found if name.startswith(incomplete)]

    return complete


def flag(name: str, text: str) -> Any:
    """Return the option *name*, which has no value, with the help *text*."""
    return typer.Option(name, help=text)


def parsed(name: str, metavar: str, check: Callable[..., Any], text: str, **more: Any) -> Any:
    """Return the option *name* whose value *check* turns into a typed one.

    Args:
        name: the option as it is written.
        metavar: the placeholder of the value in the help.
        check: a check of ``certeval.facade.inputs``; it gets the value and the option.
        text: the help.
        more: further arguments of *check*.

    """
    return typer.Option(
        name,
        metavar=metavar,
        help=text,
        parser=parsers.for_typer(lambda value: check(value, name, **more)),
    )


def pairs(name: str, metavar: str, example: str, check: Callable[..., Any], text: str) -> Any:
    """Return a repeatable option ``NAME=VALUE``, which names each thing once.

    Args:
        name: the option as it is written.
        metavar: the form of the value, such as ``SKILL=LEVEL``.
        example: a value of that form, for errors.
        check: a check of ``certeval.facade.inputs``; it gets the value, the option and the name.
        text: the help.

    """
    return typer.Option(
        name,
        metavar=metavar,
        help=f"{text} (repeatable).",
        parser=parsers.for_typer(
            lambda value: parsers.parse_pair(name, value, metavar, example, check)
        ),
        callback=lambda value: parsers.require_distinct(name, value),
    )


def named(*names: str, kind: str, text: str, **more: Any) -> Any:
    """Return an option whose value is the id or the file of a definition of that *kind*."""
    metavar = "CERT" if kind == "certificate" else kind.upper()
    return typer.Option(
        *names, metavar=metavar, help=text, autocompletion=complete_id(kind), **more
    )


def audience(text: str) -> Any:
    """Return the option ``--audience`` with the help *text*; the environment may set it."""
    return named(
        "--audience", "-a", kind="audience", text=text,
        envvar="CERTEVAL_AUDIENCE", show_envvar=False,
    )  # fmt: skip


CertificateArgument = Annotated[
    str,
    typer.Argument(
        metavar="CERT",
        help="The certificate: an id, a YAML file, or - for standard input.",
        autocompletion=complete_id("certificate"),
    ),
]
CertificatesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="CERT",
        help="The certificates: ids, YAML files, or - for standard input.",
        autocompletion=complete_id("certificate"),
    ),
]
AudiencesOption = Annotated[
    list[str] | None,
    audience(
        "The audience to score for: an id or a file (repeatable). "
        "[default: the rubric's primary audience]"
    ),
]
AudienceOption = Annotated[
    str | None,
    audience("Your audience: an id or a file. [default: the rubric's primary audience]"),
]
RubricOption = Annotated[
    str | None,
    named(
        "--rubric",
        kind="rubric",
        text="Use this rubric, an id or a file, instead of the certificate's own.",
    ),
]
RoleOption = Annotated[
    str | None,
    named(
        "--role",
        kind="role",
        text="The job you aim for: an id or a file. [default: the audience's target role]",
    ),
]
HaveOption = Annotated[
    list[str] | None,
    named(
        "--have",
        kind="certificate",
        text="A certificate you already hold, in addition to the audience's (repeatable).",
    ),
]
ScoresOption = Annotated[
    list[Pair] | None,
    pairs("--set", "CRITERION=SCORE", "name=7.5", inputs.entry, "Override a score"),
]
WeightsOption = Annotated[
    list[Pair] | None,
    pairs("--weight", "CRITERION=PERCENT", "name=35", inputs.number, "Override a weight"),
]
ByOption = Annotated[
    By | None,
    typer.Option(
        "--by",
        metavar="WHAT",
        help="Judge by a reviewer's opinion or by evidence; they are never mixed. "
        "[default: opinion if all have one]",
    ),
]
NormalizeOption = Annotated[
    bool, flag("--normalize", "Rescale weights that do not add up to 100%.")
]
SkillsOption = Annotated[
    list[Pair] | None,
    pairs(
        "--skill",
        "SKILL=LEVEL",
        "python=basic",
        inputs.level,
        "How well you know a skill: none, basic, working or fluent",
    ),
]
HoursPerWeekOption = Annotated[
    Fraction | None,
    parsed(
        "--hours-per-week",
        "HOURS",
        inputs.hours_per_week,
        "Your study hours per week; overrides the audience's.",
    ),
]
PriceOption = Annotated[
    Decimal | None,
    parsed(
        "--price",
        "USD",
        inputs.amount,
        "Price to assume: per month, per attempt or for the whole program.",
    ),
]
RaiseOption = Annotated[
    Decimal | None,
    parsed("--raise", "USD", inputs.amount, "The raise you expect, per year."),
]
SalaryOption = Annotated[
    Decimal | None,
    parsed(
        "--salary",
        "USD",
        inputs.amount,
        "Your current salary per year, compared with the role's entry wage.",
    ),
]
TodayOption = Annotated[
    date | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        envvar="CERTEVAL_TODAY",
        show_envvar=False,
        parser=parsers.for_typer(lambda text: parsers.parse_date("--today", text)),
        help="The date that decides which facts are out of date. [default: today]",
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        envvar="CERTEVAL_FORMAT",
        show_envvar=False,
        help=f"Output format: {', '.join(Format)}.",
    ),
]
OutputOption = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        help="Write to FILE instead of standard output; .md, .json or .csv sets the format.",
    ),
]
LibraryOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help="A library folder to search first (repeatable). CERTEVAL_LIBRARY lists more.",
    ),
]
ColorOption = Annotated[
    ColorChoice,
    typer.Option(
        "--color",
        metavar="WHEN",
        envvar="CERTEVAL_COLOR",
        show_envvar=False,
        help=f"Color the table: {', '.join(ColorChoice)}.",
    ),
]
DebugOption = Annotated[bool, flag("--debug", "Print the traceback if certeval itself fails.")]

"""Options and arguments that several commands share, and what their values mean.

Completing an id lists file names only, so nothing heavy is imported here.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from certeval.cli.output import ColorChoice
from certeval.errors import LibraryError, UsageError
from certeval.library.folders import FOLDERS, files, library_folders
from certeval.render.formats import Format

if TYPE_CHECKING:
    from certeval.model.scalars import PartialDate

KINDS = tuple(FOLDERS)
HOURS_A_WEEK = 168


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
ReaderOption = Annotated[
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


def assignments(option: str, values: Sequence[str] | None) -> dict[str, Decimal]:
    """``["accessibility=5.5"]`` as exact numbers by criterion.

    Raises:
        UsageError: not NAME=NUMBER, not a number, or a name twice.

    """
    given = pairs(option, values, "CRITERION=NUMBER", "name=7.5")
    return {name: number(f"{option} {name}", text) for name, text in given.items()}


def pairs(option: str, values: Sequence[str] | None, shape: str, example: str) -> dict[str, str]:
    """``["python=fluent"]`` as values by name.

    Raises:
        UsageError: not of that *shape*, or a name twice.

    """
    found: dict[str, str] = {}
    for value in values or ():
        name, equals, text = value.partition("=")
        if not (equals and name and text):
            raise UsageError(
                f"{option} '{value}': expected {shape}", f"for example {option} {example}"
            )
        if name in found:
            raise UsageError(f"{option}: '{name}' is given twice", "keep one of them")
        found[name] = text
    return found


def positive(option: str, text: str | None, *, zero: bool = False) -> Decimal | None:
    """*text* as an exact number above 0 (or from 0 on, with *zero*); None stays None.

    Raises:
        UsageError: it is none.

    """
    if text is None:
        return None
    found = number(option, text)
    if found < 0 or (found == 0 and not zero):
        raise UsageError(f"{option}: must {'not be negative' if zero else 'be greater than 0'}")
    return found


def rate(text: str | None) -> Fraction | None:
    """The hours a week that ``--hours-per-week`` gives, at most all that a week has.

    Raises:
        UsageError: no number above 0, or too many.

    """
    found = positive("--hours-per-week", text)
    if found is not None and found > HOURS_A_WEEK:
        raise UsageError(f"--hours-per-week: a week has {HOURS_A_WEEK} hours")
    return None if found is None else Fraction(found)


def span(option: str, text: str) -> tuple[Decimal, Decimal]:
    """``120-150``, or ``120`` for both ends, as exact numbers.

    Raises:
        UsageError: it is neither, or upside down.

    """
    parts = text.split("-")
    if len(parts) > len(("low", "high")) or not all(parts):
        raise UsageError(f"{option}: expected LOW-HIGH, found '{text}'", "for example 120-150")
    ends = [number(option, part) for part in parts]
    if min(ends) <= 0:
        raise UsageError(f"{option}: must be greater than 0")
    if ends[-1] < ends[0]:
        raise UsageError(f"{option}: {ends[-1]:f} is less than {ends[0]:f}")
    return ends[0], ends[-1]


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


def day(text: str | None) -> "PartialDate":
    """*text* as a day, or today.

    Raises:
        UsageError: it is no whole date.

    """
    from datetime import date

    from pydantic_core import PydanticCustomError

    from certeval.model.scalars import PartialDate, read_partial_date

    if text is None:
        now = date.today()  # noqa: DTZ011 - the reader's own day
        return PartialDate(now.year, now.month, now.day)
    try:
        found = read_partial_date(text)
    except PydanticCustomError as error:
        message = (error.context or {})["message"]
        raise UsageError(f"--today: {message}", "write 2026-01-31") from None
    if found.day is None:
        raise UsageError(f"--today: '{text}' is no whole date", "write 2026-01-31")
    return found

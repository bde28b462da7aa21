"""``certeval check``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.write import check


class CheckFormat(StrEnum):
    """How problems can be printed."""

    text = "text"
    json = "json"
    github = "github"
    sarif = "sarif"


@command
def main(
    session: Session,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Files or folders to check. [default: the library]"),
    ] = None,
    form: Annotated[
        CheckFormat,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"Output format: {', '.join(CheckFormat)}."
        ),
    ] = CheckFormat.text,
) -> int | None:
    """Validate definition files, and show how to fix each problem.

    Exits 1 if there are problems, 2 if a file could not be read.

    Examples:
      certeval check
      certeval check --format sarif
    """
    from certeval.render.diagnostics import REPORTS

    report = check(paths or (), library=session.library)
    session.write(REPORTS[form](report))
    return report.exit_code

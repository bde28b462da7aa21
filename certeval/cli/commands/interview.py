"""``certeval interview``."""

from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.render.formats import Format


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    soar: Annotated[
        bool, typer.Option("--soar", help="Write a Markdown worksheet, a story a project.")
    ] = False,
    rubric: options.RubricOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Which interview questions does it prepare for, and what should I have ready?

    Examples:
      certeval interview ibm-ml
      certeval interview ibm-ml --soar --output soar.md
    """
    from certeval.analysis.interview import interview, worksheet
    from certeval.cli.setting import asked

    found = asked(session, certificate, None, today=today, rubric=rubric)
    if soar:
        session.format = Format.markdown if session.format == Format.table else session.format
    answer = worksheet if soar else interview
    session.show(answer(found.setting, found.freshness))
    return None

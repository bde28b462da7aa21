"""``certeval interview``."""

from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import plan
from certeval.render.formats import Format


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    worksheet: Annotated[
        bool,
        options.flag("--worksheet", "Write a Markdown worksheet with one SOAR story per project."),
    ] = False,
    soar: Annotated[bool, typer.Option("--soar", hidden=True)] = False,  # the old name
    rubric: options.RubricOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """List the interview questions a certificate prepares you for.

    Examples:
      certeval interview ibm-ml
      certeval interview ibm-ml --worksheet -o soar.md
    """
    if worksheet or soar:
        session.format = Format.markdown if session.format == Format.table else session.format
    ask = plan.worksheet if worksheet or soar else plan.interview
    session.show(ask(certificate, rubric=rubric, today=today, library=session.library))
    return None

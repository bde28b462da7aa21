"""``certeval interview``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.render.formats import Format


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    worksheet: Annotated[
        bool,
        options.flag("--worksheet", "Write a Markdown worksheet with one SOAR story per project."),
    ] = False,
    soar: Annotated[bool, typer.Option("--soar", hidden=True)] = False,  # its old name
    rubric: options.RubricOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """List the interview questions a certificate prepares you for.

    Examples:
      certeval interview ibm-ml
      certeval interview ibm-ml --worksheet -o soar.md
    """
    from certeval.analysis.interview import interview
    from certeval.analysis.interview import worksheet as blank_worksheet
    from certeval.library.loading_context import load_context

    day = parsers.as_partial_date(today)
    context = load_context(session.library, certificate, None, rubric, today=day)
    if worksheet or soar:
        session.format = Format.markdown if session.format == Format.table else session.format
    answer = blank_worksheet if worksheet or soar else interview
    session.show(answer(context))
    return None

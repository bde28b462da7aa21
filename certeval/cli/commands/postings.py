"""``certeval postings``."""

from pathlib import Path
from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.facade.market import postings


@command
def main(
    session: Session,
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="Folders of text files, CSV and JSON Lines files, or - for standard input.",
        ),
    ],
    role: Annotated[
        str,
        options.named(
            "--role", kind="role", text="The job that the postings are for: an id or a file."
        ),
    ],
    text_column: Annotated[
        str | None,
        typer.Option(
            "--text-column",
            metavar="COLUMN",
            help="The column or key with the text. [default: a usual one, such as description]",
        ),
    ] = None,
    show: Annotated[
        str | None,
        typer.Option(
            "--show",
            metavar="NAME",
            help="Print examples of this certificate or skill, with a few words around.",
        ),
    ] = None,
    region: Annotated[
        str | None, typer.Option("--region", metavar="REGION", help="Where the jobs are.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DATE",
            envvar="CERTEVAL_TODAY",
            show_envvar=False,
            help="When the postings were published: 2026, 2026-11 or 2026-11-30. [default: today]",
        ),
    ] = None,
    save: Annotated[
        bool, options.flag("--save", "Write the counts, but no text, to your own library.")
    ] = False,
    replace: Annotated[
        bool, options.flag("--replace", "Allow --save to overwrite an existing file.")
    ] = False,
) -> int | None:
    """Count the certificates and skills that job postings name.

    Repeats count once. A name counts in whole words, whatever its case; an ambiguous one, such as
    R or Excel, needs a telling word near it.

    Examples:
      certeval postings jobs --role data-analyst
      certeval postings jobs.csv --role ml-engineer --show aws
    """
    if replace and not save:
        raise UsageError("--replace needs --save", "add --save")
    if save:
        from certeval.cli.market_file import require_free, save_market

        require_free(session, role, region, date, replace=replace)
    session.inputs += paths
    result = postings(
        paths, role=role, text_column=text_column, region=region, date=date, show=show,
        library=session.library,
    )  # fmt: skip
    session.report_problems(result.problems, result.problem_count)
    if save:
        save_market(session, result)
    session.show(result)
    return None

"""``certeval show``."""

from enum import StrEnum
from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.write import definition as view


class ShowFormat(StrEnum):
    """How a definition can be printed; ``yaml`` is its file unchanged."""

    table = "table"
    json = "json"
    csv = "csv"
    markdown = "markdown"
    yaml = "yaml"


@command
def main(
    session: Session,
    definition: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The definition: an id, a YAML file, or - for standard input.",
            autocompletion=options.complete_id(*options.KINDS),
        ),
    ],
    kind: Annotated[
        options.Kind | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=f"The kind, if several definitions share the id: {', '.join(options.Kind)}.",
        ),
    ] = None,
    form: Annotated[
        ShowFormat,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            envvar="CERTEVAL_FORMAT",
            show_envvar=False,
            help=f"Output format: {', '.join(ShowFormat)}; yaml prints the file unchanged.",
        ),
    ] = ShowFormat.table,
    today: options.TodayOption = None,
) -> int | None:
    """Print a definition in readable form.

    Examples:
      certeval show ibm-ml
      certeval show payback-weeks
    """
    found = view(definition, kind=kind, today=today, library=session.library)
    if form is ShowFormat.yaml:
        session.write(found.text)
    else:
        session.show(found)
    return None

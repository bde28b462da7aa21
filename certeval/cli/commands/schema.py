"""``certeval schema``."""

from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.parsers import for_typer
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.facade.write import schema
from certeval.library.folders import FOLDERS
from certeval.render.formats import Format
from certeval.render.kinds import KINDS as RESULTS

KINDS = (*FOLDERS, "skills", *RESULTS)
"""The kinds with a schema: of definitions, which people write, and of results, printed as JSON."""


def _json_only(text: str) -> Format:
    """Accept ``--format json``, which scripts may give everywhere.

    Raises:
        UsageError: another format is asked for.

    """
    if text != Format.json:
        raise UsageError(f"--format {text}: a schema is always JSON", "leave --format out")
    return Format.json


@command
def main(
    session: Session,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=f"One of {', '.join(KINDS)}.",
            autocompletion=lambda incomplete: [
                name for name in KINDS if name.startswith(incomplete)
            ],
        ),
    ],
    form: Annotated[  # noqa: ARG001 - the session has it
        Format, typer.Option("--format", "-f", hidden=True, parser=for_typer(_json_only))
    ] = Format.json,
) -> int | None:
    """Print the JSON Schema of a kind of definition, or of a result.

    Examples:
      certeval schema certificate
      certeval schema scorecard --output card.schema.json
    """
    session.write(schema(kind))
    return None

"""``certeval schema``."""

from enum import StrEnum
from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.render.formats import Format


class SchemaKind(StrEnum):
    """The kinds with a schema: definitions that people write, JSON that is printed."""

    certificate = "certificate"
    audience = "audience"
    rubric = "rubric"
    role = "role"
    skills = "skills"
    scorecard = "scorecard"
    scorecards = "scorecards"
    review = "review"
    verdict = "verdict"
    cost = "cost"
    fit = "fit"
    curriculum = "curriculum"
    gaps = "gaps"
    stack = "stack"
    overlap = "overlap"
    interview = "interview"
    worksheet = "worksheet"
    comparison = "comparison"
    ranking = "ranking"
    what_if = "what-if"
    target = "target"
    sensitivity = "sensitivity"
    robustness = "robustness"
    weights = "weights"
    listing = "listing"
    definition = "definition"
    check = "check"
    error = "error"


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
        SchemaKind,
        typer.Argument(metavar="KIND", help=f"One of {', '.join(SchemaKind)}."),
    ],
    form: Annotated[  # noqa: ARG001 - the session has it
        Format, typer.Option("--format", "-f", hidden=True, parser=_json_only)
    ] = Format.json,
) -> int | None:
    """Print the JSON Schema of a kind of definition, or of a result.

    Examples:
      certeval schema certificate
      certeval schema scorecard --output card.schema.json
    """
    from certeval.render.schema import schema_text

    session.write(schema_text(kind))
    return None

"""``certeval schema``."""

from enum import StrEnum
from typing import Annotated

import typer

from certeval.cli.command import command
from certeval.cli.session import Session


class SchemaKind(StrEnum):
    """What there is a schema of: definitions that people write, JSON that is printed."""

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


class SchemaFormat(StrEnum):
    """A JSON Schema is JSON."""

    json = "json"


@command
def main(
    session: Session,
    kind: Annotated[
        SchemaKind,
        typer.Argument(metavar="KIND", show_choices=False, help=f"One of {', '.join(SchemaKind)}."),
    ],
    form: Annotated[  # noqa: ARG001 - scripts may say --format json everywhere
        SchemaFormat, typer.Option("--format", "-f", help="How to print.")
    ] = SchemaFormat.json,
) -> int | None:
    """Which fields does a definition, or the JSON output, have?

    Examples:
      certeval schema certificate
      certeval schema scorecard --output scorecard.schema.json
    """
    from certeval.render.schema import schema_text

    session.write(schema_text(kind))
    return None

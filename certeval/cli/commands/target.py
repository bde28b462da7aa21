"""``certeval target``."""

from decimal import Decimal
from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.explore import target


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    score: Annotated[
        Decimal,
        options.parsed("--score", "TOTAL", inputs.number, "The total to reach."),
    ],
    exceed: Annotated[bool, options.flag("--exceed", "Require more than that total.")] = False,
    printed: Annotated[
        bool, options.flag("--printed", "Aim for the printed rating, which is rounded.")
    ] = False,
    raised: Annotated[
        list[str] | None,
        typer.Option(
            "--raise",
            metavar="CRITERION",
            help="Raise these criteria by the same amount (repeatable).",
        ),
    ] = None,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    scores: options.ScoresOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show what it would take to reach a score, and where points are lost.

    Examples:
      certeval target ibm-ml --score 8.0
      certeval target ibm-ml --score 8 --raise hiring
    """
    session.show(
        target(
            certificate, score=score, exceed=exceed, printed=printed, raised=raised,
            audience=audience, rubric=rubric, scores=scores, weights=weights,
            normalize=normalize, by=by.value if by else None, role=role, today=today,
            library=session.library,
        )
    )  # fmt: skip
    return None

"""``certeval target``."""

from decimal import Decimal
from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    score_wanted: Annotated[
        Decimal,
        options.parsed("--score", "TOTAL", parsers.parse_number, "The total to reach."),
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
    overrides: options.ScoresOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    today: options.TodayOption = None,
) -> int | None:
    """Show what it would take to reach a score, and where points are lost.

    Examples:
      certeval target ibm-ml --score 8.0
      certeval target ibm-ml --score 8 --raise hiring
    """
    from certeval.analysis.goal_seek.goal import Goal
    from certeval.analysis.goal_seek.target import target
    from certeval.analysis.score import score
    from certeval.library.loading import load

    goal = Goal(score_wanted, exceed, printed)
    day = parsers.as_partial_date(today)
    readers = [audience] if audience else None
    (case,) = load(session.library, [certificate], readers, rubric).cases(day)
    scores, percent = dict(overrides or ()), dict(weights or ())
    card = score(case, overrides=scores, weights=percent, normalize=normalize)
    session.show(target(card, case.rubric, goal, raised or ()))
    return None

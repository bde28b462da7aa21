"""``certeval target``."""

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
        str, typer.Option("--score", metavar="SCORE", help="The total to reach, on the scale.")
    ],
    exceed: Annotated[bool, typer.Option("--exceed", help="Be above it, not just at it.")] = False,
    printed: Annotated[
        bool, typer.Option("--printed", help="Mean the rating as it is printed, rounded.")
    ] = False,
    raised: Annotated[
        list[str] | None,
        typer.Option(
            "--raise",
            metavar="CRITERION",
            help="Raise this by as much as the others so named. May be repeated.",
        ),
    ] = None,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    overrides: options.SetOption = None,
    weights: options.WeightOption = None,
    normalize: options.NormalizeOption = False,
    today: options.TodayOption = None,
) -> int | None:
    """What would it take to reach a score, and where are the points?

    Examples:
      certeval target ibm-ml --score 8.0
      certeval target ibm-ml --score 8 --raise hiring-impact --raise accessibility
    """
    from certeval.analysis.citation import Freshness
    from certeval.analysis.goal_seek.goal import Goal
    from certeval.analysis.goal_seek.target import target
    from certeval.analysis.score import score
    from certeval.library.cases import load_cases

    goal = Goal(parsers.parse_number("--score", score_wanted), exceed, printed)
    raw = parsers.parse_assignments("--set", overrides)
    percent = parsers.parse_assignments("--weight", weights)
    day = parsers.parse_date(today)
    readers = [audience] if audience else None
    (case,) = load_cases(session.library, certificate, readers, rubric)
    card = score(
        case,
        overrides=raw,
        weights=percent,
        normalize=normalize,
        freshness=Freshness(day, case.rubric.facts_fresh_for_months),
    )
    session.show(target(card, case.rubric, goal, raised or ()))
    return None

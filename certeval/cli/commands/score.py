"""``certeval score``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudiencesOption = None,
    all_audiences: Annotated[
        bool, typer.Option("--all-audiences", help="Score for every audience in the library.")
    ] = False,
    rubric: options.RubricOption = None,
    overrides: options.SetOption = None,
    weights: options.WeightOption = None,
    normalize: options.NormalizeOption = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Add the reasons, where they come from, and sources.")
    ] = False,
    min_score: Annotated[
        str | None,
        typer.Option("--min-score", metavar="RATING", help="Exit 1 if the rating is below this."),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """Is it worth it, for this reader? The score, criterion by criterion.

    Examples:
      certeval score ibm-ml --audience career-changer
      certeval score ibm-ml --all-audiences --format markdown
    """
    from certeval.analysis.citation import Freshness
    from certeval.analysis.score import score, scorecards
    from certeval.analysis.threshold import shortfall
    from certeval.library.cases import load_cases

    raw = parsers.parse_assignments("--set", overrides)
    percent = parsers.parse_assignments("--weight", weights)
    least = parsers.parse_number("--min-score", min_score) if min_score is not None else None
    readers = [*session.library.ids("audience"), *(audience or ())] if all_audiences else audience
    cases = load_cases(session.library, certificate, readers, rubric, primary_first=all_audiences)
    day = parsers.parse_date(today)
    cards = [
        score(
            case,
            overrides=raw,
            weights=percent,
            normalize=normalize,
            freshness=Freshness(day, case.rubric.facts_fresh_for_months),
        )
        for case in cases
    ]
    several = all_audiences or len(cards) > 1
    session.show(scorecards(cards) if several else cards[0], explain=explain)
    return (
        session.exit_code_for(shortfall(card, least) for card in cards)
        if least is not None
        else None
    )

"""``certeval score``."""

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session

if TYPE_CHECKING:
    from certeval.model.context import Case


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudiencesOption = None,
    all_audiences: Annotated[
        bool, options.flag("--all-audiences", "Score for every audience.")
    ] = False,
    rubric: options.RubricOption = None,
    overrides: options.ScoresOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    explain: Annotated[
        bool,
        options.flag("--explain", "Add reasons, sources and calculations."),
    ] = False,
    min_score: Annotated[
        Decimal | None,
        options.parsed(
            "--min-score",
            "RATING",
            parsers.parse_number,
            "Exit 1 if the rating, as printed, is below this.",
        ),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """Score a certificate, criterion by criterion.

    Examples:
      certeval score ibm-ml --audience career-changer
      certeval score ibm-ml --all-audiences --format markdown
    """
    from certeval.analysis.score import score, scorecards
    from certeval.analysis.threshold import shortfall
    from certeval.library.loading import load

    readers = [*session.library.ids("audience"), *(audience or ())] if all_audiences else audience
    day = parsers.as_partial_date(today)
    cases = load(session.library, [certificate], readers, rubric).cases(day)
    if all_audiences:  # the primary one first
        cases = tuple(sorted(cases, key=_is_secondary))
    scores, percent = dict(overrides or ()), dict(weights or ())
    cards = [score(case, overrides=scores, weights=percent, normalize=normalize) for case in cases]
    several = all_audiences or len(cards) > 1
    session.show(scorecards(cards) if several else cards[0], explain=explain)
    return (
        session.exit_code_for(shortfall(card, min_score) for card in cards)
        if min_score is not None
        else None
    )


def _is_secondary(case: "Case") -> bool:
    return case.audience is None or case.audience.id != case.rubric.primary_audience

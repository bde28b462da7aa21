"""``certeval score``."""

from decimal import Decimal
from typing import Annotated

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.scoring import score_audiences


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudiencesOption = None,
    all_audiences: Annotated[
        bool, options.flag("--all-audiences", "Score for every audience.")
    ] = False,
    rubric: options.RubricOption = None,
    scores: options.ScoresOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    explain: Annotated[
        bool,
        options.flag("--explain", "Add reasons, sources and what evidence says."),
    ] = False,
    min_score: Annotated[
        Decimal | None,
        options.parsed(
            "--min-score",
            "RATING",
            inputs.number,
            "Exit 1 if the rating, as printed, is below this.",
        ),
    ] = None,
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Score a certificate, criterion by criterion.

    Examples:
      certeval score ibm-ml --audience career-changer
      certeval score mlops-duke --by evidence
    """
    result = score_audiences(
        certificate, audiences=audience, all_audiences=all_audiences, rubric=rubric,
        scores=scores, weights=weights, normalize=normalize, by=by.value if by else None, role=role,
        explain=explain, min_score=min_score, today=today, library=session.library,
    )  # fmt: skip
    cards = result.scorecards
    session.show(result if all_audiences or len(cards) > 1 else cards[0], explain=explain)
    if min_score is None:
        return None
    from certeval.render.layout.scorecard import shortfall

    return session.exit_code_for(shortfall(card, min_score) for card in cards)

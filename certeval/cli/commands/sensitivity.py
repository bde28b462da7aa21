"""``certeval sensitivity``."""

from decimal import Decimal
from typing import Annotated

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.explore import sensitivity


@command
def main(
    session: Session,
    certificates: options.CertificatesArgument,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    score_change: Annotated[
        Decimal | None,
        options.parsed(
            "--score-change", "POINTS", inputs.positive, "Points to move each score by."
        ),
    ] = None,
    weight_change: Annotated[
        Decimal | None,
        options.parsed(
            "--weight-change",
            "PERCENT",
            inputs.positive,
            "Percentage of itself to move each weight by.",
        ),
    ] = None,
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show how sensitive the result is to each score and weight.

    For one certificate: what moves its rating. For several: also what would change the ranking.

    Examples:
      certeval sensitivity ibm-ml
      certeval sensitivity ibm-ml --score-change 0.5
    """
    session.show(
        sensitivity(
            certificates, audience=audience, rubric=rubric, weights=weights, normalize=normalize,
            score_change=score_change, weight_change=weight_change,
            by=by.value if by else None, role=role, today=today, library=session.library,
        )
    )  # fmt: skip
    return None

"""``certeval what-if``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.explore import what_if


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    scores: options.ScoresOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    price: options.PriceOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show what changes if a score, a weight, the price or your pace changes.

    Examples:
      certeval what-if ibm-ml --set hiring-impact=8
      certeval what-if ibm-ml --price 39 --hours-per-week 10
    """
    session.show(
        what_if(
            certificate, scores=scores, weights=weights, normalize=normalize, price=price,
            hours_per_week=hours_per_week, audience=audience, rubric=rubric,
            by=by.value if by else None, role=role, today=today, library=session.library,
        )
    )  # fmt: skip
    return None

"""``certeval what-if``."""

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


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
    today: options.TodayOption = None,
) -> int | None:
    """Show what changes if a score, a weight, the price or your pace changes.

    Examples:
      certeval what-if ibm-ml --set hiring-impact=8
      certeval what-if ibm-ml --price 39 --hours-per-week 10
    """
    from certeval.analysis.what_if.what_if import Supposed, what_if
    from certeval.library.loading_context import load_context

    supposed = Supposed(
        scores=dict(scores or ()),
        weights=dict(weights or ()),
        normalize=normalize,
        price=price,
        hours_per_week=hours_per_week,
    )
    day = parsers.as_partial_date(today)
    context = load_context(session.library, certificate, audience, rubric, today=day)
    session.show(what_if(context, supposed))
    return None

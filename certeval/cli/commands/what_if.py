"""``certeval what-if``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    scores: options.SetOption = None,
    weights: options.WeightOption = None,
    normalize: options.NormalizeOption = False,
    price: Annotated[
        str | None,
        typer.Option("--price", metavar="USD", help="Another price: a month, an attempt or all."),
    ] = None,
    hours_per_week: options.HoursPerWeekOption = None,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """What changes if a score, a weight, the price or my pace is another?

    Examples:
      certeval what-if ibm-ml --set hiring-impact=8 --set accessibility=9
      certeval what-if ibm-ml --price 39 --weight hiring-impact=35 --normalize
    """
    from certeval.analysis.what_if.what_if import Supposed, what_if
    from certeval.cli.setting import asked

    supposed = Supposed(
        scores=parsers.parse_assignments("--set", scores),
        weights=parsers.parse_assignments("--weight", weights),
        normalize=normalize,
        price=parsers.parse_amount("--price", price, zero=True),
        hours_per_week=parsers.parse_hours_per_week(hours_per_week),
    )
    found = asked(session, certificate, audience, today=today, rubric=rubric)
    session.show(what_if(*found, supposed))
    return None

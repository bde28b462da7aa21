"""``certeval cost``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    role: options.RoleOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    hours: Annotated[
        str | None,
        typer.Option("--hours", metavar="LOW[-HIGH]", help="Hours from start to finish to try."),
    ] = None,
    price: Annotated[
        str | None,
        typer.Option("--price", metavar="USD", help="Another price: a month, an attempt or all."),
    ] = None,
    raise_: options.RaiseOption = None,
    salary: Annotated[
        str | None,
        typer.Option("--salary", metavar="USD", help="Yours, held against the role's entry wage."),
    ] = None,
    hour_value: Annotated[
        str | None,
        typer.Option("--hour-value", metavar="USD", help="What an hour of yours is worth."),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """What does it cost, how long does it take, and when does it pay?

    Examples:
      certeval cost ibm-ml --raise 10000
      certeval cost ibm-ml --hours-per-week 10 --salary 80000 --role ml-engineer
    """
    from certeval.analysis.cost.cost import cost
    from certeval.analysis.cost.payback import Tried
    from certeval.analysis.reader import Answers
    from certeval.cli.setting import asked
    from certeval.library.settings import Wanted

    tried = Tried(
        price=parsers.parse_amount("--price", price, zero=True),
        hours=None if hours is None else parsers.parse_hours_range("--hours", hours),
        raise_per_year=parsers.parse_amount("--raise", raise_, zero=True),
        salary=parsers.parse_amount("--salary", salary, zero=True),
        hour_value=parsers.parse_amount("--hour-value", hour_value, zero=True),
    )
    answers = Answers(hours_per_week=parsers.parse_hours_per_week(hours_per_week))
    wanted = Wanted(role=role, salaries=True)
    found = asked(session, certificate, audience, today=today, wanted=wanted, answers=answers)
    session.show(cost(*found, tried))
    return None

"""``certeval cost``."""

from decimal import Decimal
from typing import Annotated

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
        parsers.Range | None,
        options.parsed(
            "--hours",
            "LOW[-HIGH]",
            parsers.parse_hours_range,
            "Total study hours to assume.",
        ),
    ] = None,
    price: options.PriceOption = None,
    raise_: options.RaiseOption = None,
    salary: Annotated[
        Decimal | None,
        options.parsed(
            "--salary",
            "USD",
            parsers.parse_amount,
            "Your current salary per year, compared with the role's entry wage.",
        ),
    ] = None,
    hour_value: Annotated[
        Decimal | None,
        options.parsed(
            "--hour-value", "USD", parsers.parse_amount, "What an hour of your time is worth."
        ),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show what a certificate costs, how long it takes, and when it pays for itself.

    Examples:
      certeval cost ibm-ml --raise 10000
      certeval cost ibm-ml --salary 80000 --role ml-engineer
    """
    from certeval.analysis.cost.cost import cost
    from certeval.analysis.cost.payback import Tried
    from certeval.library.loading_context import load_context
    from certeval.model.reader import Answers

    tried = Tried(
        price=price,
        hours=hours,
        raise_per_year=raise_,
        salary=salary,
        hour_value=hour_value,
    )
    answers = Answers(hours_per_week=hours_per_week)
    context = load_context(
        session.library, certificate, audience, today=parsers.as_partial_date(today),
        role=role, salary_roles=True, answers=answers,
    )  # fmt: skip
    session.show(cost(context, tried))
    return None

"""``certeval cost``."""

from decimal import Decimal
from typing import Annotated

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.judge import cost


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    role: options.RoleOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    hours: Annotated[
        inputs.HoursRange | None,
        options.parsed(
            "--hours",
            "LOW[-HIGH]",
            inputs.hours,
            "Total study hours to assume.",
        ),
    ] = None,
    price: options.PriceOption = None,
    raise_per_year: options.RaiseOption = None,
    salary: options.SalaryOption = None,
    hour_value: Annotated[
        Decimal | None,
        options.parsed("--hour-value", "USD", inputs.amount, "What an hour of your time is worth."),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show what a certificate costs, how long it takes, and when it pays for itself.

    Examples:
      certeval cost ibm-ml --raise 10000
      certeval cost ibm-ml --salary 80000 --role ml-engineer
    """
    session.show(
        cost(
            certificate, audience=audience, role=role, hours_per_week=hours_per_week, hours=hours,
            price=price, raise_per_year=raise_per_year, salary=salary, hour_value=hour_value,
            today=today, library=session.library,
        )
    )  # fmt: skip
    return None

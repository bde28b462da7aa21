"""``certeval stack``."""

from decimal import Decimal
from typing import Annotated

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.plan import stack

BudgetOption = Annotated[
    Decimal | None, options.parsed("--budget", "USD", inputs.amount, "Maximum total cost.")
]
MaxMonthsOption = Annotated[
    Decimal | None, options.parsed("--max-months", "MONTHS", inputs.amount, "Maximum duration.")
]
ExcludeOption = Annotated[
    list[str] | None,
    options.named("--exclude", kind="certificate", text="Leave this certificate out (repeatable)."),
]
UsefulOption = Annotated[bool, options.flag("--useful", "Close the gaps in useful skills, too.")]
HoursOption = Annotated[
    list[parsers.Pair] | None,
    options.pairs(
        "--hours",
        "CERT=LOW[-HIGH]",
        "ibm-genai-engineering=100",
        inputs.hours,
        "Total study hours to assume for a certificate",
    ),
]


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    role: options.RoleOption = None,
    audience: options.AudienceOption = None,
    skills: options.SkillsOption = None,
    held: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    budget: BudgetOption = None,
    max_months: MaxMonthsOption = None,
    exclude: ExcludeOption = None,
    useful: UsefulOption = False,
    hours: HoursOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Plan what to add to a certificate, for the least money and time.

    With --skill and without --audience, you know those skills and no others. Exits 1 if a gap
    cannot be closed within the budget or the time limit, or if that is unknown because hours or
    prices are missing.

    Examples:
      certeval stack ibm-ml --role ml-engineer
      certeval stack ibm-ml --exclude mlops-duke
    """
    from certeval.render.layout.stack import failed_condition

    plan = stack(
        certificate, role=role, audience=audience, skills=skills, held=held,
        hours_per_week=hours_per_week, budget=budget, max_months=max_months, exclude=exclude,
        useful=useful, hours=hours, today=today, library=session.library,
    )  # fmt: skip
    session.show(plan)
    return session.exit_code_for([failed_condition(plan)])

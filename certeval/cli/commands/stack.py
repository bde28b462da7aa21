"""``certeval stack``."""

from decimal import Decimal
from typing import Annotated

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    role: options.RoleOption = None,
    audience: options.AudienceOption = None,
    skills: options.SkillsOption = None,
    have: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    budget: Annotated[
        Decimal | None,
        options.parsed("--budget", "USD", parsers.parse_amount, "Maximum total cost."),
    ] = None,
    max_months: Annotated[
        Decimal | None,
        options.parsed("--max-months", "MONTHS", parsers.parse_amount, "Maximum duration."),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        options.named(
            "--exclude", kind="certificate", text="Leave this certificate out (repeatable)."
        ),
    ] = None,
    useful: Annotated[
        bool, options.flag("--useful", "Close the gaps in useful skills, too.")
    ] = False,
    hours: Annotated[
        list[parsers.Pair] | None,
        options.pairs(
            "--hours",
            "CERT=LOW[-HIGH]",
            "ibm-genai-engineering=100",
            parsers.parse_hours_range,
            "Total study hours to assume for a certificate",
        ),
    ] = None,
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
    from certeval.analysis.stack.closing import Wishes
    from certeval.analysis.stack.offers import Limits
    from certeval.analysis.stack.stack import stack
    from certeval.analysis.threshold import beyond_limits
    from certeval.cli.reader_options import answers_from_options, load_reader_context

    limits = Limits(budget, max_months)
    wishes = Wishes(limits, frozenset(exclude or ()), useful, dict(hours or ()))
    given = answers_from_options(skills)._replace(hours_per_week=hours_per_week)
    context = load_reader_context(
        session, certificate, audience, given, today, role=role, held=have or (), others="all"
    )
    plan = stack(context, wishes)
    session.show(plan)
    return session.exit_code_for([beyond_limits(plan)])

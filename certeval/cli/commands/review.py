"""``certeval review``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.judge import review


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    role: options.RoleOption = None,
    rubric: options.RubricOption = None,
    held: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    raise_per_year: options.RaiseOption = None,
    salary: options.SalaryOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show the full review of a certificate for an audience.

    Examples:
      certeval review ibm-ml --audience career-changer
      certeval review ibm-ml -f markdown -o review.md
    """
    session.show(
        review(
            certificate, audience=audience, role=role, rubric=rubric, held=held,
            hours_per_week=hours_per_week, raise_per_year=raise_per_year, salary=salary,
            today=today, library=session.library,
        )
    )  # fmt: skip
    return None

"""``certeval evidence``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.evidence import evidence


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    role: options.RoleOption = None,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    held: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Judge a certificate from facts, and show how each score was calculated.

    What no fact says can be anything that the rubric allows, so scores are intervals.

    Examples:
      certeval evidence ibm-ml --role ml-engineer
      certeval evidence mlops-duke --format json
    """
    found = evidence(
        certificate, role=role, audience=audience, rubric=rubric, held=held,
        hours_per_week=hours_per_week, today=today, library=session.library,
    )  # fmt: skip
    session.show(found, explain=True)
    return None

"""``certeval verdict``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.judge import verdict


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    rubric: options.RubricOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show the verdict on a certificate in one box.

    Examples:
      certeval verdict ibm-ml
      certeval verdict ibm-ml --audience career-changer
    """
    session.show(
        verdict(
            certificate, audience=audience, rubric=rubric, hours_per_week=hours_per_week,
            today=today, library=session.library,
        )
    )  # fmt: skip
    return None

"""``certeval gaps``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.plan import gaps


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    role: options.RoleOption = None,
    audience: options.AudienceOption = None,
    skills: options.SkillsOption = None,
    held: options.HaveOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show which skills of a job a certificate teaches, and which are missing.

    With --skill and without --audience, you know those skills and no others.

    Examples:
      certeval gaps ibm-ml --role ml-engineer
      certeval gaps ibm-ml --have google-data-analytics
    """
    session.show(
        gaps(
            certificate, role=role, audience=audience, skills=skills, held=held, today=today,
            library=session.library,
        )
    )  # fmt: skip
    return None

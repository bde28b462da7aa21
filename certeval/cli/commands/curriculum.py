"""``certeval curriculum``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.plan import curriculum


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    today: options.TodayOption = None,
) -> int | None:
    """Show what a certificate teaches, course by course.

    Examples:
      certeval curriculum ibm-ml
      certeval curriculum ibm-ml --format markdown
    """
    session.show(curriculum(certificate, today=today, library=session.library))
    return None

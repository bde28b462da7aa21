"""``certeval curriculum``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session


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
    from certeval.analysis.curriculum import curriculum
    from certeval.cli.setting import asked

    found = asked(session, certificate, None, today=today)
    session.show(curriculum(found.setting, found.freshness))
    return None

"""``certeval curriculum``."""

from certeval.cli import options, parsers
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
    from certeval.library.loading_context import load_context

    day = parsers.as_partial_date(today)
    session.show(curriculum(load_context(session.library, certificate, today=day)))
    return None

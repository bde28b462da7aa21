"""``certeval overlap``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade.plan import overlap


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    held: options.HaveOption = None,
    audience: options.AudienceOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show how much of a certificate you know from others you hold.

    Examples:
      certeval overlap ibm-ml --have ml-specialization
      certeval overlap ibm-ml --have math-for-ml --format csv
    """
    session.show(
        overlap(certificate, held=held, audience=audience, today=today, library=session.library)
    )
    return None

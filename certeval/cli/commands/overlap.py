"""``certeval overlap``."""

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    have: options.HaveOption = None,
    audience: options.AudienceOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show how much of a certificate you know from others you hold.

    Examples:
      certeval overlap ibm-ml --have ml-specialization
      certeval overlap ibm-ml --have math-for-ml --format csv
    """
    from certeval.analysis.overlap import overlap
    from certeval.library.loading_context import load_context

    day = parsers.as_partial_date(today)
    context = load_context(session.library, certificate, audience, today=day, held=have or ())
    session.show(overlap(context))
    return None

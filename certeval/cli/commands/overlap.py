"""``certeval overlap``."""

from certeval.cli import options
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
    from certeval.cli.setting import asked
    from certeval.library.settings import Wanted

    wanted = Wanted(held=tuple(have or ()))
    found = asked(session, certificate, audience, today=today, wanted=wanted)
    session.show(overlap(found.setting, found.freshness))
    return None

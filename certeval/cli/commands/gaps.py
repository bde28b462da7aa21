"""``certeval gaps``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    role: options.RoleOption = None,
    audience: options.AudienceOption = None,
    skills: options.SkillOption = None,
    have: options.HaveOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Which skills of a job does it teach, and which remain?

    With --skill and without an audience you know what the options say, and nothing else.

    Examples:
      certeval gaps ibm-ml --role ml-engineer
      certeval gaps ibm-ml --role data-scientist --have google-data-analytics
    """
    from certeval.analysis.gaps import gaps
    from certeval.cli.reader_options import answers_from_options, load_reader_context
    from certeval.library.settings import Wanted

    wanted = Wanted(held=tuple(have or ()), role=role, named=True)
    found = load_reader_context(
        session, certificate, audience, answers_from_options(skills), wanted, today
    )
    session.show(gaps(*found))
    return None

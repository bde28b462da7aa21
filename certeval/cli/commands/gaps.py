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
    skills: options.SkillsOption = None,
    have: options.HaveOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show which skills of a job a certificate teaches, and which are missing.

    With --skill and without --audience, you know those skills and no others.

    Examples:
      certeval gaps ibm-ml --role ml-engineer
      certeval gaps ibm-ml --have google-data-analytics
    """
    from certeval.analysis.gaps import gaps
    from certeval.cli.reader_options import answers_from_options, load_reader_context

    context = load_reader_context(
        session, certificate, audience, answers_from_options(skills), today,
        role=role, held=have or (), others="named",
    )  # fmt: skip
    session.show(gaps(context))
    return None

"""``certeval verdict``."""

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session


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
    from certeval.analysis.reader import Answers
    from certeval.analysis.verdict import verdict
    from certeval.cli.setting import asked

    answers = Answers(hours_per_week=hours_per_week)
    found = asked(session, certificate, audience, today=today, rubric=rubric, answers=answers)
    session.show(verdict(*found))
    return None

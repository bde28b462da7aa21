"""``certeval verdict``."""

from certeval.cli import options, parsers
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
    from certeval.analysis.verdict import verdict
    from certeval.library.loading_context import load_context
    from certeval.model.reader import Answers

    answers = Answers(hours_per_week=hours_per_week)
    day = parsers.as_partial_date(today)
    context = load_context(
        session.library, certificate, audience, rubric, today=day, answers=answers
    )
    session.show(verdict(context))
    return None

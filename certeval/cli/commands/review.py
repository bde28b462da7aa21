"""``certeval review``."""

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    role: options.RoleOption = None,
    rubric: options.RubricOption = None,
    have: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    raise_: options.RaiseOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Show the full review of a certificate for an audience.

    Examples:
      certeval review ibm-ml --audience career-changer
      certeval review ibm-ml -f markdown -o review.md
    """
    from certeval.analysis.cost.payback import Tried
    from certeval.analysis.review import review
    from certeval.library.loading_context import load_context
    from certeval.model.reader import Answers

    answers = Answers(hours_per_week=hours_per_week)
    tried = Tried(raise_per_year=raise_)
    context = load_context(
        session.library, certificate, audience, rubric, today=parsers.as_partial_date(today),
        role=role, held=have or (), others="all", salary_roles=True, answers=answers,
    )  # fmt: skip
    session.show(review(context, tried))
    return None

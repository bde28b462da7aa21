"""``certeval review``."""

from certeval.cli import options
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
    from certeval.analysis.reader import Answers
    from certeval.analysis.review import review
    from certeval.cli.setting import asked
    from certeval.library.settings import Wanted

    answers = Answers(hours_per_week=hours_per_week)
    tried = Tried(raise_per_year=raise_)
    wanted = Wanted(held=tuple(have or ()), role=role, salaries=True, all_others=True)
    found = asked(
        session, certificate, audience, today=today, rubric=rubric, wanted=wanted, answers=answers
    )
    session.show(review(*found, tried))
    return None

"""``certeval fit``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    skills: options.SkillOption = None,
    years: Annotated[
        list[str] | None,
        typer.Option("--years", metavar="FIELD=YEARS", help="Years of work. May be repeated."),
    ] = None,
    deadline_days: Annotated[
        int | None,
        typer.Option("--deadline-days", min=0, metavar="DAYS", help="When you need a result."),
    ] = None,
    goals: Annotated[
        list[str] | None,
        typer.Option("--goal", metavar="GOAL", help="What you want of it. May be repeated."),
    ] = None,
    have: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask for what the rules need to know, on a terminal.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 unless the outcome is: take it.")
    ] = False,
    today: options.TodayOption = None,
) -> int | None:
    """Does it suit me: take it, not yet, or skip it?

    With answers (or --ask) and without an audience you are described by the answers alone; what
    they do not say, you do not have.

    Examples:
      certeval fit ibm-ml --audience career-changer
      certeval fit ibm-ml --skill python=basic --deadline-days 90
    """
    from certeval.analysis.fit.fit import fit
    from certeval.analysis.threshold import unfit
    from certeval.cli.reader_options import answers_from_options, load_reader_context
    from certeval.library.settings import Wanted

    rate = parsers.parse_hours_per_week(hours_per_week)
    given = answers_from_options(skills, years, goals)._replace(
        deadline_days=deadline_days, hours_per_week=rate
    )
    wanted = Wanted(held=tuple(have or ()), all_others=True)
    found = load_reader_context(session, certificate, audience, given, wanted, today, ask=ask)
    fitting = fit(*found)
    session.show(fitting)
    return session.exit_code_for([unfit(fitting)]) if strict else None

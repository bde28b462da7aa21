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
    skills: options.SkillsOption = None,
    years: Annotated[
        list[parsers.Pair] | None,
        options.pairs(
            "--years", "FIELD=YEARS", "data=2", parsers.parse_years, "Years of work in a field"
        ),
    ] = None,
    deadline_days: Annotated[
        int | None,
        options.parsed(
            "--deadline-days", "DAYS", parsers.parse_whole, "Days until you need results."
        ),
    ] = None,
    goals: Annotated[
        list[str] | None,
        typer.Option("--goal", metavar="GOAL", help="A goal of yours (repeatable)."),
    ] = None,
    have: options.HaveOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    ask: Annotated[
        bool, options.flag("--ask", "Ask you, on a terminal, for what the rules need to know.")
    ] = False,
    strict: Annotated[
        bool, options.flag("--strict", "Exit 1 unless the outcome is to take it.")
    ] = False,
    today: options.TodayOption = None,
) -> int | None:
    """Show whether a certificate suits you: take it, not yet, or skip it.

    Without --audience, your answers (or --ask) alone describe you; anything you leave out counts
    as missing.

    Examples:
      certeval fit ibm-ml --audience career-changer
      certeval fit ibm-ml --skill python=basic
    """
    from certeval.analysis.fit.fit import fit
    from certeval.analysis.threshold import unfit
    from certeval.cli.reader_options import answers_from_options, load_reader_context

    given = answers_from_options(skills, years, goals)._replace(
        deadline_days=deadline_days, hours_per_week=hours_per_week
    )
    context = load_reader_context(
        session, certificate, audience, given, today, held=have or (), others="all", ask=ask
    )
    fitting = fit(context)
    session.show(fitting)
    return session.exit_code_for([unfit(fitting)]) if strict else None

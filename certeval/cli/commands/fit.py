"""``certeval fit``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.facade import inputs
from certeval.facade.judge import fit


@command
def main(
    session: Session,
    certificate: options.CertificateArgument,
    audience: options.AudienceOption = None,
    skills: options.SkillsOption = None,
    years: Annotated[
        list[parsers.Pair] | None,
        options.pairs("--years", "FIELD=YEARS", "data=2", inputs.years, "Years of work in a field"),
    ] = None,
    deadline_days: Annotated[
        int | None,
        options.parsed("--deadline-days", "DAYS", inputs.whole, "Days until you need results."),
    ] = None,
    goals: Annotated[
        list[str] | None,
        typer.Option("--goal", metavar="GOAL", help="A goal of yours (repeatable)."),
    ] = None,
    held: options.HaveOption = None,
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
    from certeval.cli.reader_prompts import reader_prompts

    found = fit(
        certificate, audience=audience, skills=skills, years=years, deadline_days=deadline_days,
        goals=goals, held=held, hours_per_week=hours_per_week,
        ask=reader_prompts(session) if ask else None, today=today, library=session.library,
    )  # fmt: skip
    session.show(found)
    if not strict:
        return None
    from certeval.render.layout.fit import failed_condition

    return session.exit_code_for([failed_condition(found)])

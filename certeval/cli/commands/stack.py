"""``certeval stack``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
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
    hours_per_week: options.HoursPerWeekOption = None,
    budget: Annotated[
        str | None, typer.Option("--budget", metavar="USD", help="The most that all may cost.")
    ] = None,
    max_months: Annotated[
        str | None, typer.Option("--max-months", metavar="MONTHS", help="The most it may take.")
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(
            "--exclude",
            metavar="CERT",
            help="Leave this certificate out. May be repeated.",
            autocompletion=options.complete_id("certificate"),
        ),
    ] = None,
    useful: Annotated[
        bool, typer.Option("--useful", help="Close gaps in useful skills as well as core ones.")
    ] = False,
    hours: Annotated[
        list[str] | None,
        typer.Option(
            "--hours", metavar="CERT=LOW[-HIGH]", help="Hours to try for one. May be repeated."
        ),
    ] = None,
    today: options.TodayOption = None,
) -> int | None:
    """What should I add to it, for the least money and time?

    With --skill and without an audience you know what the options say, and nothing else.
    Exits 1 if a budget or a number of months is given that does not suffice for every gap, or of
    which that cannot be told since hours or prices are unknown.

    Examples:
      certeval stack ibm-ml --role ml-engineer
      certeval stack ibm-ml --budget 800 --hours ibm-genai-engineering=100
    """
    from certeval.analysis.stack.closing import Wishes
    from certeval.analysis.stack.offers import Limits
    from certeval.analysis.stack.stack import stack
    from certeval.analysis.threshold import beyond_limits
    from certeval.cli.reader_options import answers_from_options, load_reader_context
    from certeval.library.settings import Wanted

    most = parsers.parse_amount("--max-months", max_months, zero=True)
    limits = Limits(parsers.parse_amount("--budget", budget, zero=True), most)
    tried = parsers.parse_pairs("--hours", hours, "CERT=LOW[-HIGH]", "ibm-genai-engineering=100")
    spans = {
        name: parsers.parse_hours_range(f"--hours {name}", text) for name, text in tried.items()
    }
    wishes = Wishes(limits, frozenset(exclude or ()), useful, spans)
    given = answers_from_options(skills)._replace(
        hours_per_week=parsers.parse_hours_per_week(hours_per_week)
    )
    wanted = Wanted(held=tuple(have or ()), role=role, all_others=True)
    found = load_reader_context(session, certificate, audience, given, wanted, today)
    plan = stack(*found, wishes)
    session.show(plan)
    return session.exit_code_for([beyond_limits(plan)])

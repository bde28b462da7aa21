"""``certeval weights``."""

from enum import StrEnum
from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session


class Method(StrEnum):
    """How an order becomes weights."""

    roc = "roc"
    rank_sum = "rank-sum"
    reciprocal = "reciprocal"
    swing = "swing"


@command
def main(
    session: Session,
    criteria: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CRITERION",
            help="Each criterion of the rubric, by its id or the beginning of it, the most "
            "important first; equally important ones joined by commas. For swing CRITERION=POINTS.",
        ),
    ] = None,
    method: Annotated[
        Method,
        typer.Option(
            "--method",
            help="Rank-order centroid, rank sum, rank reciprocal, or swing weights from points.",
        ),
    ] = Method.roc,
    rubric: Annotated[
        str | None,
        typer.Option(
            "--rubric",
            metavar="RUBRIC",
            help="Whose criteria: a rubric's id or file. Without it, the library's only rubric.",
            autocompletion=options.complete_id("rubric"),
        ),
    ] = None,
    ask: Annotated[bool, typer.Option("--ask", help="Ask for the order, on a terminal.")] = False,
    save: Annotated[
        str | None,
        typer.Option("--save", metavar="FILE", help="Write an audience file with these weights."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="The audience's id. Without it, the file's name."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TITLE", help="The audience's title.")
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(
            "--audience",
            "-a",
            envvar="CERTEVAL_AUDIENCE",
            metavar="AUDIENCE",
            help="Whom to take all else in the file from: an audience's id or file. Without it, "
            "the rubric's primary audience.",
            autocompletion=options.complete_id("audience"),
            show_envvar=False,
        ),
    ] = None,
    hours_per_week: options.HoursPerWeekOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let --save replace a file that is there.")
    ] = False,
    today: options.TodayOption = None,
) -> int | None:
    """How much should each criterion count, if this is my order?

    Examples:
      certeval weights hiring skill value curriculum portfolio accessibility
      certeval weights hiring skill,value curriculum port,access --save me.yaml
    """
    from certeval.analysis.elicitation.custom_audience import demand_hours
    from certeval.analysis.elicitation.elicit import weigh
    from certeval.cli.audience_file import resolve_path, save_audience
    from certeval.cli.weight_prompts import ask_order, parse_order, require_interactive
    from certeval.library.terms import load_terms

    day = parsers.parse_date(today)
    to = resolve_path(
        session, save, name=name, title=title, hours_per_week=hours_per_week, replace=replace
    )
    if ask:
        require_interactive(criteria or ())
    reader = audience if to else None
    terms = load_terms(session.library, rubric, reader, primary=to is not None, whole=True)
    if to:
        demand_hours(terms.audience, to.identity)
    if ask:
        said = ask_order(session, terms.rubric, method.value)
    else:
        said = parse_order(terms.rubric, method.value, criteria or ())
    result = weigh(terms.rubric, said, terms.files["rubric", terms.rubric.id])
    if to:
        save_audience(session, to, result, terms, day, rubric)
    session.show(result)
    return None

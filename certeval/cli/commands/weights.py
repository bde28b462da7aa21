"""``certeval weights``."""

from enum import StrEnum
from typing import Annotated

import typer

from certeval.cli import options
from certeval.cli.command import command
from certeval.cli.session import Session


class Method(StrEnum):
    """How an order becomes weights."""

    roc = "roc"
    rank_sum = "rank-sum"
    reciprocal = "reciprocal"
    swing = "swing"


CriteriaArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CRITERION",
        help="Every criterion of the rubric, the most important first, by its id or the beginning "
        "of it. Join equally important ones with commas. For swing: CRITERION=POINTS.",
    ),
]
MethodOption = Annotated[
    Method,
    typer.Option(
        "--method",
        metavar="METHOD",
        help="Rank-order centroid (roc), rank-sum, rank reciprocal (reciprocal), or weights from "
        "points (swing).",
    ),
]
RubricOption = Annotated[
    str | None,
    options.named(
        "--rubric",
        kind="rubric",
        text="The rubric with the criteria: an id or a file. [default: the library's only rubric]",
    ),
]
AskOption = Annotated[bool, options.flag("--ask", "Ask you for the order, on a terminal.")]
SaveOption = Annotated[
    str | None,
    typer.Option("--save", metavar="FILE", help="Write an audience file with these weights."),
]
IdOption = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help="The audience's id. [default: the file's name]"),
]
TitleOption = Annotated[
    str | None, typer.Option("--title", metavar="TITLE", help="The audience's title.")
]
AudienceOption = Annotated[
    str | None,
    options.audience(
        "Copy everything but the weights from this audience, an id or a file. "
        "[default: the rubric's primary audience]"
    ),
]
ReplaceOption = Annotated[
    bool, options.flag("--replace", "Allow --save to overwrite an existing file.")
]


@command
def main(
    session: Session,
    criteria: CriteriaArgument = None,
    method: MethodOption = Method.roc,
    rubric: RubricOption = None,
    ask: AskOption = False,
    save: SaveOption = None,
    name: IdOption = None,
    title: TitleOption = None,
    audience: AudienceOption = None,
    hours_per_week: options.HoursPerWeekOption = None,
    replace: ReplaceOption = False,
    today: options.TodayOption = None,
) -> int | None:
    """Turn an order of importance into weights.

    Examples:
      certeval weights hiring skill value curr port access
      certeval weights hiring,skill,value curr port,access
    """
    from certeval.analysis.elicitation.custom_audience import require_hours
    from certeval.cli.audience_file import resolve_path, save_audience
    from certeval.cli.weight_prompts import ask_order, parse_order, require_interactive
    from certeval.facade.dates import day
    from certeval.facade.write import weights_under
    from certeval.library.loading import load

    to = resolve_path(
        session, save, name=name, title=title, hours_per_week=hours_per_week, replace=replace
    )
    if ask:
        require_interactive(criteria or ())
    audiences = () if to is None else [audience] if audience else None
    found = load(session.library, (), audiences, rubric, scoring_only=False)
    scored_under, base, warnings = found.scoring()
    if to:
        require_hours(base, to.identity)
    order = (
        ask_order(session, scored_under, method.value)
        if ask
        else parse_order(method.value, criteria or ())
    )
    result = weights_under(found, order.criteria, method.value, order.points)
    if to:
        save_audience(session, to, result, base, warnings, day(today), rubric)
    session.show(result)
    return None

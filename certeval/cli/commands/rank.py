"""``certeval rank``."""

from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError


@command
def main(
    session: Session,
    certificates: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CERT...",
            show_default=False,
            help="Certificates: ids, YAML files, or - for standard input.",
            autocompletion=options.complete_id("certificate"),
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Rank every certificate of the library that is scored.")
    ] = False,
    file: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Rank the rows of a table in CSV or JSON Lines; - is stdin.",
        ),
    ] = None,
    audience: options.AudienceOption = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="AUDIENCE",
            help="Rank for this audience as well, and say how alike the rankings are.",
            autocompletion=options.complete_id("audience"),
        ),
    ] = None,
    top: Annotated[
        int | None, typer.Option("--top", metavar="N", min=1, help="Show the best so many.")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="NAME=COLUMN",
            help="The table's column for id, title or a criterion. May be repeated.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop at the first row that cannot be ranked.")
    ] = False,
    rubric: options.RubricOption = None,
    weights: options.WeightOption = None,
    normalize: options.NormalizeOption = False,
    today: options.TodayOption = None,
) -> int | None:
    """Which is best, by how much, and which of them tie?

    Ranks go by exact totals. A table has a row a certificate and a column a criterion.

    Examples:
      certeval rank --all
      certeval rank ibm-ml --against career-changer --format csv
    """
    from certeval.cli.ranked import RankOptions, rank_certificates, rank_table, require_one_source

    require_one_source(certificates, everything=everything, file=file)
    if file is None and (columns or strict):
        raise UsageError("--map and --strict are for a table", "name one with --from")
    if file is not None and against is not None:
        raise UsageError("--against is for certificates, not for a table", "rank it once for each")
    rank_options = RankOptions(audience, rubric, weights, normalize, top)
    parsers.parse_date(today)  # of a table nothing is old, but a wrong day is wrong
    if file is not None:
        ranking = rank_table(session, file, rank_options, columns=columns, strict=strict)
    else:
        named = None if everything else certificates
        ranking = rank_certificates(session, named, rank_options, against=against, today=today)
    session.show(ranking)
    return None

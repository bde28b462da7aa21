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
            metavar="CERT",
            show_default=False,
            help="Certificates: ids, YAML files, or - for standard input.",
            autocompletion=options.complete_id("certificate"),
        ),
    ] = None,
    everything: Annotated[
        bool, options.flag("--all", "Rank every scored certificate in the library.")
    ] = False,
    file: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Rank the rows of a CSV or JSON Lines table; - is standard input.",
        ),
    ] = None,
    audience: options.AudienceOption = None,
    against: Annotated[
        str | None,
        options.named(
            "--against",
            kind="audience",
            text="Also rank for this audience, and show how similar the two rankings are.",
        ),
    ] = None,
    top: Annotated[
        int | None,
        options.parsed("--top", "N", parsers.parse_whole, "Show only the top N.", least=1),
    ] = None,
    columns: Annotated[
        list[parsers.Pair] | None,
        options.pairs(
            "--map",
            "NAME=COLUMN",
            "id=Name",
            parsers.parse_text,
            "The table's column for id, title or a criterion",
        ),
    ] = None,
    strict: Annotated[bool, options.flag("--strict", "Stop at the first invalid row.")] = False,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    today: options.TodayOption = None,
) -> int | None:
    """Rank certificates, or the rows of a table.

    Ranks use exact totals, so equal ratings are not always ties. A table needs one row per
    certificate and one column per criterion.

    Examples:
      certeval rank --all
      certeval rank ibm-ml --against career-changer
    """
    from certeval.cli.ranked import RankOptions, rank_certificates, rank_table, require_one_source

    require_one_source(certificates, everything=everything, file=file)
    if file is None and (columns or strict):
        raise UsageError("--map and --strict are for a table", "name one with --from")
    if file is not None and against is not None:
        raise UsageError("--against is for certificates, not for a table", "rank it once for each")
    rank_options = RankOptions(audience, rubric, weights, normalize, top)
    if file is not None:
        ranking = rank_table(session, file, rank_options, columns=columns, strict=strict)
    else:
        named = None if everything else certificates
        ranking = rank_certificates(session, named, rank_options, against=against, today=today)
    session.show(ranking)
    return None

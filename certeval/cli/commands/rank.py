"""``certeval rank``."""

from pathlib import Path
from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.facade import inputs
from certeval.facade.decide import rank, rank_table


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
        options.parsed("--top", "N", inputs.whole, "Show only the top N.", least=1),
    ] = None,
    columns: Annotated[
        list[parsers.Pair] | None,
        options.pairs(
            "--map",
            "NAME=COLUMN",
            "id=Name",
            inputs.text,
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
    given = [bool(certificates), everything, file is not None].count(True)
    if given != 1:
        message = "CERT..., --all and --from exclude each other" if given else "nothing to rank"
        raise UsageError(message, "name certificates, or use --all, or --from FILE")
    if file is None and (columns or strict):
        raise UsageError("--map and --strict are for a table", "name one with --from")
    if file is not None and against is not None:
        raise UsageError("--against is for certificates, not for a table", "rank it once for each")
    if file is None:
        result = rank(
            certificates or None, audience=audience, against=against, top=top, rubric=rubric,
            weights=weights, normalize=normalize, today=today, library=session.library,
        )  # fmt: skip
    else:
        session.inputs.append(Path(file))
        result = rank_table(
            file, columns=columns, strict=strict, audience=audience, top=top, rubric=rubric,
            weights=weights, normalize=normalize, library=session.library,
        )  # fmt: skip
        session.report_bad_rows(file, result.bad_rows, result.bad_count)
    session.show(result)
    return None

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
    from pathlib import Path

    from certeval.analysis.alternatives import judge
    from certeval.analysis.rank.rank import rank
    from certeval.analysis.rank.rank_rows import rank_rows
    from certeval.library.loading import load
    from certeval.library.tables.columns import Columns
    from certeval.library.tables.table import Table
    from certeval.library.text import require_stdin_once

    given = [bool(certificates), everything, file is not None].count(True)
    if given != 1:
        message = "CERT..., --all and --from exclude each other" if given else "nothing to rank"
        raise UsageError(message, "name certificates, or use --all, or --from FILE")
    if file is None and (columns or strict):
        raise UsageError("--map and --strict are for a table", "name one with --from")
    if file is not None and against is not None:
        raise UsageError("--against is for certificates, not for a table", "rank it once for each")
    percent, day = dict(weights or ()), parsers.as_partial_date(today)
    audiences = [audience] if audience else None
    if file is None:
        found = load(
            session.library, certificates or (), audiences, rubric,
            against=against, every=everything,
        )  # fmt: skip
        cards, others = (
            judge(cases, weights=percent, normalize=normalize)
            for cases in (found.cases(day), found.cases_against(day))
        )
        terms, _, _ = found.scoring()
        session.show(rank(cards, terms, against=others, top=top, left_out=found.left_out))
        return None
    require_stdin_once(file, audience, rubric)
    found = load(session.library, (), audiences, rubric)
    terms, reader, warnings = found.scoring()
    session.inputs.append(Path(file))
    known, needed = Columns(terms.criteria, dict(columns or ())), terms.missing_score == "error"
    with Table(Path(file), known, whole=needed, strict=strict) as table:
        ranking = rank_rows(
            table, terms, reader, weights=percent, normalize=normalize, top=top,
            warnings=warnings, files=found.files,
        )  # fmt: skip
        session.report_problems(table.problems, table.bad_count)
    session.show(ranking)
    return None

"""``certeval rank``."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from certeval.cli import options, parsers
from certeval.cli.command import command
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.facade import inputs
from certeval.facade.decide import rank, rank_table

CertificatesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="CERT",
        show_default=False,
        help="Certificates: ids, YAML files, or - for standard input.",
        autocompletion=options.complete_id("certificate"),
    ),
]
AllOption = Annotated[bool, options.flag("--all", "Rank every certificate in the library.")]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FILE",
        help="Rank the rows of a CSV or JSON Lines table; - is standard input.",
    ),
]
AgainstOption = Annotated[
    str | None,
    options.named(
        "--against",
        kind="audience",
        text="Also rank for this audience, and show how similar the two rankings are.",
    ),
]
TopOption = Annotated[
    int | None, options.parsed("--top", "N", inputs.whole, "Show only the top N.", least=1)
]
MapOption = Annotated[
    list[parsers.Pair] | None,
    options.pairs(
        "--map",
        "NAME=COLUMN",
        "id=Name",
        inputs.text,
        "The table's column for id, title or a criterion",
    ),
]
StrictOption = Annotated[bool, options.flag("--strict", "Stop at the first invalid row.")]


@command
def main(
    session: Session,
    certificates: CertificatesArgument = None,
    everything: AllOption = False,
    table: FromOption = None,
    audience: options.AudienceOption = None,
    against: AgainstOption = None,
    top: TopOption = None,
    columns: MapOption = None,
    strict: StrictOption = False,
    rubric: options.RubricOption = None,
    weights: options.WeightsOption = None,
    normalize: options.NormalizeOption = False,
    by: options.ByOption = None,
    role: options.RoleOption = None,
    today: options.TodayOption = None,
) -> int | None:
    """Rank certificates, or the rows of a table.

    Ranks use exact totals, so equal ratings are not always ties. A table needs one row per
    certificate and one column per criterion.

    Examples:
      certeval rank --all --by evidence --top 10
      certeval rank ibm-ml --against career-changer
    """
    _require_one([bool(certificates), everything, table is not None])
    if table is None and (columns or strict):
        raise UsageError("--map and --strict are for a table", "name one with --from")
    if table is not None and (by or role):
        raise UsageError("--by and --role are for certificates, not for a table", "leave them out")
    if table is not None and against is not None:
        hint = "rank it once for each audience"
        raise UsageError("--against is for certificates, not for a table", hint)
    if table is None:
        result = rank(
            certificates or None, audience=audience, against=against, top=top, rubric=rubric,
            weights=weights, normalize=normalize, by=by.value if by else None, role=role,
            today=today, library=session.library,
        )  # fmt: skip
    else:
        session.inputs.append(Path(table))
        result = rank_table(
            table, columns=columns, strict=strict, audience=audience, top=top, rubric=rubric,
            weights=weights, normalize=normalize, library=session.library,
        )  # fmt: skip
        session.report_bad_rows(table, result.bad_rows, result.bad_count)
    session.show(result)
    return None


def _require_one(given: Sequence[bool]) -> None:
    """Require exactly one of certificates, ``--all`` and ``--from``.

    Raises:
        UsageError: none is given, or several are.

    """
    if given.count(True) != 1:
        message = (
            "CERT..., --all and --from cannot be combined" if any(given) else "nothing to rank"
        )
        raise UsageError(message, "name certificates, or use --all, or --from FILE")

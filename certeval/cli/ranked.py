"""What ``rank`` ranks: certificates, or the rows of a table."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from certeval.cli import parsers
from certeval.cli.session import Session
from certeval.errors import UsageError
from certeval.results.ranking import Ranking


class RankOptions(NamedTuple):
    """How it is judged, and how many are shown: the values of options, as they are given."""

    audience: str | None
    rubric: str | None
    weights: Sequence[parsers.Pair] | None
    normalize: bool
    top: int | None


def require_one_source(
    certificates: Sequence[str] | None, *, everything: bool, file: str | None
) -> None:
    """That one thing is to be ranked: *certificates*, *everything* or a *file*.

    Raises:
        UsageError: none is, or several are.

    """
    given = [bool(certificates), everything, file is not None].count(True)
    if given != 1:
        message = "CERT..., --all and --from exclude each other" if given else "nothing to rank"
        raise UsageError(message, "name certificates, or use --all, or --from FILE")


def rank_certificates(
    session: Session,
    certificates: Sequence[str] | None,
    options: RankOptions,
    *,
    against: str | None,
    today: date | None,
) -> Ranking:
    """*certificates* in their order, or all of the library that are scored; for two readers, too.

    Raises:
        CertevalError: something that is named does not exist, has problems or no scores.

    """
    from certeval.analysis.alternatives import judge
    from certeval.analysis.rank.rank import rank
    from certeval.library.entrants import load_entrants

    percent, day = dict(options.weights or ()), parsers.as_partial_date(today)
    entered = load_entrants(
        session.library, certificates, options.audience, options.rubric, against
    )
    cards, others = (
        judge(cases, weights=percent, normalize=options.normalize, today=day)
        for cases in (entered.cases, entered.against)
    )
    terms = entered.cases[0].rubric
    return rank(cards, terms, against=others, top=options.top, left_out=entered.left_out)


def rank_table(
    session: Session,
    file: str,
    options: RankOptions,
    *,
    columns: Sequence[parsers.Pair] | None,
    strict: bool,
) -> Ranking:
    """The rows of *file* in their order; those that cannot be ranked are told.

    Raises:
        CertevalError: the file cannot be read, its header has problems, or no row can be ranked;
            or something that is named does not exist.

    """
    from certeval.analysis.rank.rank_rows import rank_rows
    from certeval.library.tables.columns import Columns
    from certeval.library.tables.table import Table
    from certeval.library.terms import load_terms

    if [file, options.audience, options.rubric].count("-") > 1:
        raise UsageError("standard input can be read once", "name the other file")
    terms = load_terms(session.library, options.rubric, options.audience)
    session.inputs.append(Path(file))
    known, whole = (
        Columns(terms.rubric.criteria, dict(columns or ())),
        terms.rubric.missing_score == "error",
    )
    with Table(Path(file), known, whole=whole, strict=strict) as table:
        ranking = rank_rows(
            table,
            terms,
            weights=dict(options.weights or ()),
            normalize=options.normalize,
            top=options.top,
        )
        session.report_problems(table.problems, table.bad_count)
    return ranking

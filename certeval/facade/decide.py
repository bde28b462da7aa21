"""Decide between certificates: compare and rank them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from certeval.errors import UsageError
from certeval.facade import dates, inputs, loading, lookup
from certeval.facade.dates import Date
from certeval.facade.inputs import Named, Number
from certeval.facade.loading import Changes
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.results.comparison import Comparison
    from certeval.results.ranking import Ranking


def compare(
    certificates: References,
    *,
    audience: References | None = None,
    all_audiences: bool = False,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Comparison:
    """Compare certificates criterion by criterion: several for one audience, or one for several.

    Args:
        certificates: ids, files or ``Certificate`` objects.
        audience: whom to compare for, one or several; by default the rubric's primary audience.
        all_audiences: compare one certificate for every audience of the library.
        rubric: what to score under; by default the certificates' own rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Which one leads on each criterion, by how much, and which dominate others.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores; there is
            nothing to compare; a weight is invalid.

    """
    from certeval.analysis.compare import compare as answer

    found = lookup.library_with(library, certificates, audience, rubric)
    of_library = found.ids("audience") if all_audiences else []
    audiences = list(dict.fromkeys([*of_library, *lookup.names(audience)]))
    several = lookup.names(certificates)
    if len(several) > 1 and len(audiences) > 1:
        hint = "compare certificates for one audience, or one certificate across audiences"
        raise UsageError("several certificates and several audiences", hint)
    cases = loading.cases_of(several, audiences, rubric, today, found, distinct_audiences=True)
    if len(cases) == 1:
        hint = "name another certificate, or use `all_audiences`"
        raise UsageError(f"nothing to compare '{several[0]}' with", hint)
    return answer(loading.scorecards(cases, Changes(weights, normalize)))


def rank(
    certificates: References | None = None,
    *,
    audience: Reference | None = None,
    against: Reference | None = None,
    top: int | None = None,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Ranking:
    """Rank certificates by their exact totals.

    Args:
        certificates: ids, files or ``Certificate`` objects; by default every scored certificate of
            the library.
        audience: whom to rank for; by default the rubric's primary audience.
        against: another audience to rank for, and to compare the two rankings.
        top: how many to keep; by default all.
        rubric: what to score under; by default the certificates' own rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Ranks, ties, and what was left out.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    from certeval.analysis.rank.rank import rank as answer
    from certeval.library.loading import load

    shown = inputs.optional(top, "top", _count)
    loaded = load(
        lookup.library_with(library, certificates, audience, against, rubric),
        lookup.names(certificates), lookup.names_or_none(audience), lookup.name_or_none(rubric),
        against=lookup.name_or_none(against), every=certificates is None,
    )  # fmt: skip
    day = dates.day(today)
    cards, others = (
        loading.scorecards(cases, Changes(weights, normalize))
        for cases in (loaded.cases(day), loaded.cases_against(day))
    )
    terms, _, _ = loaded.scoring()
    return answer(cards, terms, against=others, top=shown, left_out=loaded.left_out)


def _count(value: Number, parameter: str) -> int:
    return inputs.whole(value, parameter, least=1)


def rank_table(
    table: str | Path,
    *,
    columns: Named[str] | None = None,
    strict: bool = False,
    audience: Reference | None = None,
    top: int | None = None,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    library: Library | str | Path | None = None,
) -> Ranking:
    """Rank the rows of a table by their exact totals.

    Args:
        table: a CSV or JSON Lines file, or ``-`` for standard input; a row per certificate, a
            column per criterion.
        columns: the table's columns for ``id``, ``title`` and criteria, where names differ.
        strict: stop at the first row that cannot be ranked.
        audience: whom to rank for; by default the rubric's primary audience.
        top: how many to keep; with it, memory does not grow with the table.
        rubric: what to score under; by default the library's only rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Ranks, ties, and the first rows that could not be ranked.

    Raises:
        CertevalError: the table cannot be read, no row can be ranked, a definition does not
            exist or has errors, or a number is invalid.

    """
    from certeval.analysis.rank.rank_table import rank_table as answer
    from certeval.library.loading import load
    from certeval.library.tables.columns import Columns
    from certeval.library.tables.table import Table
    from certeval.library.text import require_stdin_once

    percent = inputs.by_name(weights, "weights", inputs.number)
    shown = inputs.optional(top, "top", _count)
    audiences, judge = lookup.names(audience), lookup.name_or_none(rubric)
    require_stdin_once(str(table), *audiences, judge)
    found = lookup.library_with(library, audience, rubric)
    loaded = load(found, (), audiences or None, judge)
    terms, reader, warnings = loaded.scoring()
    known = Columns(
        terms.criteria,
        dict(columns or ()),
        require_all_criteria=terms.missing_score == "error",
    )
    with Table(Path(table), known, strict=strict) as rows:
        return answer(
            rows, terms, reader, weights=percent, normalize=normalize, top=shown,
            warnings=warnings, files=loaded.files,
        )  # fmt: skip

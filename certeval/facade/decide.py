"""Decide between certificates: compare and rank them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from certeval.errors import UsageError
from certeval.facade import dates, inputs, loading, lookup
from certeval.facade.dates import Date
from certeval.facade.evidence import By, EvidenceCards, evidence_cards, require_opinion
from certeval.facade.inputs import Named, Number
from certeval.facade.judging import judged
from certeval.facade.loading import Changes
from certeval.facade.lookup import Reference, References

if TYPE_CHECKING:
    from certeval.library.library import Library
    from certeval.results.comparison import Comparison
    from certeval.results.interval_comparison import IntervalComparison
    from certeval.results.interval_ranking import IntervalRanking
    from certeval.results.ranking import Ranking


def compare(
    certificates: References,
    *,
    audience: References | None = None,
    all_audiences: bool = False,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Comparison | IntervalComparison:
    """Compare certificates criterion by criterion: several for one audience, or one for several.

    Args:
        certificates: ids, files or ``Certificate`` objects.
        audience: whom to compare for, one or several; by default the rubric's primary audience.
        all_audiences: compare one certificate for every audience of the library.
        rubric: what to score under; by default the certificates' own rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if all
            have one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Which one leads on each criterion, by how much, and which dominate others. If scores are
        intervals, who is certainly ahead.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores; there is
            nothing to compare; a weight is invalid.

    """
    from certeval.analysis.compare import compare as answer
    from certeval.analysis.evidence.compare_intervals import compare_intervals
    from certeval.analysis.evidence.shared_criteria import over_shared_criteria

    found = lookup.library_with(library, certificates, audience, rubric, normalize=normalize)
    of_library = found.ids("audience") if all_audiences else []
    audiences = list(dict.fromkeys([*of_library, *lookup.names(audience)]))
    several = lookup.names(certificates)
    if len(several) > 1 and len(audiences) > 1:
        hint = "compare certificates for one audience, or one certificate across audiences"
        raise UsageError("several certificates and several audiences", hint)
    if len(several) == 1 and len(audiences) < 2:  # noqa: PLR2004 - a pair
        hint = "name another certificate, or use `all_audiences`"
        loading.cases_of(several, audiences, rubric, today, found)
        raise UsageError(f"nothing to compare '{several[0]}' with", hint)
    scored = judged(
        several, audiences, rubric=rubric, by=by, role=role, changes=Changes(weights, normalize),
        today=today, library=found, distinct_audiences=True,
    )  # fmt: skip
    if scored.has_intervals:
        return compare_intervals(scored.cards, role=scored.role)
    return answer(over_shared_criteria(scored.cards, scored.rubric))


def rank(
    certificates: References | None = None,
    *,
    audience: Reference | None = None,
    against: Reference | None = None,
    top: int | None = None,
    rubric: Reference | None = None,
    weights: Named[Number] | None = None,
    normalize: bool = False,
    by: By | None = None,
    role: Reference | None = None,
    today: Date | None = None,
    library: Library | str | Path | None = None,
) -> Ranking | IntervalRanking:
    """Rank certificates by their exact totals, or by intervals if some scores are not known.

    Args:
        certificates: ids, files or ``Certificate`` objects; by default every certificate of the
            library that can be judged.
        audience: whom to rank for; by default the rubric's primary audience.
        against: another audience to rank for, and to compare the two rankings.
        top: how many to keep; by default all.
        rubric: what to score under; by default the certificates' own rubric.
        weights: percent by criterion, in place of the audience's and the rubric's.
        normalize: rescale weights that do not add up to 100.
        by: judge by a reviewer's ``opinion`` or by ``evidence``; by default by opinion if all
            have one, and else by evidence. The two are never mixed.
        role: the job you aim for, which evidence depends on; by default the audience's.
        today: the date that decides which facts are out of date; by default the current one.
        library: a ``Library`` or the folder of one, searched before the built-in one.

    Returns:
        Ranks, ties, and what was left out. If totals are intervals, the ranks that are possible.

    Raises:
        CertevalError: a definition does not exist, has errors or has no scores, or a number
            is invalid.

    """
    from certeval.analysis.evidence.rank_intervals import rank_intervals
    from certeval.analysis.rank.rank import rank as answer
    from certeval.library.loading import load

    shown, changes = inputs.optional(top, "top", _count), Changes(weights, normalize)
    found = lookup.library_with(
        library, certificates, audience, against, rubric, normalize=normalize
    )
    if against is not None:
        require_opinion(by, "against")
    if certificates is not None and against is None:
        scored = judged(
            certificates, audience, rubric=rubric, by=by, role=role, changes=changes, today=today,
            library=found,
        )  # fmt: skip
        if scored.has_intervals:
            return rank_intervals(scored.cards, role=scored.role, top=shown)
        return answer(scored.cards, scored.rubric, top=shown)
    if against is None and by != "opinion":
        facts = _all_by_evidence(
            required=by is not None, audience=audience, rubric=rubric, role=role, changes=changes,
            today=today, library=found,
        )  # fmt: skip
        if facts:
            return rank_intervals(facts.cards, role=facts.role, top=shown, left_out=facts.left_out)
    loaded = load(
        found, lookup.names(certificates), lookup.names_or_none(audience),
        lookup.name_or_none(rubric),
        against=lookup.name_or_none(against), every=certificates is None,
    )  # fmt: skip
    day = dates.day(today)
    cards, others = (
        loading.scorecards(cases, changes)
        for cases in (loaded.cases(day), loaded.cases_against(day))
    )
    if any(card.total_high for card in cards) and against is None:
        return rank_intervals(cards, top=shown, left_out=loaded.left_out)
    terms, _, _ = loaded.scoring()
    return answer(cards, terms, against=others, top=shown, left_out=loaded.left_out)


def _all_by_evidence(
    *, required: bool, audience: Reference | None, rubric: Reference | None, **more: Any
) -> EvidenceCards | None:
    """Return scorecards of the library from evidence.

    None if all have a reviewer's scores or the rubric has no evidence, unless *required*.
    """
    from certeval.library.loading import load

    judge = load(more["library"], (), lookup.names_or_none(audience), lookup.name_or_none(rubric))
    if not required and judge.scoring()[0].evidence is None:
        return None
    found = evidence_cards(None, audience=audience, rubric=rubric, **more)
    return found if required or not found.all_reviewed else None


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
) -> Ranking | IntervalRanking:
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
    found = lookup.library_with(library, audience, rubric, normalize=normalize)
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

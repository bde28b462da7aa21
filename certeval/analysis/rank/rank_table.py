"""Rank the rows of a table of any length as certificates with the same raw scores."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

from certeval.analysis.citation import named
from certeval.analysis.evidence.rank_intervals import rank_intervals
from certeval.analysis.rank.open_rows import require_few, row_cards
from certeval.analysis.rank.placing import place, tie_breakers_of
from certeval.analysis.rank.row_scorer import RowScorer
from certeval.analysis.rank.top_rows import ScoredRow, TopRows
from certeval.analysis.rounding import exact_text
from certeval.analysis.weights import normalize_weights, resolve_weights
from certeval.errors import RowError
from certeval.model.audience import Audience
from certeval.model.context import Files
from certeval.model.rubric import Rubric
from certeval.model.table import BadRow, RawRow
from certeval.results.interval_ranking import IntervalRanking
from certeval.results.ranking import Ranking
from certeval.results.scorecard import Scorecard


class RawTable(Protocol):
    """Rows of raw scores; the counts are known once all rows are read. See ``library.tables``."""

    @property
    def path(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def bad_count(self) -> int: ...
    @property
    def bad_rows(self) -> Sequence[BadRow]: ...
    @property
    def has_duplicates(self) -> bool: ...
    @property
    def warnings(self) -> Sequence[str]: ...
    def __iter__(self) -> Iterator[RawRow]: ...
    def reject(self, row: BadRow) -> None:
        """Count a row that cannot be ranked.

        Args:
            row: Its line, and the reason.

        """


def rank_table(  # noqa: PLR0913 - each is named where it is called
    table: RawTable,
    rubric: Rubric,
    audience: Audience | None = None,
    *,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
    top: int | None = None,
    warnings: Sequence[str] = (),
    files: Files = MappingProxyType({}),
) -> Ranking | IntervalRanking:
    """Rank the rows of a table as certificates with the same raw scores.

    Args:
        table: Rows of raw scores, in the order of the rubric's criteria.
        rubric: What the rows are scored under.
        audience: Adjusts scores and weights criteria as it does for ``score``.
        weights: Weights by criterion, in percent from 0, in place of the stated ones.
        normalize: Whether to rescale weights that do not add up to 100%.
        top: How many rows to show, at least 1; with it, memory does not grow with the table.
        warnings: Warnings from loading *audience*.
        files: The files of *rubric* and *audience*.

    Returns:
        The entries, the best first, and the rows that could not be ranked. If scores are not known
        and the rubric takes them for intervals, the ranks that are possible.

    Raises:
        DefinitionError: the table cannot be read, or no row can be ranked.
        WeightsError: the weights do not add up to 100% and are not rescaled, or all are zero.
        UnknownCriterionError: a weight names a criterion that the rubric does not have.
        UsageError: a weight is negative, or its criterion is ambiguous or repeated; there are too
            many rows with intervals.

    """
    stated = resolve_weights(audience, rubric, weights or {})
    shares, notes = normalize_weights(stated, normalize=normalize)
    scorer = RowScorer(rubric, audience, shares)
    rows = _score(table, scorer, top)
    if table.has_duplicates:  # known only now: read the table again, without them
        scorer = RowScorer(rubric, audience, shares)
        rows = _score(table, scorer, top)
    notes = (*warnings, *notes, *table.warnings)
    if rubric.missing_score == "interval" and scorer.missing:
        require_few(rows.added)
        known = _scorable(table, RowScorer(rubric, audience, shares))
        cards = tuple(row_cards(known, rubric, audience, shares, files))
        found = rank_intervals(cards, top=top)
        return replace(
            found,
            file=table.path,
            rows_read=table.rows,
            bad_count=table.bad_count,
            bad_rows=tuple(table.bad_rows),
            warnings=(
                *notes,
                *_missing_scores(scorer, rows.added, rubric),
                *_open_minimums(cards),
            ),
        )
    placed = place(rows, rubric, scorer.unit)
    return Ranking(
        rubric=named(rubric, files),
        audience=named(audience, files),
        file=table.path,
        scale_max_display=exact_text(rubric.scale.max),
        entries=placed.entries,
        ranked=rows.added,
        more_at_last_rank=rows.tied_beyond_cut,
        tie_breakers=tie_breakers_of(rubric),
        ties=placed.ties,
        tie_count=placed.tie_count,
        rows_read=table.rows,
        bad_count=table.bad_count,
        bad_rows=tuple(table.bad_rows),
        left_out=(),
        against=None,
        similarity=None,
        warnings=(*notes, *_missing_scores(scorer, rows.added, rubric)),
    )


def _score(table: RawTable, scorer: RowScorer, top: int | None) -> TopRows:
    rows = TopRows(top)
    for row in table:
        try:
            scored = scorer.score(row.scores)
        except RowError as error:
            table.reject(BadRow(row.line, error.message, error.hint))
        else:
            rows.add(ScoredRow(scored.total, row.id, row.title, scored.standing, scored.failed))
    return rows


def _scorable(table: RawTable, scorer: RowScorer) -> Iterator[RawRow]:
    """Yield the rows of *table* that can be scored, and reject the others."""
    for row in table:
        try:
            scorer.score(row.scores)
        except RowError as error:
            table.reject(BadRow(row.line, error.message, error.hint))
        else:
            yield row


def _open_minimums(cards: Sequence[Scorecard]) -> Iterator[str]:
    """Yield a warning for each criterion whose minimum may be reached or not."""
    counts = Counter(title for card in cards for title in card.may_fail)
    for title, count in counts.items():
        yield (
            f"whether {title} reaches its minimum cannot be determined in {count} of "
            f"{len(cards)} rows"
        )


def _missing_scores(scorer: RowScorer, rows: int, rubric: Rubric) -> Iterator[str]:
    """Yield a warning for each criterion without a score in some of the *rows* ranked."""
    excluded = rubric.missing_score == "exclude"
    counted = {
        "exclude": "left out there; the other weights are rescaled",
        "lowest": "counted as the scale's minimum",
        "middle": "counted as the middle of the scale",
        "interval": "counted as anything on the scale",
    }
    for item in rubric.criteria:
        if count := scorer.missing[item.id]:
            where = "every row" if count == rows else f"{count} of {rows} rows"
            yield f"no score for {item.title} in {where}: {counted[rubric.missing_score]}"
    if excluded and any(count < rows for count in scorer.missing.values()):
        yield "totals over different criteria are hard to compare"

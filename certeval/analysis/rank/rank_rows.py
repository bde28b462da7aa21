"""Which is best: rows of a table, judged as certificates are, however many there are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

from certeval.analysis.citation import named
from certeval.analysis.rank.best import Best
from certeval.analysis.rank.placing import place
from certeval.analysis.rank.tally import Tally
from certeval.analysis.rounding import in_full
from certeval.analysis.weights import adding_up, settle_weights
from certeval.model.audience import Audience
from certeval.model.context import Files
from certeval.model.rubric import Rubric
from certeval.model.table import BadRow, Judge, Row
from certeval.results.ranking import Ranking


class Table(Protocol):
    """Rows that can be read, and what is known of them once they were: see ``library.table``."""

    @property
    def path(self) -> str: ...
    @property
    def rows(self) -> int: ...
    @property
    def bad_count(self) -> int: ...
    @property
    def bad_rows(self) -> Sequence[BadRow]: ...
    @property
    def warnings(self) -> Sequence[str]: ...
    def readings(self) -> Iterator[Callable[[Judge], Iterator[Row]]]: ...


def rank_rows(  # noqa: PLR0913 - each is named where it is called
    table: Table,
    rubric: Rubric,
    audience: Audience | None = None,
    *,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
    top: int | None = None,
    warnings: Sequence[str] = (),
    files: Files = MappingProxyType({}),
) -> Ranking:
    """Rank the rows of *table* as certificates with these raw scores would be.

    Args:
        table: rows of raw scores, in the order of the rubric's criteria.
        rubric: what the rows are scored under.
        audience: adjusts scores and weights criteria as it does for ``score``.
        weights: percent by criterion, in place of the stated ones.
        normalize: rescale weights that do not add up to 100.
        top: how many rows to keep; with it, memory does not grow with the table.
        warnings: what had to be left out of *audience*.
        files: where *rubric* and *audience* came from.

    Raises:
        DefinitionError: as ``table.readings`` has it.
        WeightsError, UnknownCriterionError, UsageError: as ``score`` has them.

    """
    stated = settle_weights(audience, rubric, weights or {})
    shares, said = adding_up(stated, normalize=normalize)
    best, tally = Best(top), Tally(rubric, audience, shares)
    for read in table.readings():
        best, tally = Best(top), Tally(rubric, audience, shares)
        for row in read(tally.total):
            best.add(row)
    placed = place(best, rubric, tally.unit)
    return Ranking(
        rubric=named(rubric, files),
        audience=named(audience, files),
        file=table.path,
        scale_max_display=in_full(rubric.scale.max),
        entries=placed.entries,
        ranked=best.added,
        more_at_last_rank=best.beyond,
        ties=placed.ties,
        tie_count=placed.tie_count,
        rows_read=table.rows,
        bad_count=table.bad_count,
        bad_rows=tuple(table.bad_rows),
        left_out=(),
        against=None,
        similarity=None,
        warnings=(*warnings, *said, *table.warnings, *_missing(tally, best.added, rubric)),
    )


def _missing(tally: Tally, rows: int, rubric: Rubric) -> Iterator[str]:
    """What is to be said of scores that are missing."""
    left_out = rubric.missing_score == "exclude"
    what = "counted as the scale's minimum"
    if left_out:
        what = "left out there; the other weights are rescaled"
    for item in rubric.criteria:
        if count := tally.missing[item.id]:
            where = "every row" if count == rows else f"{count} of {rows} rows"
            yield f"no score for {item.title} in {where}: {what}"
    if left_out and any(count < rows for count in tally.missing.values()):
        yield "totals over different criteria are hard to compare"

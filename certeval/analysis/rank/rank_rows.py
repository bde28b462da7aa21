"""Which is best: rows of a table, judged as certificates are, however many there are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from certeval.analysis.citation import named
from certeval.analysis.rank.best import Best
from certeval.analysis.rank.placing import place
from certeval.analysis.rank.tally import Tally
from certeval.analysis.rounding import in_full
from certeval.analysis.weights import adding_up, settle_weights
from certeval.model.table import BadRow, Judge, Row
from certeval.model.terms import Terms
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


def rank_rows(
    table: Table,
    terms: Terms,
    *,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
    top: int | None = None,
) -> Ranking:
    """Rank the rows of *table* as certificates with these raw scores would be.

    The audience of *terms* adjusts scores and weighs criteria as it does for ``score``; *weights*
    and *normalize* are as there. With *top*, memory does not grow with the table.

    Raises:
        DefinitionError: as ``table.readings`` has it.
        WeightsError, UnknownCriterionError, UsageError: as ``score`` has them.

    """
    stated = settle_weights(terms.audience, terms.rubric, weights or {})
    shares, said = adding_up(stated, normalize=normalize)
    best, tally = Best(top), Tally(terms, shares)
    for read in table.readings():
        best, tally = Best(top), Tally(terms, shares)
        for row in read(tally.total):
            best.add(row)
    placed = place(best, terms.rubric, tally.unit)
    return Ranking(
        rubric=named(terms.rubric, terms.files),
        audience=named(terms.audience, terms.files) if terms.audience else None,
        file=table.path,
        scale_max_display=in_full(terms.rubric.scale.max),
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
        warnings=(*terms.warnings, *said, *table.warnings, *_missing(tally, best.added, terms)),
    )


def _missing(tally: Tally, rows: int, terms: Terms) -> Iterator[str]:
    """What is to be said of scores that are missing."""
    left_out = terms.rubric.missing_score == "exclude"
    what = "counted as the scale's minimum"
    if left_out:
        what = "left out there; the other weights are rescaled"
    for item in terms.rubric.criteria:
        if count := tally.missing[item.id]:
            where = "every row" if count == rows else f"{count} of {rows} rows"
            yield f"no score for {item.title} in {where}: {what}"
    if left_out and any(count < rows for count in tally.missing.values()):
        yield "totals over different criteria are hard to compare"

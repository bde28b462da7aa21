"""Rank the rows of a table whose scores are not all known: as intervals, never in a false order."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from certeval.analysis.score import score_with
from certeval.errors import UsageError
from certeval.model.audience import Audience
from certeval.model.certificate import Certificate, Score
from certeval.model.context import Case, Files
from certeval.model.rubric import Rubric
from certeval.model.table import RawRow
from certeval.results.scorecard import Scorecard

MOST_ROWS = 2000
"""Rows are kept and compared with each other, so that their number is limited."""


def require_few(rows: int) -> None:
    """Require that intervals can be ranked.

    Args:
        rows: how many rows there are.

    Raises:
        UsageError: there are too many.

    """
    if rows > MOST_ROWS:
        raise UsageError(
            f"{rows:,} rows, and some of their scores are not known: totals that are intervals "
            f"are ranked for at most {MOST_ROWS:,} rows",
            "rank fewer rows, or let the rubric say what counts: 'missing_score: lowest'",
        )


def row_cards(
    rows: Iterable[RawRow],
    rubric: Rubric,
    audience: Audience | None,
    weights: Mapping[str, Fraction],
    files: Files,
) -> Iterator[Scorecard]:
    """Score rows as certificates with the same scores.

    Args:
        rows: rows that can be scored.
        rubric: what they are scored under.
        audience: adjusts scores and weights criteria.
        weights: percent by criterion, adding up to exactly 100.
        files: the files of *rubric* and *audience*.

    Yields:
        A scorecard for each row. A score that is not known is an interval.

    """
    for row in rows:
        case = Case(_certificate(row, rubric), audience, rubric, files=files)
        yield score_with(case, weights)


def _certificate(row: RawRow, rubric: Rubric) -> Certificate:
    scores = tuple(
        Score.model_construct(criterion=one.id, measured=text, reason="", source="")
        for one, text in zip(rubric.criteria, row.scores, strict=True)
    )
    return Certificate.model_construct(
        kind="certificate", id=row.id, title=row.title or row.id, scores=scores
    )

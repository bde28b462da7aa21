"""Lay out a comparison of intervals: criterion by criterion, and who is certainly ahead."""

from collections.abc import Callable, Iterator

from certeval.render.document import Block, Col, Document, Heading, Paragraph, table_of
from certeval.render.layout.scorecard import to
from certeval.results.interval_comparison import IntervalComparison, IntervalCriterion
from certeval.results.interval_ranking import IntervalEntry

_BY = {"evidence": "evidence", "opinion": "reviewers' scores"}


def document(comparison: IntervalComparison) -> Document:
    """Return the answer and the table."""
    reader = f" for {comparison.audience.title}" if comparison.audience else ""
    return (Heading(f"Comparison by {_BY[comparison.by]}{reader}"), *_blocks(comparison))


def _blocks(comparison: IntervalComparison) -> Iterator[Block]:
    yield Paragraph(_answer(comparison), "strong")
    columns: list[Col[IntervalCriterion]] = [
        Col("Criterion", lambda line: line.title, 9, total="Rating")
    ]
    for at, entry in enumerate(comparison.entries):
        columns.append(
            Col(entry.id, _score_of(entry), max(4, 8 - at), number=True, total=_rating(entry))
        )
    columns.append(
        Col("Ahead", lambda line: line.ahead or "not certain", 3,
            total=comparison.certain_first or "not certain")
    )  # fmt: skip
    yield table_of(comparison.criteria, columns)
    likely = max(comparison.entries, key=lambda entry: entry.first_percent.value)
    if comparison.certain_first is None:
        yield Paragraph(
            f"{likely.title} has the highest total in {likely.first_percent} of "
            f"{comparison.draws:,} draws of what is unknown (seed {comparison.seed})."
        )
    yield from (Paragraph(f"Warning: {warning}.") for warning in comparison.warnings)


def _answer(comparison: IntervalComparison) -> str:
    role = f" for the role {comparison.role.title}" if comparison.role else ""
    for entry in comparison.entries:
        if entry.id == comparison.certain_first:
            return f"{entry.title} is better{role}, whatever the unknowns are."
    return f"None is certainly better{role}: the intervals overlap."


def _score_of(entry: IntervalEntry) -> Callable[[IntervalCriterion], str]:
    def cell(line: IntervalCriterion) -> str:
        found = next((score for score in line.scores if score.id == entry.id), None)
        return to(found.low, found.high) if found else "not applicable"

    return cell


def _rating(entry: IntervalEntry) -> str:
    fails = " (fails)" if entry.failed else ""
    return f"{to(entry.rating, entry.rating_high)}{fails}"

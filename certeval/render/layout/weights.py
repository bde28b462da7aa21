"""Weights of an order of criteria: beside the rubric's own, and by the other methods."""

from collections.abc import Iterator

from certeval.render.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from certeval.results.weights import Weighed, Weighing

_WRITTEN = "In the audience file, weights are rounded to two decimals and adjusted to total 100%."


def document(result: Weighing) -> Document:
    """The weights, what they come of, and what other methods make of the same order."""
    return tuple(_blocks(result))


def _blocks(result: Weighing) -> Iterator[Block]:
    yield Heading(f"{result.rubric.title}: weights by {result.method.title}")
    yield _weights(result)
    method = result.method
    yield Paragraph(f"{_capital(method.title)}: {method.formula} ({method.source}).", "note")
    yield Paragraph(_WRITTEN, "note")
    yield Heading("Weights for the same order under other methods", level=2)
    yield _others(result)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _weights(result: Weighing) -> Table:
    swing = result.method.id == "swing"
    columns = (
        Column("Rank", priority=7, number=True),
        Column("Criterion", priority=9),
        *([Column("Points", priority=6, number=True)] if swing else []),
        Column("Weight", priority=8, number=True),
        Column("In the file", priority=3, number=True),
        Column("In the rubric", priority=4, number=True),
        Column("Difference", priority=5, number=True),
    )
    total = ("", "Total", *([""] if swing else []), *(result.total_display,) * 3, "")
    return Table(columns, tuple(_row(line, swing=swing) for line in result.lines), total)


def _row(line: Weighed, *, swing: bool) -> tuple[str, ...]:
    points = [line.points_display] if swing else []
    weights = (line.weight_display, line.written_display, line.rubric_display)
    return (str(line.place), line.title, *points, *weights, line.difference_display)


def _others(result: Weighing) -> Table:
    columns = (
        Column("Criterion", priority=9),
        *(Column(_capital(other.title), priority=5, number=True) for other in result.others),
    )
    weights = zip(*(other.weights for other in result.others), strict=True)
    rows = tuple(
        (line.title, *(weight.weight_display for weight in of_line))
        for line, of_line in zip(result.lines, weights, strict=True)
    )
    return Table(columns, rows)

"""Lay out elicited weights: next to the rubric's own, and by the other methods."""

from collections.abc import Iterator, Mapping

from certeval.render.document import Block, Col, Document, Heading, Paragraph, Table, table_of
from certeval.results.weights import ElicitedWeight, ElicitedWeights, Method, MethodId, OtherMethod

_FORMULAS: Mapping[MethodId, str] = {
    "roc": "the weight of place k of n is the sum of 1/i for i from k to n, divided by n",
    "rank-sum": "the weight of place k of n is 2(n + 1 - k) / (n(n + 1))",
    "reciprocal": "the weight of place k is 1/k, divided by the sum of 1/j for all places j",
    "swing": "the weight of a criterion is its points, divided by the points of all",
}
_WRITTEN = "The weights in an audience file are integers in exactly these proportions."


def document(result: ElicitedWeights) -> Document:
    """Return the weights, their formula, and the weights of other methods for the same order."""
    return tuple(_blocks(result))


def _blocks(result: ElicitedWeights) -> Iterator[Block]:
    method = result.method
    yield Heading(f"{result.rubric.title}: weights by {method.title}")
    yield _weights(result)
    yield Paragraph(f"{_capital(method.title)}: {_formula(method)} ({method.source}).", "note")
    yield Paragraph(_WRITTEN, "note")
    yield Heading("Weights for the same order under other methods", level=2)
    yield _others(result)


def _formula(method: Method) -> str:
    return _FORMULAS[method.id]


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _weights(result: ElicitedWeights) -> Table:
    swing, total = result.method.id == "swing", result.total_display
    columns: tuple[Col[ElicitedWeight], ...] = (
        Col("Rank", lambda one: str(one.place), priority=7, number=True),
        Col("Criterion", lambda one: one.title, priority=9, total="Total"),
        Col("Points", lambda one: str(one.points), priority=6, number=True, shown=swing),
        Col("Weight", lambda one: str(one.weight_percent), priority=8, number=True, total=total),
        Col(
            "In the file",
            lambda one: str(one.written_weight),
            priority=3,
            number=True,
        ),
        Col(
            "In the rubric",
            lambda one: str(one.rubric_percent),
            priority=4,
            number=True,
            total=total,
        ),
        Col("Difference", lambda one: str(one.difference_points), priority=5, number=True),
    )
    return table_of(result.lines, columns)


def _others(result: ElicitedWeights) -> Table:
    columns: tuple[Col[int], ...] = (
        Col("Criterion", lambda at: result.lines[at].title, priority=9),
        *(_other_column(other) for other in result.others),
    )
    return table_of(range(len(result.lines)), columns)


def _other_column(other: OtherMethod) -> Col[int]:
    return Col(
        _capital(other.title),
        lambda at: str(other.weights[at].weight_percent),
        priority=5,
        number=True,
    )


WORDS = {Method: {"formula": _formula}}

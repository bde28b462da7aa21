"""Alternatives to compare, made from weights and rows of raw scores."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import lcm
from random import Random
from typing import Any, NamedTuple

from hypothesis import settings
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import Matrix, decision_matrix, score_all
from certeval.model.context import Case
from certeval.model.rubric import Rubric
from certeval.results.scorecard import Scorecard
from tests import builders

few = settings(max_examples=25)
"""For properties that many certificates have to be made for, and that others hold in part."""

BANDS = [
    {"from": "7", "label": "good", "meaning": "take it"},
    {"from": "4", "label": "fair", "meaning": "perhaps"},
    {"from": "0", "label": "poor", "meaning": "leave it"},
]
ROBUST = {
    "robust_from_percent": "90",
    "leaning_from_percent": "60",
    "concentration": "50",
    "source": "me",
}


class Rivals(NamedTuple):
    """Cases under one rubric and their scorecards, in the same order."""

    rubric: Rubric
    cases: tuple[Case, ...]
    cards: tuple[Scorecard, ...]

    @property
    def matrix(self) -> Matrix:
        return decision_matrix(self.cards)

    @property
    def ids(self) -> list[str]:
        return [case.certificate.id for case in self.cases]

    def turned(self, order: Sequence[int]) -> "Rivals":
        """The same in another order."""
        cases = tuple(self.cases[at] for at in order)
        return Rivals(self.rubric, cases, tuple(self.cards[at] for at in order))


def rivals(
    weights: Sequence[object],
    rows: Mapping[str, Sequence[object]] | Sequence[Sequence[object]],
    low: object = 0,
    high: object = 10,
    **more: Any,
) -> Rivals:
    """Certificates a, b, ... with *rows* of scores, under criteria c0, c1, ... of *weights*.

    A score of None is missing; *more* are fields of the rubric.
    """
    if not isinstance(rows, Mapping):
        rows = {chr(ord("a") + at): row for at, row in enumerate(rows)}
    names = [f"c{at}" for at in range(len(weights))]
    terms = builders.rubric(dict(zip(names, weights, strict=True)), low, high, **more)
    cases = tuple(
        Case(
            builders.certificate(
                {
                    criterion: raw
                    for criterion, raw in zip(names, row, strict=True)
                    if raw is not None
                },
                id=name,
                title=name.upper(),
            ),
            None,
            terms,
        )
        for name, row in rows.items()
    )
    return Rivals(terms, cases, score_all(cases))


def identity(count: int) -> list[list[int]]:
    """Alternative i has 1 under criterion i, and 0 under every other."""
    return [[int(row == at) for at in range(count)] for row in range(count)]


def shifted(weights: Sequence[Fraction], at: int, percent: Fraction) -> list[Fraction]:
    """*weights* with *percent* for one of them, the others in proportion; it was not all."""
    others = sum(weights) - weights[at]
    return [
        percent if place == at else weight * (100 - percent) / others
        for place, weight in enumerate(weights)
    ]


def totals(weights: Sequence[Fraction], rows: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    """Weighted sums, in a way of their own."""
    whole = sum(weights)
    return [sum(w * raw for w, raw in zip(weights, row, strict=True)) / whole for row in rows]


def as_given(weights: Mapping[str, Fraction]) -> dict[str, Decimal]:
    """*weights* in the same proportions as whole numbers, which an option can give."""
    common = lcm(*(weight.denominator for weight in weights.values()))
    return {name: Decimal(int(weight * common)) for name, weight in weights.items()}


def chance(seed: int) -> Random:
    """Chance that is the same every time."""
    return Random(seed)  # noqa: S311 - of no use to anybody who wants to guess it


def percents(count: int) -> st.SearchStrategy[list[int]]:
    """Weights of *count* criteria, whole percents that add up to 100; some may be 0."""
    cuts = st.lists(st.integers(0, 20), min_size=count - 1, max_size=count - 1)
    return cuts.map(lambda found: [5 * (b - a) for a, b in pairwise([0, *sorted(found), 20])])


halves = st.integers(0, 20).map(lambda count: Decimal(count) / 2)


@st.composite
def contests(
    draw: st.DrawFn, fewest: int = 2, most: int = 4, criteria: tuple[int, int] = (1, 4), **more: Any
) -> Rivals:
    """So many certificates under so many criteria; scores in halves, so that ties occur."""
    count = draw(st.integers(*criteria))
    row = st.lists(halves, min_size=count, max_size=count)
    rows = draw(st.lists(row, min_size=fewest, max_size=most))
    return rivals(draw(percents(count)), rows, **more)

"""Draws of weights and scores, and what came of them: stochastic multicriteria acceptability.

R. Lahdelma and P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group
Decision Making", Operations Research 49 (2001). Numbers are binary floats here, and only here:
chance decides what the next digit would.
"""

from collections.abc import Callable, Sequence
from operator import gt, mul
from random import Random
from typing import NamedTuple

from certeval.analysis.robustness.weight_samplers import Draw

Progress = Callable[[int], None]
"""Told from time to time how many more draws are done."""

_BATCH = 500
_Row = Sequence[float]


class ScoreUncertainty(NamedTuple):
    """Scores that are not known exactly: uniform within *error* of the raw score, on the scale."""

    error: float
    low: float
    high: float

    def draw(self, row: _Row, random: Random) -> list[float]:
        """*row* as it might be."""
        return [
            min(self.high, max(self.low, raw + self.error * (2.0 * random.random() - 1.0)))
            for raw in row
        ]


class Line(NamedTuple):
    """A total to be reached, or exceeded where ``strict``: each raw score less that total, so that
    what is level with it stays so exactly."""

    above: _Row
    strict: bool


class Tally:
    """What a number of draws came to, for alternatives in the order of their rows.

    ``ranks[i][r]`` counts the draws that give i the rank r + 1, ties sharing the better one;
    ``alone[i]`` those that give it to nobody else as the first; ``wins[i][j]`` those in which i is
    ahead of j; ``weights[i]`` adds up the weights of those that give i the first rank.
    """

    def __init__(self, alternatives: int, criteria: int) -> None:
        """Nothing has been drawn."""
        self.ranks = [[0] * alternatives for _ in range(alternatives)]
        self.alone = [0] * alternatives
        self.wins = [[0] * alternatives for _ in range(alternatives)]
        self.weights = [[0.0] * criteria for _ in range(alternatives)]

    def add(self, weights: _Row, totals: _Row) -> None:
        """Count one draw."""
        order = sorted(range(len(totals)), key=totals.__getitem__, reverse=True)
        self.alone[order[0]] += totals.count(totals[order[0]]) == 1
        rank, last = 0, None
        for place, at in enumerate(order):
            if totals[at] != last:
                rank, last = place, totals[at]
            self.ranks[at][rank] += 1
            if rank == 0:
                self.weights[at] = [*map(sum, zip(self.weights[at], weights, strict=True))]

    def add_pairs(self, drawn: Sequence[_Row]) -> None:
        """Count who was ahead of whom in the totals of several draws."""
        columns = list(zip(*drawn, strict=True))
        for at, mine in enumerate(columns):
            for other, theirs in enumerate(columns):
                if at != other:
                    self.wins[at][other] += sum(map(gt, mine, theirs))


def tally(  # noqa: PLR0913 - each is named where it is called
    rows: Sequence[_Row],
    draw: Draw,
    random: Random,
    draws: int,
    *,
    blur: ScoreUncertainty | None = None,
    progress: Progress,
) -> Tally:
    """Judge the raw scores *rows* under so many weightings."""
    counted = Tally(len(rows), len(rows[0]))
    for size in _batches(draws):
        drawn = []
        for _ in range(size):
            weights = draw()
            scores = [blur.draw(row, random) for row in rows] if blur else rows
            totals = [sum(map(mul, row, weights)) for row in scores]
            counted.add(weights, totals)
            drawn.append(totals)
        counted.add_pairs(drawn)
        progress(size)
    return counted


def confidences(  # noqa: PLR0913 - each is named where it is called
    rows: Sequence[_Row],
    central: Sequence[_Row | None],
    blur: ScoreUncertainty,
    random: Random,
    draws: int,
    *,
    progress: Progress,
) -> list[int]:
    """In how many draws of scores each alternative is first under its own *central* weights."""
    won = [0] * len(rows)
    for size in _batches(draws):
        for _ in range(size):
            scores = [blur.draw(row, random) for row in rows]
            for at, weights in enumerate(central):
                if weights is not None:
                    totals = [sum(map(mul, row, weights)) for row in scores]
                    won[at] += totals[at] == max(totals)
        progress(size)
    return won


def passes(  # noqa: PLR0913 - each is named where it is called
    row: _Row,
    thresholds: Sequence[Line],
    draw: Draw,
    random: Random,
    draws: int,
    *,
    blur: ScoreUncertainty | None = None,
    progress: Progress,
) -> list[int]:
    """In how many draws the total reaches each threshold."""
    passed = [0] * len(thresholds)
    for size in _batches(draws):
        for _ in range(size):
            weights, moved = draw(), 0.0
            if blur:
                off = [now - raw for now, raw in zip(blur.draw(row, random), row, strict=True)]
                moved = sum(map(mul, off, weights))
            for at, (above, strict) in enumerate(thresholds):
                over = sum(map(mul, above, weights)) + moved
                passed[at] += over > 0 or (over == 0 and not strict)
        progress(size)
    return passed


def _batches(draws: int) -> list[int]:
    whole, rest = divmod(draws, _BATCH)
    return [_BATCH] * whole + ([rest] if rest else [])

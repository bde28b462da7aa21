"""Sampled weights and scores, and what they lead to: stochastic multicriteria acceptability.

R. Lahdelma and P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group
Decision Making", Operations Research 49 (2001). Numbers are binary floats here, and only here:
chance decides what the next digit would.
"""

from collections.abc import Callable, Sequence
from operator import gt, mul
from random import Random
from typing import NamedTuple

from certeval.analysis.robustness.weight_samplers import Sampler

Progress = Callable[[int], None]
"""Called now and then with the number of further draws that are done."""

_BATCH = 500
_Row = Sequence[float]


class ScoreUncertainty(NamedTuple):
    """Uncertain scores: uniform in intervals, and then uniform within *error* points of that.

    ``widths`` are those of the intervals above the raw scores, a row for each alternative; without
    any, the raw scores are known. What *error* adds stays within the scale, *low* to *high*.
    """

    error: float
    low: float
    high: float
    widths: Sequence[_Row] = ()

    def sample(self, rows: Sequence[_Row], random: Random) -> list[list[float]]:
        """Sample scores.

        Args:
            rows: the raw scores of each alternative, or the low ends of their intervals.
            random: the source of random numbers.

        Returns:
            A score for each of *rows*.

        """
        drawn = [[*row] for row in rows]
        if self.widths:
            drawn = [
                [low + width * random.random() if width else low
                 for low, width in zip(row, wide, strict=True)]
                for row, wide in zip(rows, self.widths, strict=True)
            ]  # fmt: skip
        if not self.error:
            return drawn
        return [
            [
                min(self.high, max(self.low, raw + self.error * (2.0 * random.random() - 1.0)))
                for raw in row
            ]
            for row in drawn
        ]


class PassMark(NamedTuple):
    """A total to be reached, or exceeded if it is ``exclusive``.

    ``margins`` are the raw scores less that total, so that a total equal to it gives exactly 0.
    """

    margins: _Row
    exclusive: bool


class Tally:
    """Counts of draws, for alternatives in the order of their rows.

    ``ranks[i][r]`` counts the draws in which i has the rank r + 1, ties sharing the better one;
    ``sole_first[i]`` those in which i is first without a tie; ``wins[i][j]`` those in which i is
    ahead of j; ``weights[i]`` adds up the weights of those in which i is first.
    """

    def __init__(self, alternatives: int, criteria: int) -> None:
        """Start with no draws of so many alternatives and criteria."""
        self.ranks = [[0] * alternatives for _ in range(alternatives)]
        self.sole_first = [0] * alternatives
        self.wins = [[0] * alternatives for _ in range(alternatives)]
        self.weights = [[0.0] * criteria for _ in range(alternatives)]

    def add(self, weights: _Row, totals: _Row) -> None:
        """Count one draw.

        Args:
            weights: the weighting, which adds up to 1.
            totals: the total of each alternative under it.

        """
        order = sorted(range(len(totals)), key=totals.__getitem__, reverse=True)
        self.sole_first[order[0]] += totals.count(totals[order[0]]) == 1
        rank, last = 0, None
        for place, at in enumerate(order):
            if totals[at] != last:
                rank, last = place, totals[at]
            self.ranks[at][rank] += 1
            if rank == 0:
                self.weights[at] = [*map(sum, zip(self.weights[at], weights, strict=True))]

    def add_pairs(self, draws: Sequence[_Row]) -> None:
        """Count which alternative is ahead of which.

        Args:
            draws: the totals of the alternatives, one row per draw.

        """
        columns = list(zip(*draws, strict=True))
        for at, mine in enumerate(columns):
            for other, theirs in enumerate(columns):
                if at != other:
                    self.wins[at][other] += sum(map(gt, mine, theirs))


def tally(  # noqa: PLR0913 - the last ones are keyword-only
    rows: Sequence[_Row],
    sampler: Sampler,
    random: Random,
    draws: int,
    *,
    uncertainty: ScoreUncertainty | None = None,
    progress: Progress,
) -> Tally:
    """Judge raw scores under sampled weightings.

    Args:
        rows: raw scores, one row per alternative.
        sampler: samples a weighting per call.
        random: the source of random numbers for the scores.
        draws: how many weightings to sample.
        uncertainty: how far raw scores may be off; None if they are certain.
        progress: called now and then with the number of further draws.

    Returns:
        The counts of ranks and wins.

    """
    counts = Tally(len(rows), len(rows[0]))
    for size in _batches(draws):
        batch = []
        for _ in range(size):
            weights = sampler()
            scores = uncertainty.sample(rows, random) if uncertainty else rows
            totals = [sum(map(mul, row, weights)) for row in scores]
            counts.add(weights, totals)
            batch.append(totals)
        counts.add_pairs(batch)
        progress(size)
    return counts


def count_confident(  # noqa: PLR0913 - the last one is keyword-only
    rows: Sequence[_Row],
    central: Sequence[_Row | None],
    uncertainty: ScoreUncertainty,
    random: Random,
    draws: int,
    *,
    progress: Progress,
) -> list[int]:
    """Count how often each alternative is first under its own central weights.

    Args:
        rows: raw scores, one row per alternative.
        central: the central weights of each alternative; None if it is never first.
        uncertainty: how far raw scores may be off.
        random: the source of random numbers.
        draws: how often to sample scores.
        progress: called now and then with the number of further draws.

    Returns:
        The number of draws in which each alternative is first.

    """
    won = [0] * len(rows)
    for size in _batches(draws):
        for _ in range(size):
            scores = uncertainty.sample(rows, random)
            for at, weights in enumerate(central):
                if weights is not None:
                    totals = [sum(map(mul, row, weights)) for row in scores]
                    won[at] += totals[at] == max(totals)
        progress(size)
    return won


def count_passes(  # noqa: PLR0913 - the last ones are keyword-only
    row: _Row,
    marks: Sequence[PassMark],
    sampler: Sampler,
    random: Random,
    draws: int,
    *,
    uncertainty: ScoreUncertainty | None = None,
    progress: Progress,
) -> list[int]:
    """Count how often one alternative reaches each of several totals.

    Args:
        row: the raw scores of the alternative.
        marks: the totals to reach.
        sampler: samples a weighting per call.
        random: the source of random numbers for the scores.
        draws: how many weightings to sample.
        uncertainty: how far raw scores may be off; None if they are certain.
        progress: called now and then with the number of further draws.

    Returns:
        The number of draws in which each total is reached.

    """
    passed = [0] * len(marks)
    for size in _batches(draws):
        for _ in range(size):
            weights, shift = sampler(), 0.0
            if uncertainty:
                (scores,) = uncertainty.sample([row], random)
                errors = [now - raw for now, raw in zip(scores, row, strict=True)]
                shift = sum(map(mul, errors, weights))
            for at, (margins, exclusive) in enumerate(marks):
                margin = sum(map(mul, margins, weights)) + shift
                passed[at] += margin > 0 or (margin == 0 and not exclusive)
        progress(size)
    return passed


def _batches(draws: int) -> list[int]:
    """Return the sizes of the batches after which progress is reported."""
    whole, rest = divmod(draws, _BATCH)
    return [_BATCH] * whole + ([rest] if rest else [])

"""Weightings drawn by chance: uniformly, or around stated weights."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import log
from random import Random

Draw = Callable[[], list[float]]
"""Draws a weighting: one weight a criterion, 0 to 1, adding up to 1."""


def uniform(random: Random, count: int) -> Draw:
    """Any weighting of *count* criteria is as likely as any other.

    Normalised exponential variates are uniform on the simplex; normalised uniform ones are not.
    L. Devroye, "Non-Uniform Random Variate Generation" (1986), chapter V.
    """

    def draw() -> list[float]:
        sizes = [-log(1.0 - random.random()) for _ in range(count)]
        total = sum(sizes)
        return [size / total for size in sizes] if total else draw()

    return draw


def around(random: Random, shares: Sequence[Fraction], concentration: float) -> Draw:
    """Weightings whose mean is *shares*, which add up to 1: a Dirichlet distribution.

    A share w has the standard deviation sqrt(w (1 - w) / (*concentration* + 1)).
    """
    alphas = [float(share) * concentration for share in shares]

    def draw() -> list[float]:
        sizes = [random.gammavariate(alpha, 1.0) if alpha else 0.0 for alpha in alphas]
        total = sum(sizes)
        return [size / total for size in sizes] if total else draw()

    return draw

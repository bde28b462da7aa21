"""Random weightings: uniform, or around stated weights."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import log
from random import Random

Sampler = Callable[[], list[float]]
"""Samples a weighting per call: one weight per criterion, 0 to 1, adding up to 1."""


def uniform(random: Random, count: int) -> Sampler:
    """Return a sampler with which all weightings are equally likely.

    Normalized exponential variates are uniform on the simplex; normalized uniform ones are not.
    L. Devroye, "Non-Uniform Random Variate Generation" (1986), chapter V.

    Args:
        random: the source of random numbers.
        count: the number of criteria, from 1.

    Returns:
        The sampler.

    """

    def _sample() -> list[float]:
        sizes = [-log(1.0 - random.random()) for _ in range(count)]
        total = sum(sizes)
        return [size / total for size in sizes] if total else _sample()

    return _sample


def around(random: Random, shares: Sequence[Fraction], concentration: float) -> Sampler:
    """Return a sampler of weightings around stated ones: a Dirichlet distribution.

    The mean of a weight is its stated share w, and its standard deviation is
    sqrt(w (1 - w) / (*concentration* + 1)).

    Args:
        random: the source of random numbers.
        shares: the stated weights, 0 to 1, which add up to 1.
        concentration: how close samples stay to *shares*, above 0; higher is closer.

    Returns:
        The sampler.

    """
    alphas = [float(share) * concentration for share in shares]

    def _sample() -> list[float]:
        sizes = [random.gammavariate(alpha, 1.0) if alpha else 0.0 for alpha in alphas]
        total = sum(sizes)
        return [size / total for size in sizes] if total else _sample()

    return _sample

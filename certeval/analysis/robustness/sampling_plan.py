"""How to test an answer: which weightings, how uncertain the scores, how many draws."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Literal, NamedTuple

from certeval.analysis import figures
from certeval.analysis.robustness.sampling import Progress, ScoreUncertainty
from certeval.analysis.robustness.weight_samplers import Sampler, around, uniform
from certeval.analysis.rounding import half_up
from certeval.model.scale import Scale
from certeval.results.figures import NO_FIGURE, Figure
from certeval.results.robustness import Method, Probability

_PLACES = 1
_ERROR_PLACES = 2


class SamplingPlan(NamedTuple):
    """Which weightings and scores to sample, and how often.

    ``uniform`` weights are sampled from all weightings; ``stated`` ones around the stated weights,
    closer to them with a higher ``concentration``, from 1. ``score_error`` is how far off a raw
    score may be, in points; None if scores are certain.
    """

    weights: Literal["uniform", "stated"]
    concentration: Decimal
    score_error: Decimal | None
    draws: int
    seed: int
    progress: Progress = lambda done: None  # noqa: ARG005 - progress is optional

    @property
    def may_be_exact(self) -> bool:
        """Return whether nothing is left to chance if there is a formula."""
        return self.weights == "uniform" and self.score_error is None

    def sampler(self, random: Random, shares: Sequence[Fraction]) -> Sampler:
        """Return a sampler of weightings.

        Args:
            random: the source of random numbers.
            shares: the stated weights, which add up to 1.

        Returns:
            A function that samples one weighting per call.

        """
        if self.weights == "uniform":
            return uniform(random, len(shares))
        return around(random, shares, float(self.concentration))

    def uncertainty(
        self, scale: Scale, widths: Sequence[Sequence[Fraction]] = ()
    ) -> ScoreUncertainty | None:
        """Return how scores are sampled.

        Args:
            scale: the scale of the raw scores.
            widths: how wide the interval of each score is, in points; none if all are known.

        Returns:
            The intervals, and the error around each raw score, within *scale*; None if scores are
            certain.

        """
        if self.score_error is None and not widths:
            return None
        wide = tuple([float(width) for width in row] for row in widths)
        return ScoreUncertainty(
            float(self.score_error or 0), float(scale.min), float(scale.max), wide
        )

    def method(self, *, exact: bool, intervals: bool = False) -> Method:
        """Return the plan as part of a result.

        Args:
            exact: whether the shares are exact, so that nothing was sampled.
            intervals: whether scores were drawn from intervals.

        Returns:
            The weightings, the uncertainty, and, unless *exact*, the draws and the seed.

        """
        stated = self.weights == "stated"
        return Method(
            weights=self.weights,
            concentration=figures.exact(Fraction(self.concentration)) if stated else None,
            score_error=None
            if self.score_error is None
            else figures.exact(Fraction(self.score_error)),
            intervals=intervals,
            exact=exact,
            draws=None if exact else self.draws,
            seed=None if exact else self.seed,
        )


def exact_probability(share: Fraction) -> Probability:
    """Return a share that is known exactly.

    Args:
        share: the share, 0 to 1.

    Returns:
        The share, without a standard error.

    """
    return Probability(share, share_text(share), NO_FIGURE)


def sampled_probability(count: int, draws: int) -> Probability:
    """Return the share of draws in which something happened.

    Args:
        count: in how many draws it did, 0 to *draws*.
        draws: the number of draws, from 1.

    Returns:
        The share, with the standard error of a binomial proportion.

    """
    share = Fraction(count, draws)
    variance = share * (1 - share) / draws
    error = Fraction((Decimal(variance.numerator) / variance.denominator).sqrt())
    shown = Figure(error, f"{half_up(error * 100, _ERROR_PLACES):f}")
    return Probability(share, share_text(share), shown)


def complement(probability: Probability) -> Probability:
    """Return the share of all other weightings.

    Args:
        probability: any share.

    Returns:
        1 less the share, with the same standard error.

    """
    rest = 1 - probability.share
    return Probability(rest, share_text(rest), probability.standard_error)


def share_text(share: Fraction) -> str:
    """Return a share in percent, never as 0% or 100% unless it is exactly that.

    Args:
        share: the share, 0 to 1.

    Returns:
        Text such as ``66.7%``, ``under 0.1%`` or ``over 99.9%``.

    """
    rounded = half_up(share * 100, _PLACES)
    if share and not rounded:
        return "under 0.1%"
    if share < 1 and rounded == 100:  # noqa: PLR2004 - percent
        return "over 99.9%"
    return f"{rounded:f}%"

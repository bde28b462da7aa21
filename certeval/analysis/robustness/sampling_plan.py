"""What an answer is put to: which weightings, how uncertain scores, how many draws."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Literal, NamedTuple

from certeval.analysis.robustness.sampling import Progress, ScoreUncertainty
from certeval.analysis.robustness.weight_samplers import Draw, around, uniform
from certeval.analysis.rounding import exact_text, grouped, half_up
from certeval.model.scale import Scale
from certeval.results.robustness import Method, Part

_PLACES = 1
_ERROR_PLACES = 2


class SamplingPlan(NamedTuple):
    """``uniform`` weights are any there are; ``stated`` ones lie around those stated, the closer
    the higher the ``concentration``. ``score_error`` is how far off a raw score may be, in points.
    """

    weights: Literal["uniform", "stated"]
    concentration: Decimal
    score_error: Decimal | None
    draws: int
    seed: int
    progress: Progress = lambda done: None  # noqa: ARG005 - nobody watches

    @property
    def may_be_exact(self) -> bool:
        """Whether chance has no part in it where there is a formula."""
        return self.weights == "uniform" and self.score_error is None

    def draw(self, random: Random, shares: Sequence[Fraction]) -> Draw:
        """How weightings are drawn, where *shares*, adding up to 1, are stated."""
        if self.weights == "uniform":
            return uniform(random, len(shares))
        return around(random, shares, float(self.concentration))

    def blur(self, scale: Scale) -> ScoreUncertainty | None:
        """How scores are blurred; None where they are exact."""
        if self.score_error is None:
            return None
        return ScoreUncertainty(float(self.score_error), float(scale.min), float(scale.max))

    def method(self, *, exact: bool) -> Method:
        """What is said of it."""
        stated = self.weights == "stated"
        return Method(
            weights=self.weights,
            concentration=Fraction(self.concentration) if stated else None,
            score_error=Fraction(self.score_error) if self.score_error is not None else None,
            exact=exact,
            draws=None if exact else self.draws,
            seed=None if exact else self.seed,
            display=self._display(exact=exact),
        )

    def _display(self, *, exact: bool) -> str:
        weights = "all weightings equally likely, ignoring the stated weights"
        if self.weights == "stated":
            near = exact_text(self.concentration)
            weights = f"weightings near the stated weights (concentration {near})"
        scores = ""
        if self.score_error is not None:
            scores = f"; raw scores uncertain by +/-{exact_text(self.score_error)}"
        how = "exact result" if exact else f"{grouped(Decimal(self.draws))} draws, seed {self.seed}"
        return f"{weights}{scores}; {how}"


def exact_part(share: Fraction) -> Part:
    """A share that is known exactly."""
    return Part(share, shown(share), None, "")


def drawn_part(count: int, draws: int) -> Part:
    """A share of *draws*."""
    share = Fraction(count, draws)
    variance = share * (1 - share) / draws
    error = Fraction((Decimal(variance.numerator) / variance.denominator).sqrt())
    return Part(share, shown(share), error, f"{half_up(error * 100, _ERROR_PLACES):f}")


def complement(part: Part) -> Part:
    """The share of all the others: as uncertain as *part*."""
    left = 1 - part.share
    return Part(left, shown(left), part.standard_error, part.error_display)


def shown(share: Fraction) -> str:
    """A share, 0 to 1, in percent: never 0 or 100 unless it is."""
    rounded = half_up(share * 100, _PLACES)
    if share and not rounded:
        return "under 0.1%"
    if share < 1 and rounded == 100:  # noqa: PLR2004 - percent
        return "over 99.9%"
    return f"{rounded:f}%"

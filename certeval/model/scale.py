"""The scale: which raw scores are possible."""

from collections.abc import Iterator
from decimal import Decimal

from certeval.model.base import Validated
from certeval.model.problems import Problem, readable
from certeval.model.scalars import EXACT, Number, Positive


class Scale(Validated):
    """The raw scores that a criterion can have."""

    min: Number
    """The lowest raw score, for example 1."""

    max: Number
    """The highest raw score, for example 10."""

    step: Positive | None = None
    """The distance between raw scores, in points, for example 0.5. Without it every number from
    min to max is a raw score.
    """

    def problems(self) -> Iterator[Problem]:
        """Yield a problem if the ends or the step do not make a scale."""
        if self.max <= self.min:
            yield Problem(("max",), f"max {self.max} is not greater than min {self.min}")
        elif not self.step or not readable(self.min, self.max, self.step):
            return
        elif EXACT.remainder(EXACT.subtract(self.max, self.min), self.step):
            message = f"the scale {self.min}-{self.max} cannot be divided into steps of {self.step}"
            yield Problem(("step",), message)

    def __str__(self) -> str:
        steps = f" in steps of {self.step:f}" if self.step else ""
        return f"{self.min:f}-{self.max:f}{steps}"

    def problem_with(self, score: Decimal) -> tuple[str, str] | None:
        """Return what is wrong with *score* as a raw score, and a hint; None if it is valid."""
        if not self.min <= score <= self.max:
            found = f"score {score:f} is outside the scale {self.min:f}-{self.max:f}"
            return found, f"scores go from {self.min:f} to {self.max:f}"
        over = EXACT.remainder(EXACT.subtract(score, self.min), self.step) if self.step else 0
        if self.step and over:
            below = EXACT.subtract(score, over)
            found = f"score {score:f} is between two steps of {self.step:f}"
            above = EXACT.add(below, self.step).normalize(EXACT)
            return found, f"the nearest scores are {below.normalize(EXACT):f} and {above:f}"
        return None

    def clamp(self, score: Decimal) -> Decimal:
        """Return *score*, or the end of the scale that it exceeds."""
        return max(self.min, min(self.max, score))

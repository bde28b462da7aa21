"""What is to be reached, and how far it is to there."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from certeval.analysis.rounding import exact_text, half_up, least_total, places_of, rating_of
from certeval.analysis.weighted_sum import contribution
from certeval.errors import ScoreError, UsageError
from certeval.model.rubric import Rounding, Rubric
from certeval.results.scorecard import Line, Scorecard
from certeval.results.target import Threshold


class Goal(NamedTuple):
    """A score to reach, or with *exceed* to be above; as it is *printed*, or else exactly."""

    score: Decimal
    exceed: bool = False
    printed: bool = False


def exact_threshold(goal: Goal) -> Threshold:
    """The total that reaches *goal* where it means the exact total."""
    return _threshold(Fraction(goal.score), strict=goal.exceed)


def printed_rating(goal: Goal, places: int) -> Decimal:
    """The lowest rating of so many *places* that is at least *goal*, or above it."""
    scaled = Fraction(goal.score) * 10**places
    count = floor(scaled) + 1 if goal.exceed else ceil(scaled)
    return half_up(Fraction(count, 10**places), places)


def printing_threshold(rating: Decimal, rounding: Rounding) -> Threshold:
    """Return the total from which on *rating* is printed."""
    least = least_total(rating, rounding)
    return _threshold(least.value, strict=least.exclusive)


def _threshold(total: Fraction, *, strict: bool) -> Threshold:
    display = exact_text(total)
    words = f"{'more than' if strict else 'at least'} {display}"
    return Threshold(total, display, strict, words)


def shown(score: Decimal, places: int) -> str:
    """*score* with its decimals, and at least so many *places*."""
    return f"{half_up(score, max(places, places_of(score) or 0)):f}"


class Distance(NamedTuple):
    """A scorecard, the scale that it is on, and the total that it should come to.

    ``places`` is how many decimals the raw scores of the scale are displayed with.
    """

    card: Scorecard
    threshold: Threshold
    low: Fraction
    high: Fraction
    step: Fraction | None
    places: int

    @property
    def need(self) -> Fraction:
        """The points of the total that are missing; below 0 where there are more than enough."""
        return self.threshold.total - self.card.total.value

    @property
    def reached(self) -> bool:
        """Whether nothing has to be done."""
        return self.reached_by(self.card.total.value)

    @property
    def reachable(self) -> bool:
        """Whether the scale goes that far."""
        return self.reached_by(self.high)

    def reached_by(self, total: Fraction) -> bool:
        """Whether *total* is enough."""
        if self.threshold.strict:
            return total > self.threshold.total
        return total >= self.threshold.total

    def highest(self, *lines: Line) -> Fraction:
        """The total with the criteria of *lines* at the scale's maximum."""
        gained = (
            contribution(line.weight_percent.value, self.high - line.raw.value) for line in lines
        )
        return self.card.total.value + sum(gained, Fraction())

    def on_grid(self, raw: Fraction, *, above: bool) -> Fraction | None:
        """The lowest score on the steps that is at least *raw*, or *above* it; None without steps.

        It may lie off the scale.
        """
        if self.step is None:
            return None
        steps = (raw - self.low) / self.step
        return self.low + self.step * (floor(steps) + 1 if above else ceil(steps))

    def raw(self, score: Fraction) -> str:
        """*score* as raw scores of this scale are displayed; more closely where it needs to be."""
        places = places_of(score)
        if places is None or places > self.places:
            return exact_text(score)
        return f"{half_up(score, self.places):f}"


def distance(card: Scorecard, rubric: Rubric, goal: Goal) -> Distance:
    """How far it is from *card* to *goal*.

    Raises:
        UsageError: *goal* is outside the scale.
        ScoreError: a raw score is none of the scale; the library lets none such pass.

    """
    scale, rounding = rubric.scale, rubric.rounding
    low, high = scale.min, scale.max
    if goal.printed:  # the ends may be rounded outwards
        low, high = min(low, rating_of(low, rounding)), max(high, rating_of(high, rounding))
    if not low <= goal.score <= high:
        message = f"{exact_text(goal.score)} is outside the scale {low:f}-{high:f}"
        raise UsageError(message, f"totals go from {low:f} to {high:f}", parameter="score")
    for line in card.lines:
        _check(line, rubric)
    if goal.printed:
        rating = printed_rating(goal, rounding.rating_places)
        threshold = printing_threshold(rating, rounding)
    else:
        threshold = exact_threshold(goal)
    numbers = [scale.min, scale.max, scale.step or 0, *(line.raw.value for line in card.lines)]
    return Distance(
        card,
        threshold,
        Fraction(scale.min),
        Fraction(scale.max),
        None if scale.step is None else Fraction(scale.step),
        max(places_of(Fraction(number)) or 0 for number in numbers),
    )


def _check(line: Line, rubric: Rubric) -> None:
    if fault := rubric.scale.problem_with(Decimal(exact_text(line.raw.value))):
        raise ScoreError(f"{line.criterion}: {fault[0]}", fault[1])

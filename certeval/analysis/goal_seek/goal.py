"""The goal of a target, and the distance from a scorecard to it."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from certeval.analysis.rounding import (
    LowerBound,
    exact_text,
    half_up,
    least_total,
    places_of,
    rating_of,
)
from certeval.analysis.value import value_range
from certeval.analysis.weighted_sum import contribution
from certeval.errors import UsageError
from certeval.model.rubric import Rubric
from certeval.results.figures import NO_FIGURE, Figure
from certeval.results.scorecard import Line, Scorecard
from certeval.results.target import ScoreRaise


class Goal(NamedTuple):
    """A score to reach, or with *exceed* to exceed: as *printed*, or else as an exact total."""

    score: Decimal
    exceed: bool = False
    printed: bool = False

    def lowest_rating(self, places: int) -> Decimal:
        """Return the lowest rating that satisfies the goal.

        Args:
            places: the decimals of a rating, from 0.

        Returns:
            The rating: at least the score, or above it.

        """
        scaled = Fraction(self.score) * 10**places
        count = floor(scaled) + 1 if self.exceed else ceil(scaled)
        return half_up(Fraction(count, 10**places), places)

    def bound(self, rubric: Rubric) -> LowerBound:
        """Return the total that the goal means.

        Args:
            rubric: how a total is rounded to a rating.

        Returns:
            The exact total to reach, or to exceed.

        """
        if not self.printed:
            return LowerBound(Fraction(self.score), self.exceed)
        rating = self.lowest_rating(rubric.rounding.rating_places)
        return least_total(rating, rubric.rounding)


class Distance(NamedTuple):
    """A scorecard, the total that it should reach, and the scale of its raw scores.

    ``places`` is how many decimals raw scores are displayed with. ``tops`` are the highest scores
    that value functions can give, by criterion.
    """

    card: Scorecard
    bound: LowerBound
    low: Fraction
    high: Fraction
    step: Fraction | None
    places: int
    tops: Mapping[str, Fraction] = {}

    @property
    def need(self) -> LowerBound:
        """Return the missing points; negative if there are more than enough."""
        return self.bound._replace(value=self.bound.value - self.card.total.value)

    @property
    def reached(self) -> bool:
        """Return whether nothing has to change."""
        return self.bound.reached_by(self.card.total.value)

    @property
    def reachable(self) -> bool:
        """Return whether the goal is within the scale, and within what can be measured."""
        return self.bound.reached_by(self.highest(*self.card.lines))

    def top(self, line: Line) -> Fraction:
        """Return the highest score that a criterion can have.

        Args:
            line: the criterion.

        Returns:
            The scale's maximum, or less if its value function gives less.

        """
        return max(line.raw.value, self.tops.get(line.criterion, self.high))

    def highest(self, *lines: Line) -> Fraction:
        """Return a total with some criteria at the highest score that they can have.

        Args:
            lines: the criteria.

        Returns:
            The total, in points of the scale.

        """
        gained = (
            contribution(line.weight_percent.value, self.top(line) - line.raw.value)
            for line in lines
        )
        return self.card.total.value + sum(gained, Fraction())

    def on_grid(self, needed: LowerBound) -> Fraction | None:
        """Return the lowest score on the steps that is enough.

        Args:
            needed: the raw score to reach, or to exceed.

        Returns:
            The score, which may be off the scale; None if the scale has no steps.

        """
        if self.step is None:
            return None
        steps = (needed.value - self.low) / self.step
        return self.low + self.step * (floor(steps) + 1 if needed.exclusive else ceil(steps))

    def figure(self, raw: Fraction | None) -> Figure:
        """Return a raw score as those of this scale are displayed.

        Args:
            raw: a raw score, or a difference between two, in points.

        Returns:
            The score, with more decimals than others if it needs them; no value if it is None.

        """
        if raw is None:
            return NO_FIGURE
        places = places_of(raw)
        if places is None or places > self.places:
            return Figure(raw, exact_text(raw))
        return Figure(raw, f"{half_up(raw, self.places):f}")

    def score_raise(
        self, line: Line, to: Fraction | None, on_grid: Fraction | None, *, exclusive: bool
    ) -> ScoreRaise:
        """Return the raise of one criterion.

        Args:
            line: the criterion.
            to: the exact raw score that it is raised to; None if that is not enough.
            on_grid: the same on the scale's steps; None without steps.
            exclusive: whether it has to be raised above *to*.

        Returns:
            The raise, in points and steps.

        """
        steps = (
            None
            if on_grid is None or not self.step
            else int((on_grid - line.raw.value) / self.step)
        )
        return ScoreRaise(
            criterion=line.criterion,
            title=line.title,
            raw=line.raw,
            to=self.figure(to),
            exclusive=exclusive,
            on_grid=self.figure(on_grid),
            raised=None if to is None else to - line.raw.value,
            steps=steps,
        )


def distance_to(goal: Goal, card: Scorecard, rubric: Rubric) -> Distance:
    """Return the distance from a scorecard to a goal.

    Args:
        goal: the goal.
        card: the scorecard.
        rubric: the rubric that *card* was scored under.

    Returns:
        The distance.

    Raises:
        UsageError: *goal* is outside the scale.

    """
    scale = rubric.scale
    low, high = scale.min, scale.max
    if goal.printed:  # the ends may be rounded outwards
        low, high = (
            min(low, rating_of(low, rubric.rounding)),
            max(high, rating_of(high, rubric.rounding)),
        )
    if not low <= goal.score <= high:
        message = f"{exact_text(goal.score)} is outside the scale {low:f}-{high:f}"
        raise UsageError(message, f"totals go from {low:f} to {high:f}", parameter="score")
    numbers = [scale.min, scale.max, scale.step or 0, *(line.raw.value for line in card.lines)]
    return Distance(
        card,
        goal.bound(rubric),
        Fraction(scale.min),
        Fraction(scale.max),
        None if scale.step is None else Fraction(scale.step),
        max(places_of(Fraction(number)) or 0 for number in numbers),
        {
            one.id: value_range(one.value_function, scale)[1]
            for one in rubric.criteria
            if one.value_function and card.by == "opinion"
        },
    )

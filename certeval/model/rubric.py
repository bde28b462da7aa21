"""The rubric: how a certificate is scored."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced, Validated
from certeval.model.identifiers import AudienceId, NewCriterionId
from certeval.model.problems import Problem, duplicates, readable
from certeval.model.scalars import Count, DecimalPlaces, Number, Percent, Positive, Text
from certeval.model.scale import Scale

RoundingMode = Literal["half-up", "half-even"]
"""How a half is rounded: away from zero, or to the even digit."""

HUNDRED_PERCENT = Decimal(100)
"""What weights add up to, in percent."""


class Anchor(Frozen):
    """A description of what earns a certain raw score."""

    score: Number
    """The raw score, in points of the scale, for example 7."""

    looks_like: Text
    """What a certificate with about this score looks like, in a sentence."""


class Criterion(Sourced):
    """A criterion of the rubric. The source is that of its weight."""

    id: NewCriterionId
    """The name by which other files refer to it, for example hiring-impact."""

    title: Text
    """The name that people read, for example Hiring Impact."""

    weight_percent: Percent
    """The weight in percent, for example 25. All weights add up to 100."""

    question: Text
    """The question that a score answers: Do employers know the name?"""

    anchors: tuple[Anchor, ...] = ()
    """Descriptions of some raw scores, so that two people score alike."""


class Band(Frozen):
    """A range of ratings with a name."""

    lowest_rating: Number = Field(alias="from")
    """The lowest rating of the band, for example 7."""

    label: Text
    """The name of the band, for example good."""

    meaning: Text
    """What a rating in the band means, for example worth it for most people."""


class Rounding(Frozen):
    """How ratings and contributions are rounded for display. Everything else stays exact."""

    contribution_places: DecimalPlaces = 2
    """Decimal places of each criterion's contribution, for example 2."""

    rating_places: DecimalPlaces = 1
    """Decimal places of the rating, for example 1."""

    mode: RoundingMode = "half-up"
    """How a half is rounded: half-up rounds it away from zero, 7.05 to 7.1; half-even rounds it to
    the even digit, 7.05 to 7.0.
    """


class StoryPart(Frozen):
    """A part of a story, and what to write in it."""

    title: Text
    """The name of the part, for example Situation."""

    prompt: Text
    """What to write in it, as a question."""


class StoryTemplate(Sourced):
    """The parts of a story that describes a project in a job interview."""

    name: Text
    """The name of the template, for example SOAR."""

    parts: tuple[StoryPart, ...] = Field(min_length=1)
    """The parts of the story, in order."""


class SensitivitySettings(Sourced):
    """How far a sensitivity analysis moves each score and each weight, one at a time."""

    score_change: Positive
    """How far each raw score is moved up and down, in points, for example 1."""

    weight_change_percent: Percent
    """How far each weight is moved up and down, in percent of itself: 20 moves a weight of 25%
    to 20% and 30%.
    """


class RobustnessSettings(Validated, Sourced):
    """When a result counts as robust under different weights, and how these are sampled."""

    robust_from_percent: Percent
    """The share of weightings from which a result is robust, in percent: 90."""

    leaning_from_percent: Percent
    """The share of weightings from which a result is leaning, in percent: 66."""

    concentration: Positive
    """How close sampled weights stay to the stated ones, at least 1, for example 50: a weight w
    then has the standard deviation sqrt(w (1 - w) / (50 + 1)).
    """

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the fields, each of which is valid alone."""
        if self.concentration < 1:
            message = f"concentration {self.concentration} is less than 1"
            yield Problem(("concentration",), message, "use 1 or more, for example 50")
        if self.leaning_from_percent >= self.robust_from_percent:
            leaning, robust = self.leaning_from_percent, self.robust_from_percent
            message = (
                f"leaning_from_percent {leaning} is not less than robust_from_percent {robust}"
            )
            yield Problem(("leaning_from_percent",), message)


class Rubric(Definition):
    """A way to score certificates: a scale, criteria with weights, and bands of ratings."""

    kind: Literal["rubric"]
    """The kind of definition: always rubric."""

    scale: Scale
    """The raw scores that a criterion can have: {min: 1, max: 10, step: 0.5}."""

    criteria: tuple[Criterion, ...] = Field(min_length=1)
    """What is scored, and how much each of it counts."""

    bands: tuple[Band, ...] = ()
    """Names for ranges of ratings, the highest first, down to the scale's min."""

    rounding: Rounding = Field(default_factory=Rounding)
    """How ratings and contributions are rounded."""

    missing_score: Literal["error", "exclude", "lowest"] = "error"
    """What to do if a certificate has no score for a criterion: report an error, exclude the
    criterion and rescale the other weights, or take the lowest raw score.
    """

    primary_audience: AudienceId | None = None
    """The id of the audience to score for if none is given: data-professional."""

    facts_fresh_for_months: Count | None = None
    """The age from which facts are marked old, in months, for example 24."""

    course_known_from_percent: Percent | None = None
    """The share of a course's topics from which it counts as known, in percent: 50."""

    project_story: StoryTemplate | None = None
    """The template for telling projects in a job interview."""

    sensitivity: SensitivitySettings | None = None
    """How far a sensitivity analysis moves scores and weights."""

    robustness: RobustnessSettings | None = None
    """When a result counts as robust under different weights."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the parts, each of which is valid alone."""
        yield from super().problems()
        ids = [criterion.id for criterion in self.criteria]
        yield from duplicates(ids, ("criteria",), "id", "criterion")
        percents = [criterion.weight_percent for criterion in self.criteria]
        yield from weight_sum_problem(percents, ("criteria",))
        for number, criterion in enumerate(self.criteria):
            for index, anchor in enumerate(criterion.anchors):
                if anchor.score < self.scale.min or anchor.score > self.scale.max:
                    path = ("criteria", number, "anchors", index, "score")
                    message = f"score {anchor.score} is outside the scale"
                    yield Problem(path, f"{message} {self.scale.min}-{self.scale.max}")
        yield from self._band_problems()

    def _band_problems(self) -> Iterator[Problem]:
        starts = [band.lowest_rating for band in self.bands]
        for number, (higher, lower) in enumerate(pairwise(starts), 1):
            if lower >= higher:
                message = f"the band from {lower} is listed after the band from {higher}"
                yield Problem(("bands", number, "from"), message, "list the highest band first")
        if starts and starts[-1] > self.scale.min:
            message = f"no band for ratings from {self.scale.min} to {starts[-1]}"
            hint = f"let the last band start at the scale's minimum, {self.scale.min}"
            yield Problem(("bands", len(starts) - 1, "from"), message, hint)

    def band_of(self, rating: Decimal) -> Band | None:
        """Return the band of a displayed *rating*; None if the rubric has no bands."""
        return next((band for band in self.bands if rating >= band.lowest_rating), None)


def weight_sum_problem(weights: list[Decimal], at: tuple[str, ...]) -> Iterator[Problem]:
    """Yield a problem if *weights*, in percent, do not add up to exactly 100."""
    total = sum(weights, Decimal()) if weights and readable(*weights) else HUNDRED_PERCENT
    if total != HUNDRED_PERCENT:
        difference = abs(total - HUNDRED_PERCENT)
        verb = "reduce" if total > HUNDRED_PERCENT else "increase"
        hint = f"{verb} them by {difference:f} in total"
        yield Problem(at, f"weights add up to {total:f}%, not 100%", hint)

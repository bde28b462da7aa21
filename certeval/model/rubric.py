"""The rubric: how a certificate is judged."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced, Validated
from certeval.model.identifiers import AudienceId, NewCriterionId
from certeval.model.problems import Problem, duplicates
from certeval.model.scalars import EXACT, Count, DecimalPlaces, Number, Percent, Positive, Text

HUNDRED_PERCENT = Decimal(100)
"""What weights add up to, in percent."""


class Scale(Validated):
    """The raw scores that a criterion can have: from ``min`` to ``max``, in steps of ``step``.

    Without a step any number between the two is a score.
    """

    min: Number
    max: Number
    step: Positive | None = None

    def problems(self) -> Iterator[Problem]:
        if self.max <= self.min:
            yield Problem(("max",), f"max {self.max} is not above min {self.min}")
        elif self.step and EXACT.remainder(EXACT.subtract(self.max, self.min), self.step):
            yield Problem(
                ("step",), f"steps of {self.step} do not lead from {self.min} to {self.max}"
            )

    def __str__(self) -> str:
        steps = f" in steps of {self.step:f}" if self.step else ""
        return f"{self.min:f}-{self.max:f}{steps}"

    def problem_with(self, score: Decimal) -> tuple[str, str] | None:
        """What is wrong with *score* as a raw score, and a hint; None where nothing is."""
        if not self.min <= score <= self.max:
            found = f"score {score:f} is outside the scale {self.min:f}-{self.max:f}"
            return found, f"scores go from {self.min:f} to {self.max:f}"
        over = EXACT.remainder(EXACT.subtract(score, self.min), self.step) if self.step else 0
        if self.step and over:
            below = EXACT.subtract(score, over)
            found = f"score {score:f} is between the steps of {self.step:f}"
            above = EXACT.add(below, self.step).normalize(EXACT)
            return found, f"the nearest scores are {below.normalize(EXACT):f} and {above:f}"
        return None

    def clamp(self, score: Decimal) -> Decimal:
        """*score*, or the end of the scale that it lies beyond."""
        return max(self.min, min(self.max, score))


class Anchor(Frozen):
    """What a certificate that earns about this score looks like."""

    score: Number
    looks_like: Text


class Criterion(Sourced):
    """One thing that is judged, and how much it counts; the source is the weight's."""

    id: NewCriterionId
    title: Text
    weight_percent: Percent
    question: Text
    anchors: tuple[Anchor, ...] = ()


class Band(Frozen):
    """What a rating of at least ``from`` is called."""

    lowest_rating: Number = Field(alias="from")
    label: Text
    meaning: Text


class Rounding(Frozen):
    """Decimal places of what is displayed; half is rounded up (away from zero)."""

    contribution_places: DecimalPlaces = 2
    rating_places: DecimalPlaces = 1
    mode: Literal["half-up"] = "half-up"


class StoryPart(Frozen):
    """One part of a story, and what to write into it."""

    title: Text
    prompt: Text


class StoryTemplate(Sourced):
    """How a project is told in an interview, part by part."""

    name: Text
    parts: tuple[StoryPart, ...] = Field(min_length=1)


class SensitivitySettings(Sourced):
    """How far one thing at a time is moved: raw scores by points, weights by percent of them."""

    score_change: Positive
    weight_change_percent: Percent


class RobustnessSettings(Validated, Sourced):
    """From which share of all weightings on an answer is called robust, or leaning.

    ``concentration`` is how closely weightings drawn around the stated weights keep to them: a
    weight w has the standard deviation sqrt(w (1 - w) / (concentration + 1)).
    """

    robust_from_percent: Percent
    leaning_from_percent: Percent
    concentration: Positive

    def problems(self) -> Iterator[Problem]:
        if self.concentration < 1:
            message = f"concentration {self.concentration} is less than 1"
            yield Problem(("concentration",), message, "for example 50")
        if self.leaning_from_percent >= self.robust_from_percent:
            message = f"leaning from {self.leaning_from_percent} %, robust from "
            yield Problem(
                ("leaning_from_percent",),
                f"{message}{self.robust_from_percent} % on",
                "an answer leans before it is robust",
            )


class Rubric(Definition):
    """A way of judging: scale, criteria and weights, verdict bands, rounding.

    ``missing_score`` says what happens where a certificate has no score for a criterion: it is an
    ``error``; the criterion is left out and the other weights rescaled (``exclude``); or it counts
    as the scale's minimum (``lowest``). Facts older than ``facts_fresh_for_months`` are flagged;
    a course is known where ``course_known_from_percent`` of its topics are. ``sensitivity`` and
    ``robustness`` say how far an answer is put to the test, and what then counts as robust.
    """

    kind: Literal["rubric"]
    scale: Scale
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    bands: tuple[Band, ...] = ()
    rounding: Rounding = Field(default_factory=Rounding)
    missing_score: Literal["error", "exclude", "lowest"] = "error"
    primary_audience: AudienceId | None = None
    facts_fresh_for_months: Count | None = None
    course_known_from_percent: Percent | None = None
    project_story: StoryTemplate | None = None
    sensitivity: SensitivitySettings | None = None
    robustness: RobustnessSettings | None = None

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        ids = [criterion.id for criterion in self.criteria]
        yield from duplicates(ids, ("criteria",), "id", "criterion")
        yield from weight_sum_problem(
            [criterion.weight_percent for criterion in self.criteria], ("criteria",)
        )
        for number, criterion in enumerate(self.criteria):
            for index, anchor in enumerate(criterion.anchors):
                if not self.scale.min <= anchor.score <= self.scale.max:
                    place = ("criteria", number, "anchors", index, "score")
                    message = f"score {anchor.score} is outside the scale"
                    yield Problem(place, f"{message} {self.scale.min}-{self.scale.max}")
        yield from self._band_problems()

    def _band_problems(self) -> Iterator[Problem]:
        starts = [band.lowest_rating for band in self.bands]
        for number, (higher, lower) in enumerate(pairwise(starts), 1):
            if lower >= higher:
                message = f"the band from {lower} stands below the band from {higher}"
                yield Problem(("bands", number, "from"), message, "list the highest band first")
        if starts and starts[-1] > self.scale.min:
            message = f"no band for ratings from {self.scale.min} to {starts[-1]}"
            hint = f"the last band starts at the scale's minimum, {self.scale.min}"
            yield Problem(("bands", len(starts) - 1, "from"), message, hint)

    def band_of(self, rating: Decimal) -> Band | None:
        """The verdict band of a displayed rating; None where the rubric has no bands."""
        return next((band for band in self.bands if rating >= band.lowest_rating), None)


def weight_sum_problem(weights: list[Decimal], at: tuple[str, ...]) -> Iterator[Problem]:
    """A problem where *weights*, in percent, do not add up to exactly 100."""
    total = sum(weights, Decimal())
    if total != HUNDRED_PERCENT:
        difference = abs(total - HUNDRED_PERCENT)
        verb = "take away" if total > HUNDRED_PERCENT else "add"
        yield Problem(
            at, f"weights add up to {total:f} %, not 100 %", f"{verb} {difference:f} in all"
        )

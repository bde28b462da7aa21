"""The rubric: how a certificate is scored."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced, Validated
from certeval.model.criterion import Criterion, Group, Part, outer_groups
from certeval.model.evidence import EvidenceSettings
from certeval.model.identifiers import AudienceId, CriterionId
from certeval.model.missing import Missing
from certeval.model.problems import FieldPath, Problem, duplicates, readable
from certeval.model.scalars import Count, DecimalPlaces, Number, Percent, Positive, Text
from certeval.model.scale import Scale
from certeval.model.value_function import ValueFunction
from certeval.model.weights import weight_problems
from certeval.phrases import suggestion

RoundingMode = Literal["half-up", "half-even"]
"""How a half is rounded: away from zero, or to the even digit."""


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
    """The parts in which a project is told in a job interview."""

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

    groups: tuple[Group, ...] = ()
    """Groups of criteria; a criterion's weight in percent of the total is the product of its own
    and those of the groups around it.
    """

    evidence: EvidenceSettings | None = None
    """How scores are derived from facts; the measures are those of each criterion."""

    bands: tuple[Band, ...] = ()
    """Names for ranges of ratings, the highest first, down to the scale's min."""

    rounding: Rounding = Field(default_factory=Rounding)
    """How ratings and contributions are rounded."""

    missing_score: Literal["error", "exclude", "lowest", "middle", "interval"] = "error"
    """What to do without a score for a criterion: report an error, exclude the criterion and
    rescale the other weights, take the lowest or the middle of the scale, or an interval: all of
    it.
    """

    missing: Missing = Field(default_factory=Missing)
    """Which entries say that there is no score."""

    tie_breakers: tuple[CriterionId, ...] = ()
    """The ids of criteria whose scores decide the order of equal totals, the first of them first:
    [hiring-impact].
    """

    primary_audience: AudienceId | None = None
    """The id of the audience to score for where none is given: data-professional."""

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
        yield from self._group_problems()
        yield from self._weight_problems()
        yield from duplicates(self.tie_breakers, ("tie_breakers",), None, "criterion")
        for number, criterion in enumerate(self.criteria):
            for index, anchor in enumerate(criterion.anchors):
                if anchor.score < self.scale.min or anchor.score > self.scale.max:
                    path = ("criteria", number, "anchors", index, "score")
                    message = f"score {anchor.score} is outside the scale"
                    yield Problem(path, f"{message} {self.scale.min}-{self.scale.max}")
            yield from self._value_problems(criterion, number)
        yield from self._band_problems()

    def _value_problems(self, criterion: Criterion, number: int) -> Iterator[Problem]:
        """Yield a problem for each score of a value function that is off the scale."""
        if not readable(self.scale.min, self.scale.max):
            return
        place: FieldPath = ("criteria", number)
        functions: list[tuple[FieldPath, ValueFunction | None]] = [
            (("value_function",), criterion.value_function)
        ]
        if criterion.evidence:
            functions += [
                (("evidence", "measures", at, "value_function"), rule.value_function)
                for at, rule in enumerate(criterion.evidence.measures)
            ]
        for path, function in functions:
            for problem in function.off_scale(self.scale) if function else ():
                yield problem._replace(at=(*place, *path, *problem.at))
        least = criterion.minimum
        if least is not None and readable(least) and not self.scale.min <= least <= self.scale.max:
            message = f"minimum {least:f} is outside the scale"
            yield Problem((*place, "minimum"), f"{message} {self.scale.min:f}-{self.scale.max:f}")
        curves = criterion.evidence and readable(criterion.evidence.measures)
        if curves and self.evidence is None:
            hint = "add 'evidence' to the rubric: how much stale facts count, and more"
            yield Problem((*place, "evidence"), "evidence without the rubric's settings", hint)

    def _group_problems(self) -> Iterator[Problem]:
        known = {group.id: group for group in self.groups}
        yield from duplicates([group.id for group in self.groups], ("groups",), "id", "group")
        lists: tuple[tuple[str, tuple[Part, ...]], ...] = (
            ("criteria", self.criteria),
            ("groups", self.groups),
        )
        for field, parts in lists:
            for number, part in enumerate(parts):
                if part.group is not None and readable(part.group) and part.group not in known:
                    hint = suggestion(part.group, list(known), "groups")
                    yield Problem((field, number, "group"), f"unknown group '{part.group}'", hint)
        for number, group in enumerate(self.groups):
            if group.id in outer_groups(group, known):
                message = f"the group '{group.id}' is inside itself"
                yield Problem(("groups", number, "group"), message)
            if not any(part.group == group.id for part in (*self.criteria, *self.groups)):
                message = f"no criterion is in the group '{group.id}'"
                yield Problem(("groups", number), message, f"give a criterion 'group: {group.id}'")

    def _weight_problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the weights of the parts of each group, and of the rubric."""
        if not readable(*(part.group for part in (*self.criteria, *self.groups))):
            return
        for group in (None, *(one.id for one in self.groups)):
            parts = self.parts_of(group)
            at = ("criteria",) if any(isinstance(one, Criterion) for one in parts) else ("groups",)
            where = f" in the group '{group}'" if group else ""
            yield from weight_problems(parts, at, where)

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

    def parts_of(self, group: str | None) -> tuple[Part, ...]:
        """Return the criteria and groups that are directly in *group*; None is the rubric."""
        return tuple(part for part in (*self.criteria, *self.groups) if part.group == group)

    def band_of(self, rating: Decimal) -> Band | None:
        """Return the band of a displayed *rating*; None where the rubric has no bands."""
        return next((band for band in self.bands if rating >= band.lowest_rating), None)

"""The audience: who the reader is, and how that changes a score."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced
from certeval.model.identifiers import (
    CertificateId,
    CriterionId,
    Identifier,
    RoleId,
    RubricId,
    SkillId,
)
from certeval.model.levels import SkillLevel
from certeval.model.problems import Problem, duplicates
from certeval.model.rubric import weight_sum_problem
from certeval.model.scalars import Amount, Count, Number, Percent, Positive, Text


class KnownSkill(Frozen):
    """A skill that the audience brings along."""

    skill: SkillId
    level: SkillLevel


class Experience(Frozen):
    """Years of paid work in a field."""

    field: Identifier
    years: Amount


class Background(Frozen):
    """What the audience knows, has done and holds already."""

    skills: tuple[KnownSkill, ...] = ()
    experience: tuple[Experience, ...] = ()
    certificates: tuple[CertificateId, ...] = ()


class Adjustment(Sourced):
    """A change to a certificate's raw score for this audience, in points of the scale."""

    criterion: CriterionId
    change: Number
    reason: Text


class AudienceWeight(Sourced):
    """What a criterion weighs for this audience, in place of the rubric's weight."""

    criterion: CriterionId
    weight_percent: Percent
    reason: Text | None = None


class Audience(Definition):
    """A kind of reader. Adjustments and weights are meant for one rubric, which is then named.

    ``goals`` are those that rules of certificates ask for; ``deadline_days`` is when a result is
    needed.
    """

    kind: Literal["audience"]
    hours_per_week: Positive
    target_role: RoleId | None = None
    background: Background = Field(default_factory=Background)
    goals: tuple[Identifier, ...] = ()
    deadline_days: Count | None = None
    rubric: RubricId | None = None
    adjustments: tuple[Adjustment, ...] = ()
    weights: tuple[AudienceWeight, ...] = ()

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        adjusted = [item.criterion for item in self.adjustments]
        weighed = [item.criterion for item in self.weights]
        yield from duplicates(adjusted, ("adjustments",), "criterion", "criterion")
        yield from duplicates(weighed, ("weights",), "criterion", "criterion")
        skills = [item.skill for item in self.background.skills]
        yield from duplicates(skills, ("background", "skills"), "skill", "skill")
        if self.weights:
            yield from weight_sum_problem(
                [item.weight_percent for item in self.weights], ("weights",)
            )
        if (self.weights or self.adjustments) and self.rubric is None:
            place = "weights" if self.weights else "adjustments"
            message = f"{place} without the rubric that they are meant for"
            yield Problem((place,), message, "add a field 'rubric' with the rubric's id")

"""The audience: who is scored for, and how that changes a score."""

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
from certeval.model.scalars import Amount, Count, Number, Positive, Text
from certeval.model.weights import Weighted, weight_problems


class KnownSkill(Frozen):
    """A skill that the audience has."""

    skill: SkillId
    """The id of the skill, for example python."""

    level: SkillLevel
    """How well it is known, for example fluent."""


class Experience(Frozen):
    """Paid work in a field."""

    field: Identifier
    """The field of work, for example data. Rules of certificates ask for it by name."""

    years: Amount
    """The years of work in it, for example 2 or 0.5."""


class Background(Frozen):
    """What the audience knows, has done, and holds."""

    skills: tuple[KnownSkill, ...] = ()
    """The skills that the audience has, each with its level."""

    experience: tuple[Experience, ...] = ()
    """Paid work, in years by field, for example {field: data, years: 2}."""

    certificates: tuple[CertificateId, ...] = ()
    """Ids of the certificates already held, for example [ml-specialization]."""


class Adjustment(Sourced):
    """A change to a certificate's raw score for this audience."""

    criterion: CriterionId
    """The id of the criterion in the rubric, for example hiring-impact."""

    change: Number
    """What is added to the raw score, in points of the rubric's scale, for example -0.5. The
    result stays within the scale.
    """

    reason: Text
    """Why the score differs for this audience, in a sentence."""


class AudienceWeight(Weighted):
    """The weight of a criterion for this audience, in place of the rubric's weight."""

    criterion: CriterionId
    """The id of the criterion in the rubric, for example hiring-impact."""

    reason: Text | None = None
    """Why the criterion has this weight, in a sentence."""


class Audience(Definition):
    """A kind of learner that certificates are scored for."""

    kind: Literal["audience"]
    """The kind of definition: always audience."""

    hours_per_week: Positive
    """Study time per week that can be counted on, in hours, for example 7."""

    target_role: RoleId | None = None
    """The id of the role aimed at, for example ml-engineer."""

    background: Background = Field(default_factory=Background)
    """What the audience brings: skills, experience, certificates."""

    goals: tuple[Identifier, ...] = ()
    """What the audience wants from a certificate, for example [breadth]: goals that rules of
    certificates ask for.
    """

    deadline_days: Count | None = None
    """In how many days a result is needed, for example 90."""

    rubric: RubricId | None = None
    """The id of the rubric that the adjustments and weights are meant for, for example
    career-certificate. Without them it can be left out.
    """

    adjustments: tuple[Adjustment, ...] = ()
    """Changes to raw scores for this audience, at most one per criterion."""

    weights: tuple[AudienceWeight, ...] = ()
    """Weights in place of the rubric's: one for every criterion, adding up to 100 percent."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the parts, each of which is valid alone."""
        yield from super().problems()
        adjusted = [item.criterion for item in self.adjustments]
        weighed = [item.criterion for item in self.weights]
        yield from duplicates(adjusted, ("adjustments",), "criterion", "criterion")
        yield from duplicates(weighed, ("weights",), "criterion", "criterion")
        skills = [item.skill for item in self.background.skills]
        yield from duplicates(skills, ("background", "skills"), "skill", "skill")
        yield from weight_problems(self.weights, ("weights",))
        if (self.weights or self.adjustments) and self.rubric is None:
            field = "weights" if self.weights else "adjustments"
            hint = "add 'rubric' with the id of the rubric that they are meant for"
            yield Problem((field,), f"{field} without a rubric", hint)

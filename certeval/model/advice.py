"""What a review says beside the scores: for whom, what is missing, what to do next."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Checked, Sourced
from certeval.model.identifiers import CertificateId, CourseNumber, Identifier, SkillId
from certeval.model.problems import Problem
from certeval.model.scalars import Count, Number, Text


class When(Checked):
    """The condition of a rule. All that is given must hold for the rule to apply.

    ``lacks`` and ``has`` are skills, with the least level that counts as having them;
    ``field`` with ``years_at_least`` is experience; the deadline is in days; the goals and
    intentions are ids that a reader can name, any one of which is enough.
    """

    lacks: SkillId | None = None
    has: SkillId | None = None
    level: Literal["basic", "working", "fluent"] | None = None
    field: Identifier | None = None
    years_at_least: Count | None = None
    deadline_days_at_most: Count | None = None
    goals: tuple[Identifier, ...] = ()

    def problems(self) -> Iterator[Problem]:
        asked = (self.lacks, self.has, self.field, *self.goals)
        if not any(asked) and self.deadline_days_at_most is None:
            hint = "add lacks or has, field with years_at_least, deadline_days_at_most, or goals"
            yield Problem((), "a rule that asks for nothing would always apply", hint)
        if self.level and not (self.lacks or self.has):
            message = "a level without the skill that it is meant for"
            yield Problem(("level",), message, "name the skill with lacks, or with has")
        if self.years_at_least is not None and not self.field:
            message = "years without the field that they are meant for"
            yield Problem(("years_at_least",), message, "name the field of work with field")


class FitRule(Sourced):
    """A reason to skip the certificate, or to take it.

    ``question`` asks a reader whether the goals of ``when`` are theirs.
    """

    id: Identifier
    when: When
    question: Text | None = None
    because: Text
    instead: tuple[CertificateId, ...] = ()


class Gap(Sourced):
    """What the certificate leaves out (skill ids), and certificates that the source adds to it."""

    id: Identifier
    title: Text
    skills: tuple[SkillId, ...] = Field(min_length=1)
    why: Text
    companions: tuple[CertificateId, ...] = ()


class Overlap(Sourced):
    """What the source advises those who hold another certificate; course numbers."""

    held: CertificateId
    overlapping_courses: tuple[CourseNumber, ...] = ()
    courses_to_take: tuple[CourseNumber, ...] = ()
    advice: Text


class Jobs(Sourced):
    """Jobs that it supports on its own, and those for which it needs company."""

    alone: tuple[Text, ...] = ()
    with_more: tuple[Text, ...] = ()
    what_more: Text | None = None


class InterviewQuestion(Sourced):
    """A question that the certificate prepares for, by course, and what to have ready."""

    question: Text
    courses: tuple[CourseNumber, ...] = Field(min_length=1)
    be_ready_to_show: Text


class Verdict(Sourced):
    """The verdict in words; difficulty, time, cost and rating are computed, not written.

    ``mark_not_reached`` is a rating that the source explains the certificate stays below.
    """

    best_for: Text
    not_for: Text
    hiring_advantage: Text
    brutal_truth: Text
    recommendation: Text
    mark_not_reached: Number | None = None
    why_not_reached: Text | None = None


class Counsel(Sourced):
    """Closing advice: in this situation, do that."""

    situation: Text = Field(alias="if")
    action: Text = Field(alias="then")

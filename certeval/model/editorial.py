"""What a reviewer writes beside the scores: what is missing, for which jobs, what to do next."""

from pydantic import Field

from certeval.model.base import Sourced
from certeval.model.identifiers import CertificateId, CourseNumber, Identifier, SkillId
from certeval.model.scalars import Number, Text


class SkillsGap(Sourced):
    """What the certificate leaves out (skill ids), and certificates that the source adds to it."""

    id: Identifier
    title: Text
    skills: tuple[SkillId, ...] = Field(min_length=1)
    why: Text
    companions: tuple[CertificateId, ...] = ()


class OverlapAdvice(Sourced):
    """What the source advises those who hold another certificate; course numbers."""

    held: CertificateId
    overlapping_courses: tuple[CourseNumber, ...] = ()
    courses_to_take: tuple[CourseNumber, ...] = ()
    advice: Text


class SupportedJobs(Sourced):
    """Jobs that it supports on its own, and those for which it needs company."""

    alone: tuple[Text, ...] = ()
    with_more: tuple[Text, ...] = ()
    what_more: Text | None = None


class InterviewQuestion(Sourced):
    """A question that the certificate prepares for, by course, and what to have ready."""

    question: Text
    courses: tuple[CourseNumber, ...] = Field(min_length=1)
    be_ready_to_show: Text


class EditorialVerdict(Sourced):
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


class ClosingAdvice(Sourced):
    """Closing advice: in this situation, do that."""

    situation: Text = Field(alias="if")
    action: Text = Field(alias="then")

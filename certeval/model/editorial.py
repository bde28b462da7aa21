"""What a reviewer writes beside the scores: what is missing, for which jobs, what to do next."""

from pydantic import Field

from certeval.model.base import Sourced
from certeval.model.identifiers import CertificateId, CourseNumber, Identifier, SkillId
from certeval.model.scalars import Number, Text


class SkillsGap(Sourced):
    """Skills that the certificate leaves out, and certificates that teach them."""

    id: Identifier
    """The name of the gap in results, for example mlops."""

    title: Text
    """What is missing, for example MLOps and production deployment."""

    skills: tuple[SkillId, ...] = Field(min_length=1)
    """Ids of the missing skills, for example [aws, azure]."""

    why: Text
    """Why that matters, in a sentence: Postings ask for it."""

    companions: tuple[CertificateId, ...] = ()
    """Ids of certificates that the source recommends to close the gap."""


class OverlapAdvice(Sourced):
    """What the source advises people who already hold another certificate."""

    held: CertificateId
    """The id of the other certificate, for example ml-specialization."""

    overlapping_courses: tuple[CourseNumber, ...] = ()
    """Numbers of the courses that repeat the other one, for example [2, 3]."""

    courses_to_take: tuple[CourseNumber, ...] = ()
    """Numbers of the courses to spend the time on, for example [4, 5, 6]."""

    advice: Text
    """The advice, in a sentence or two."""


class SupportedJobs(Sourced):
    """Jobs that the certificate can lead to."""

    alone: tuple[Text, ...] = ()
    """Jobs that the certificate alone can lead to: [junior data scientist]."""

    with_more: tuple[Text, ...] = ()
    """Jobs for which it takes more: [machine learning engineer]."""

    what_more: Text | None = None
    """What the jobs of 'with_more' take, for example cloud skills."""


class InterviewQuestion(Sourced):
    """A question in job interviews that the certificate prepares for."""

    question: Text
    """The question, as an interviewer would ask it."""

    courses: tuple[CourseNumber, ...] = Field(min_length=1)
    """Numbers of the courses that prepare for the question, for example [1, 2]."""

    be_ready_to_show: Text
    """What to bring to the interview, for example Two models on the same data."""


class EditorialVerdict(Sourced):
    """The verdict in words. Difficulty, time, cost and rating are computed, not written here."""

    best_for: Text
    """Whom the certificate suits best, in a sentence."""

    not_for: Text
    """Whom it does not suit, in a sentence."""

    hiring_advantage: Text
    """What it gives you in the job market, in a sentence."""

    brutal_truth: Text
    """What is good to know before you pay, in a sentence."""

    recommendation: Text
    """The recommendation, in a sentence: Worth it if it fits your background."""

    mark_not_reached: Number | None = None
    """A rating, in points of the rubric's scale, that the certificate falls short of and the
    source explains why: 8.0.
    """

    why_not_reached: Text | None = None
    """Why the certificate falls short of 'mark_not_reached'."""


class ClosingAdvice(Sourced):
    """What to do next in a given situation."""

    situation: Text = Field(alias="if")
    """The situation: You have Python and statistics today."""

    action: Text = Field(alias="then")
    """What to do in it: Sign up, and plan four to five months."""

"""The market: what the job postings that someone has read and counted name."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced
from certeval.model.identifiers import CertificateId, RoleId, SkillId
from certeval.model.problems import FieldPath, Problem, duplicates
from certeval.model.scalars import Count, Date, Text, WholePositive


class CertificateCount(Frozen):
    """How many of the postings name a certificate."""

    certificate: CertificateId
    """The id of the certificate, for example ibm-ml."""

    count: Count
    """How many postings name it, for example 12; 0 is a finding, too."""


class SkillCount(Frozen):
    """How many of the postings name a skill."""

    skill: SkillId
    """The id of the skill, for example python."""

    postings: Count
    """How many postings name it, for example 812; 0 is a finding, too."""


class Market(Definition, Sourced):
    """Job postings for a role, counted: how many name each certificate and each skill."""

    kind: Literal["market"]
    """The kind of definition: always market."""

    role: RoleId
    """The id of the role that the postings are for, for example ml-engineer."""

    region: Text | None = None
    """Where the jobs are, for example Berlin."""

    date: Date
    """When the postings were published, as exactly as known, for example 2026-11."""

    of: WholePositive
    """How many postings there are, each counted once, for example 1200."""

    mentions: tuple[CertificateCount, ...] = ()
    """How many of them name each certificate that was looked for."""

    demand: tuple[SkillCount, ...] = Field(min_length=1)
    """How many of them name each skill that was looked for."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the parts, each of which is valid alone."""
        yield from super().problems()
        names = [item.certificate for item in self.mentions]
        yield from duplicates(names, ("mentions",), "certificate", "certificate")
        skills = [item.skill for item in self.demand]
        yield from duplicates(skills, ("demand",), "skill", "skill")
        for number, mention in enumerate(self.mentions):
            yield from self._too_many(mention.count, ("mentions", number, "count"))
        for number, skill in enumerate(self.demand):
            yield from self._too_many(skill.postings, ("demand", number, "postings"))

    def _too_many(self, count: int, at: FieldPath) -> Iterator[Problem]:
        if count > self.of:
            yield Problem(at, f"{count} is more than the {self.of} postings")

"""The role: what a job asks for, and what it pays."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced
from certeval.model.identifiers import SkillId, SourceId
from certeval.model.levels import RequiredLevel
from certeval.model.problems import Problem, duplicates
from certeval.model.scalars import Amount, Count, Percent, Text


class Occupation(Frozen):
    """An official occupation that the role falls under."""

    code: Text
    """The occupation code, for example 15-2051 (SOC)."""

    title: Text
    """The official title of the occupation, for example Data Scientists."""

    share_percent: Percent | None = None
    """The share of the role that is this occupation, in percent, for example 60."""


class RoleSkills(Frozen):
    """The skills that job postings for the role ask for."""

    sources: tuple[SourceId, ...] = Field(min_length=1)
    """Ids of the sources that state them, for example [review, onet]."""

    level: RequiredLevel
    """The lowest level at which a skill counts as known, for example working."""

    core: tuple[SkillId, ...] = Field(min_length=1)
    """Ids of the skills that nearly every posting asks for: [python, sql]."""

    useful: tuple[SkillId, ...] = ()
    """Ids of further skills that postings often ask for: [git, docker]."""


class Wage(Sourced):
    """What the role pays, in USD per year: percentiles of official statistics, or one figure."""

    year: Count
    """The year that the figures are for, for example 2025."""

    occupation: Text | None = None
    """The occupation that they are for, for example Data Scientists (15-2051)."""

    note: Text | None = None
    """A remark on the figures, for example As of May 2025."""

    entry_usd_per_year: Amount | None = None
    """The entry wage in USD per year, for example 70000."""

    p10_usd_per_year: Amount | None = None
    """The 10th percentile in USD per year, for example 67240."""

    p25_usd_per_year: Amount | None = None
    """The 25th percentile in USD per year, for example 85660."""

    median_usd_per_year: Amount | None = None
    """The median in USD per year, for example 120230."""

    p75_usd_per_year: Amount | None = None
    """The 75th percentile in USD per year, for example 158880."""

    p90_usd_per_year: Amount | None = None
    """The 90th percentile in USD per year, for example 199130."""


class Role(Definition):
    """A job that a certificate can prepare for: the skills it asks for, and what it pays."""

    kind: Literal["role"]
    """The kind of definition: always role."""

    occupations: tuple[Occupation, ...] = ()
    """The official occupations that the role falls under."""

    skills: RoleSkills
    """The core skills and the useful ones."""

    wages: tuple[Wage, ...] = ()
    """What the role pays, in USD per year."""

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong between the parts, each of which is valid alone."""
        yield from super().problems()
        core = self.skills.core
        yield from duplicates(core, ("skills", "core"), None, "skill")
        yield from duplicates(self.skills.useful, ("skills", "useful"), None, "skill")
        for number, skill in enumerate(self.skills.useful):
            if skill in core:
                path = ("skills", "useful", number)
                yield Problem(path, f"skill '{skill}' is also listed under core", "list it once")

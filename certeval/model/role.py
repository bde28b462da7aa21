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
    """An official occupation code that the role falls under, wholly or for a share of it."""

    code: Text
    title: Text
    share_percent: Percent | None = None


class RoleSkills(Frozen):
    """The skills that job postings ask for: nearly always (core) or often (useful).

    ``sources`` are the ids of those which say so; ``level`` is the least level at which somebody
    has what is asked for.
    """

    sources: tuple[SourceId, ...] = Field(min_length=1)
    level: RequiredLevel
    core: tuple[SkillId, ...] = Field(min_length=1)
    useful: tuple[SkillId, ...] = ()


class Wage(Sourced):
    """What the role pays in a year, in USD: percentiles of a public table, or a quoted figure."""

    year: Count
    occupation: Text | None = None
    note: Text | None = None
    entry_usd_per_year: Amount | None = None
    p10_usd_per_year: Amount | None = None
    p25_usd_per_year: Amount | None = None
    median_usd_per_year: Amount | None = None
    p75_usd_per_year: Amount | None = None
    p90_usd_per_year: Amount | None = None


class Role(Definition):
    """A job that a reader may aim at."""

    kind: Literal["role"]
    occupations: tuple[Occupation, ...] = ()
    skills: RoleSkills
    wages: tuple[Wage, ...] = ()

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        core = self.skills.core
        yield from duplicates(core, ("skills", "core"), None, "skill")
        yield from duplicates(self.skills.useful, ("skills", "useful"), None, "skill")
        for number, skill in enumerate(self.skills.useful):
            if skill in core:
                place = ("skills", "useful", number)
                yield Problem(place, f"skill '{skill}' is core already", "list it once")

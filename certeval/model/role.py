"""The role: what a job asks for, and what it pays."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from pydantic import Field

from certeval.model.base import Definition, Frozen, Sourced, Validated
from certeval.model.identifiers import AreaId, SkillId, SourceId
from certeval.model.levels import RequiredLevel
from certeval.model.postings import Demand
from certeval.model.problems import Problem, duplicates, readable
from certeval.model.scalars import Amount, Count, Percent, Text


class Occupation(Frozen):
    """An official occupation that the role falls under."""

    code: Text
    """The occupation code, for example 15-2051 (SOC)."""

    title: Text
    """The official title of the occupation, for example Data Scientists."""

    share_percent: Percent | None = None
    """The share of the role that is this occupation, in percent, for example 60."""


class RoleSkills(Validated):
    """The skills that job postings for the role ask for."""

    sources: tuple[SourceId, ...] = Field(min_length=1)
    """Ids of the sources that state them, for example [review, onet]."""

    level: RequiredLevel
    """The lowest level at which a skill counts as known, for example working."""

    core: tuple[SkillId, ...] = Field(min_length=1)
    """Ids of the skills that most matter, as postings ask for them most often: [python, sql]."""

    useful: tuple[SkillId, ...] = ()
    """Ids of further skills that postings ask for less often: [git, docker]."""

    core_from_percent: Percent | None = None
    """The share of the role's postings from which a skill is core, in percent, for example 25.
    Core skills with counts in 'demand' then reach it.
    """

    useful_from_percent: Percent | None = None
    """The share of the role's postings from which a skill is useful, in percent, for example 10.
    Useful skills with counts in 'demand' then reach it, and do not reach core_from_percent.
    """

    def problems(self) -> Iterator[Problem]:
        """Yield a problem where useful skills would be asked for as often as core ones."""
        core, useful = self.core_from_percent, self.useful_from_percent
        if core is not None and useful is not None and core <= useful:
            message = f"core_from_percent {core:f} is not more than useful_from_percent {useful:f}"
            yield Problem(("core_from_percent",), message)


class Wage(Sourced):
    """What the role pays, in USD per year: percentiles of official statistics, or one figure."""

    year: Count
    """The year that the figures are for, for example 2025."""

    occupation: Text | None = None
    """The occupation that they are for, for example Data Scientists (15-2051)."""

    note: Text | None = None
    """A remark on the figures, for example As of May 2025."""

    stands_in: Text | None = None
    """What to bear in mind where the occupation is not the role but stands in for it, in a
    sentence: No occupation code is for data analysts alone.
    """

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

    areas: tuple[AreaId, ...] = ()
    """The ids of the areas of the role's field, for example [deep-learning, statistics]: a broad
    program teaches something of each.
    """

    demand: tuple[Demand, ...] = ()
    """How many of the role's job postings ask for each skill."""

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
        yield from self._repeated_counts()
        yield from self._out_of_place()

    def _repeated_counts(self) -> Iterator[Problem]:
        """Yield a problem for each count that one source gives twice."""
        seen: set[tuple[str, str, str | None]] = set()
        for number, count in enumerate(self.demand):
            key = (count.skill, count.source, count.region)
            if key in seen:
                message = f"duplicate count of '{count.skill}' from the source '{count.source}'"
                yield Problem(("demand", number, "skill"), message)
            seen.add(key)

    def _out_of_place(self) -> Iterator[Problem]:
        """Yield a problem for each skill whose counts do not reach the share for its list.

        Of several counts the highest share decides.
        """
        core_from, useful_from = self.skills.core_from_percent, self.skills.useful_from_percent
        highest: dict[str, Demand] = {}
        for count in self.demand:
            if not readable(count.postings, count.of):
                return
            other = highest.setdefault(count.skill, count)
            if count.postings * other.of > other.postings * count.of:
                highest[count.skill] = count
        for field, least in (("core", core_from), ("useful", useful_from)):
            for number, skill in enumerate(getattr(self.skills, field)):
                found = highest.get(skill)
                if found is None:
                    continue
                told = f"{found.postings} of {found.of} postings ask for '{skill}'"
                place = ("skills", field, number)
                percent = Fraction(100 * found.postings, found.of)
                if least is not None and percent < least:
                    yield Problem(place, f"{told}, less than {field}_from_percent {least:f}")
                elif field == "useful" and core_from is not None and percent >= core_from:
                    hint = "list it under core"
                    yield Problem(place, f"{told}, at least core_from_percent {core_from:f}", hint)

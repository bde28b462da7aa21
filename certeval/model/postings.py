"""Counts of job postings: how many name a certificate, a provider or a skill."""

from collections.abc import Iterator

from certeval.model.base import Definition, Sourced, Validated
from certeval.model.identifiers import RoleId, SkillId
from certeval.model.problems import Problem
from certeval.model.scalars import Count, Text, WholePositive


class Mention(Sourced, Validated):
    """How many job postings name the certificate, or its provider."""

    role: RoleId | None = None
    """The id of the role that the postings are for, for example data-analyst. Without it they are
    all the postings that the source counted.
    """

    count: Count
    """How many of the postings name it, for example 21; 0 where it was looked for in vain."""

    of: WholePositive
    """How many postings there are in all, each counted once, for example 54773."""

    region: Text | None = None
    """Where the postings are from, for example Canada, if that is not the source's region."""

    group: Text | None = None
    """What was counted, if not only this certificate: for example Any Databricks certification.
    The count is then the most that it can be for this one.
    """

    note: Text | None = None
    """A remark on the count, for example Calculated from a rounded share."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem where more postings name it than there are."""
        if self.count > self.of:
            yield Problem(("count",), f"count {self.count} is more than of {self.of}")


class Demand(Sourced, Validated):
    """How many of the role's job postings ask for a skill."""

    skill: SkillId
    """The id of the skill, for example python."""

    postings: Count
    """How many of the postings ask for it, for example 7989."""

    of: WholePositive
    """How many postings there are for the role, each counted once, for example 10215."""

    region: Text | None = None
    """Where the postings are from, for example Canada, if that is not the source's region."""

    def problems(self) -> Iterator[Problem]:
        """Yield a problem where more postings ask for it than there are."""
        if self.postings > self.of:
            yield Problem(("postings",), f"postings {self.postings} is more than of {self.of}")


def region_of(definition: Definition, count: Mention | Demand) -> str | None:
    """Return where the postings of *count*, a part of *definition*, are from; None if unknown."""
    return count.region or definition.source_of(count).region

"""The result of `gaps`: the skills of a role, before and after the certificate."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Quantity, Share
from certeval.results.related_certificate import RelatedCertificate

State = Literal["known", "taught", "attested", "not_listed", "remains"]


@dataclass(frozen=True)
class SkillDemand:
    """How many of the role's postings ask for a skill."""

    postings: int
    of: int
    share_percent: Quantity
    citation: Citation


@dataclass(frozen=True)
class SkillLine:
    """A skill that the role asks for.

    Attributes:
        skill: the id of the skill.
        title: its title.
        importance: whether it is a core skill of the role.
        state: ``attested`` if the certificate is an exam on it, which does not teach it;
            ``not_listed`` if the certificate does not name it, but its list of skills is not
            complete; ``remains`` if the list is complete.
        missing_parts: titles of the parts that are neither known nor taught, if others are.
        demand: how many of the role's postings ask for it; None if they were not counted.

    """

    skill: str
    title: str
    importance: Literal["core", "useful"]
    state: State
    missing_parts: tuple[str, ...]
    demand: SkillDemand | None = None


@dataclass(frozen=True)
class StatedGap:
    """A gap that a source names, and the certificates it suggests in addition."""

    id: str
    title: str
    skills: tuple[str, ...]
    why: str
    companions: tuple[RelatedCertificate, ...]
    citation: Citation


@dataclass(frozen=True)
class Coverage:
    """The share of skills known before, and known, taught or attested after.

    ``after`` is the least if some skills are only not listed.
    """

    importance: Literal["core", "useful"]
    before: Share
    after: Share


@dataclass(frozen=True, kw_only=True)
class Gaps(Result):
    """The skills of a role, compared with what the reader knows and a certificate teaches.

    ``level`` is the level at which a skill counts as known. ``teaches_complete`` is whether the
    certificate lists every skill that it teaches. ``skill_sources`` are the sources of ``skills``.
    ``teaches_unknown`` is set if the certificate does not list what it teaches, so that nothing
    counts as taught.
    """

    kind: Literal["gaps"] = "gaps"
    certificate: Named
    audience: Named | None
    role: Named
    level: str
    held: tuple[Named, ...]
    skills: tuple[SkillLine, ...]
    coverage: tuple[Coverage, ...]
    teaches_complete: bool
    stated: tuple[StatedGap, ...]
    skill_sources: tuple[Citation, ...]
    teaches_unknown: bool = field(metadata={"json": False})
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

"""The result of `gaps`: the skills of a role, before and after the certificate."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Share
from certeval.results.related_certificate import RelatedCertificate


@dataclass(frozen=True)
class SkillLine:
    """A skill that the role asks for.

    ``missing_parts`` are the parts that are neither known nor taught, if others are.
    """

    skill: str
    title: str
    importance: Literal["core", "useful"]
    state: Literal["known", "taught", "remains"]
    missing_parts: tuple[str, ...]


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
    """The share of skills known before, and known or taught after."""

    importance: Literal["core", "useful"]
    before: Share
    after: Share


@dataclass(frozen=True, kw_only=True)
class Gaps(Result):
    """The skills of a role, compared with what the reader knows and a certificate teaches.

    ``skill_sources`` are the sources of ``skills``. ``teaches_unknown`` is set if the certificate
    does not list what it teaches, so that nothing counts as taught.
    """

    kind: Literal["gaps"] = "gaps"
    certificate: Named
    audience: Named | None
    role: Named
    level: str
    held: tuple[Named, ...]
    skills: tuple[SkillLine, ...]
    coverage: tuple[Coverage, ...]
    stated: tuple[StatedGap, ...]
    skill_sources: tuple[Citation, ...]
    teaches_unknown: bool = field(metadata={"json": False})
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

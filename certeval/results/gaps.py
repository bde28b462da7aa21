"""The result of `gaps`: the skills of a role, before and after the certificate."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Share
from certeval.results.related_certificate import RelatedCertificate


@dataclass(frozen=True)
class SkillLine:
    """A skill that the role asks for. ``missing_parts`` are those of its parts that remain, where
    others are known or taught."""

    skill: str
    title: str
    importance: Literal["core", "useful"]
    state: Literal["known", "taught", "remains"]
    missing_parts: tuple[str, ...]


@dataclass(frozen=True)
class StatedGap:
    """What a source says that the certificate leaves out, and what it would add."""

    id: str
    title: str
    skills: tuple[str, ...]
    why: str
    companions: tuple[RelatedCertificate, ...]
    citation: Citation


@dataclass(frozen=True)
class Coverage:
    """How many of the skills are known before, and how many are known or taught after."""

    importance: Literal["core", "useful"]
    before: Share
    after: Share


@dataclass(frozen=True, kw_only=True)
class Gaps(Result):
    """The skills of a role against a certificate and its reader.

    ``skill_sources`` are those of ``sources`` that ``skills`` rests on.
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
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

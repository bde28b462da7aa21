"""The result of `postings`: what job postings name, counted."""

from dataclasses import dataclass
from typing import Literal

from certeval.diagnostics import Diagnostic
from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Figure, Span


@dataclass(frozen=True)
class CertificateMentions:
    """How many postings name a certificate, and the interval of that rate among all such jobs."""

    id: str
    title: str
    count: int
    per_10000: Figure
    interval_per_10000: Span


@dataclass(frozen=True)
class SkillDemand:
    """How many postings name a skill, and the interval of that share among all such jobs.

    ``importance`` is what the role's file says; None if it does not list the skill.
    """

    id: str
    title: str
    importance: Literal["core", "useful"] | None
    count: int
    share_percent: Figure
    interval_percent: Span


@dataclass(frozen=True)
class Example:
    """A name in a posting, with a few words around it. ``line`` is None for a text file."""

    file: str
    line: int | None
    before: str
    name: str
    after: str


@dataclass(frozen=True)
class Examples:
    """Postings that name a certificate or a skill: the first few of ``count``."""

    id: str
    title: str
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, kw_only=True)
class Postings(Result):
    """What job postings for a role name.

    ``read`` postings were read; ``distinct`` of them differ, and only these count. ``problems``
    are the first of ``problem_count`` files and rows that could not be read.
    """

    kind: Literal["postings"] = "postings"
    role: Named
    region: str | None
    date: str
    files: int
    read: int
    distinct: int
    repeats: int
    confidence_percent: int
    certificates: tuple[CertificateMentions, ...]
    skills: tuple[SkillDemand, ...]
    shown: Examples | None
    problem_count: int
    problems: tuple[Diagnostic, ...]
    warnings: tuple[str, ...]

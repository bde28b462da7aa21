"""The result of asking whether a certificate suits a reader."""

from dataclasses import dataclass
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.related_certificate import RelatedCertificate

Outcome = Literal["take it", "not yet", "skip", "cannot tell"]


Fits = Literal["yes", "perhaps", "no"]


"""Whether something can be done in time: perhaps is for the quickest alone."""


@dataclass(frozen=True)
class Condition:
    """A part of a rule: what it asks for, what is so with the reader, and whether that holds."""

    asks: str
    found: str
    holds: bool


@dataclass(frozen=True)
class RuleLine:
    """A rule of the certificate. It ``fired`` where all its conditions hold.

    ``lacking`` is the skill, by title, whose want the rule is about. ``instead`` are certificates
    that the source sends the reader to; ``teaching`` are those that teach that skill, where none
    of these does.
    """

    id: str
    speaks: Literal["for", "against"]
    fired: bool
    because: str
    lacking: str | None
    conditions: tuple[Condition, ...]
    instead: tuple[RelatedCertificate, ...]
    teaching: tuple[RelatedCertificate, ...]
    citation: Citation


@dataclass(frozen=True)
class PrerequisiteLine:
    """A skill that is taken for granted; ``first`` are certificates that teach it."""

    skill: str
    title: str
    needed: str
    has: str
    met: bool
    why: str | None
    first: tuple[RelatedCertificate, ...]
    citation: Citation


@dataclass(frozen=True)
class TimeLine:
    """Whether it can be finished before the reader's deadline, in days.

    ``days_display`` counts what has to come first, of which ``first`` are the titles, too.
    It ``fits`` perhaps where only the quickest make it, and is None where that cannot be told;
    ``unknown`` says for want of what.
    """

    deadline_days: int
    days_display: str | None
    first: tuple[str, ...]
    fits: Fits | None
    unknown: str | None


@dataclass(frozen=True, kw_only=True)
class FitReport(Result):
    """Whether to take a certificate, for one reader, and every rule that was looked at.

    ``audience`` is None where the reader was described on the command line alone.
    """

    kind: Literal["fit"] = "fit"
    certificate: Named
    audience: Named | None
    outcome: Outcome
    because: tuple[str, ...]
    rules: tuple[RuleLine, ...]
    prerequisites: tuple[PrerequisiteLine, ...]
    time: TimeLine | None
    answers: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

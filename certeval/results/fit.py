"""The result of `fit`: whether a certificate suits you."""

from dataclasses import dataclass, field
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Figure
from certeval.results.related_certificate import RelatedCertificate

Outcome = Literal["take_it", "not_yet", "skip", "cannot_tell"]

Reason = Literal[
    "held", "retired", "rules", "no_rule_applies", "prerequisites", "deadline", "unknown_time",
    "no_rules",
]  # fmt: skip
"""What an outcome is based on; ``no_rules`` means no prerequisites either."""

Fits = Literal["yes", "perhaps", "no"]
"""Whether the time is enough; ``perhaps`` means only at the fastest pace."""


@dataclass(frozen=True)
class Condition:
    """One condition of a rule, what is known of the reader, and whether the condition holds.

    Attributes:
        about: a skill that the reader must lack or have, years of work, a deadline, or goals.
        topics: the skill's title, the field of work, or the goals; empty for a deadline.
        limit: the skill level, the fewest years or the most days; None for any number of years.
        found: the reader's level (or ``taught``: by a certificate they hold), years, days, or
            shared goals; empty if there are none. JSON has it in words.
        holds: whether the condition holds.

    """

    about: Literal["lacks", "has", "years", "deadline", "goals"]
    topics: tuple[str, ...]
    limit: str | None
    found: tuple[str, ...]
    holds: bool


@dataclass(frozen=True)
class RuleLine:
    """A rule of the certificate. It ``fired`` if all of its conditions hold.

    ``lacking`` is the title of the skill that the reader must lack. ``instead`` are certificates
    that the source recommends instead; ``teaching`` are those that teach that skill, if none of
    the former does.
    """

    id: str
    direction: Literal["for", "against"] = field(metadata={"json": "speaks"})
    fired: bool
    because: str
    lacking: str | None
    conditions: tuple[Condition, ...]
    instead: tuple[RelatedCertificate, ...]
    teaching: tuple[RelatedCertificate, ...]
    citation: Citation


@dataclass(frozen=True)
class PrerequisiteLine:
    """A skill that the certificate takes for granted; ``first`` are certificates that teach it.

    ``has`` is the reader's level, or ``taught``: by a certificate they hold. JSON has it in words.
    """

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
    """Whether the certificate can be finished before the reader's deadline, in days.

    ``days_display`` includes the certificates to take first, whose titles are in ``first``.
    ``fits`` is None if something is ``unknown``: the hours of one of these certificates, or the
    reader's hours per week. JSON has it in words.
    """

    deadline_days: int
    days_display: str | None
    first: tuple[str, ...]
    fits: Fits | None
    unknown: Literal["hours", "hours_per_week"] | None


@dataclass(frozen=True)
class KnownReader:
    """What is known about the reader: levels by skill title, years by field, and the rest.

    ``held`` are the titles of certificates that the reader holds.
    """

    skills: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...]
    goals: tuple[str, ...]
    deadline_days: int | None
    hours_per_week: Figure | None
    held: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FitReport(Result):
    """Whether to take a certificate, for one reader, and every rule that was checked.

    ``audience`` is None if only the reader's own answers describe them. ``retired`` is the date of
    retirement, if it has passed. ``prerequisites_complete`` is whether ``prerequisites`` are known
    to be all that there are. ``answers`` are what is known about the reader; JSON has pairs.
    """

    kind: Literal["fit"] = "fit"
    certificate: Named
    audience: Named | None
    outcome: Outcome
    reasons: tuple[Reason, ...]
    retired: str | None
    rules: tuple[RuleLine, ...]
    prerequisites: tuple[PrerequisiteLine, ...]
    prerequisites_complete: bool
    time: TimeLine | None
    answers: KnownReader
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

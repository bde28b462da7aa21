"""The result of planning what to add to a certificate."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Span
from certeval.results.related_certificate import RelatedCertificate

Within = Literal["yes", "no", "gaps stay open", "cannot be told"]


"""Whether a plan keeps within limits: yes; no, not even the certificate alone does; only where gaps
stay open; or that hangs on what is unknown."""


@dataclass(frozen=True)
class Step:
    """A certificate of the plan, in the order in which to take them.

    ``closes`` are titles of gaps that are closed with it, ``prepares`` of prerequisites that a
    later step needs. ``alone_usd`` is what it costs taken by itself; unknown is None.
    """

    number: int
    certificate: RelatedCertificate
    is_own: bool
    closes: tuple[str, ...]
    prepares: tuple[str, ...]
    hours: Span | None
    weeks: Span | None
    alone_usd: Span | None
    citation: Citation | None


@dataclass(frozen=True)
class Recommendation:
    """A certificate that a source would add, and what became of it in the plan."""

    gap: str
    companion: RelatedCertificate
    state: Literal["planned", "not needed", "retired", "excluded", "held", "dearer", "open"]
    words: str
    citation: Citation


@dataclass(frozen=True)
class OpenGap:
    """A gap that the plan leaves open, and why."""

    skill: str
    title: str
    why: Literal["nothing teaches it", "beyond the limits"]
    words: str


@dataclass(frozen=True)
class Bill:
    """What the plan costs and takes. What is unknown is left out of the figures, and told.

    ``complete`` is whether nothing is; else the figures are the least that it comes to.
    ``one_by_one_usd`` is what the same certificates cost where each is subscribed to by itself.
    """

    total_usd: Span
    one_by_one_usd: Span
    saving_usd: Span
    hours: Span
    weeks: Span
    months: Span
    fees_usd: Fraction
    complete: bool
    unknown: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Plan(Result):
    """The cheapest certificates that close the gaps which a certificate leaves for a role.

    ``unmet`` are titles of prerequisites that nothing in the library prepares for.
    ``within_limits`` is None where no limit was given.
    """

    kind: Literal["stack"] = "stack"
    certificate: Named
    audience: Named | None
    role: Named
    gaps: tuple[str, ...]
    steps: tuple[Step, ...]
    bill: Bill
    open: tuple[OpenGap, ...]
    unmet: tuple[str, ...]
    within_limits: Within | None
    recommendations: tuple[Recommendation, ...]
    assumptions: tuple[str, ...]
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

"""The result of `stack`: the plan of what to add to a certificate."""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from certeval.results.base import Result
from certeval.results.citation import Citation, Named
from certeval.results.figures import Span
from certeval.results.related_certificate import RelatedCertificate

Within = Literal["yes", "no", "gaps_stay_open", "unknown"]
"""Whether a plan is within the limits.

``no`` means that even the certificate alone exceeds them; ``gaps_stay_open``, that the plan leaves
gaps open to stay within them; ``unknown``, that hours or prices are missing.
"""


@dataclass(frozen=True)
class Step:
    """A certificate of the plan, in the order in which to take them.

    ``closes`` are titles of the gaps that it closes, ``prepares`` titles of the prerequisites that
    a later step needs. ``alone_usd`` is the cost of this certificate alone. What is unknown is
    None.
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
    """A certificate that a source recommends adding, and whether it is in the plan."""

    gap: str
    companion: RelatedCertificate
    state: Literal[
        "planned", "exam", "not_needed", "retired", "excluded", "held", "more_expensive", "open"
    ]
    citation: Citation


@dataclass(frozen=True)
class OpenGap:
    """A gap that the plan leaves open, and why.

    ``none_lists_it``: no certificate that can be taken says that it teaches the skill.
    ``in_parts`` is whether the skill consists of others. ``retired`` and ``excluded`` are titles of
    certificates that would help to close it.
    """

    skill: str
    title: str
    why: Literal["none_lists_it", "beyond_limits"]
    in_parts: bool
    retired: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True)
class UnknownFact:
    """Hours or a price that a certificate does not state; ``title`` is that of the certificate."""

    fact: Literal["hours", "price"]
    title: str


@dataclass(frozen=True)
class Bill:
    """The cost and duration of the plan, without what is unknown.

    If the bill is not ``complete``, its figures are lower bounds. ``one_by_one_usd`` is the cost of
    the same certificates if each is subscribed to separately. JSON has ``unknown`` in words.
    """

    total_usd: Span
    one_by_one_usd: Span
    saving_usd: Span
    hours: Span
    weeks: Span
    months: Span
    fees_usd: Fraction
    complete: bool
    unknown: tuple[UnknownFact, ...]


@dataclass(frozen=True)
class Assumption:
    """Something that the plan assumes, and its figure, if it has one. JSON has it in words."""

    about: Literal[
        "pace", "shared_subscriptions", "objective", "unknown_costs", "prerequisites", "exams",
        "taxes", "budget", "max_months",
    ]  # fmt: skip
    display: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan(Result):
    """The cheapest certificates that close the gaps which a certificate leaves for a role.

    ``unmet`` are titles of prerequisites that no certificate of the library prepares for.
    ``within_limits`` is None if there are no limits. ``teaches_unknown`` is set if the certificate
    does not list what it teaches.
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
    assumptions: tuple[Assumption, ...]
    teaches_unknown: bool = field(metadata={"json": False})
    warnings: tuple[str, ...]
    sources: tuple[Citation, ...]
    today: str
    old: str | None

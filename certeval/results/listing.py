"""The result of ``list``: the definitions in a library."""

from dataclasses import dataclass
from typing import Literal

from certeval.diagnostics import Diagnostic
from certeval.results.base import Result
from certeval.results.figures import Figure, Quantity, Span


@dataclass(frozen=True)
class CertificateFacts:
    """A certificate in a list; what is unknown is None.

    Attributes:
        provider: who issues it.
        level: the provider's level.
        price_usd: what one ``price_per`` costs.
        price_per: a month of a subscription, an attempt at an exam, or the whole program.
        fees_usd: what is paid once in addition to a subscription.
        hours: study hours from start to finish.
        learner_rating: the learners' rating, such as ``4.6 / 5``.
        retired: the date of retirement, which may be to come.
        rating: a reviewer's rating under the certificate's rubric, if it has one.

    """

    provider: str
    level: str | None
    price_usd: Quantity | None
    price_per: Literal["month", "attempt", "program"] | None
    fees_usd: Quantity | None
    hours: Span | None
    learner_rating: str | None
    retired: str | None
    rating: Figure | None = None


@dataclass(frozen=True)
class Entry:
    """A definition in a library. ``title`` is None if its file has problems.

    ``facts`` are those of a certificate.
    """

    kind: str
    id: str
    title: str | None
    path: str
    facts: CertificateFacts | None = None


Unknown = Literal["level", "price", "skills", "role"]
"""What a filter asks for and a certificate does not say: ``skills``, whether it teaches them;
``role``, whether it teaches a core skill of the role."""


@dataclass(frozen=True)
class LeftOut:
    """A certificate that may pass the filters, and the facts that are unknown."""

    id: str
    unknown: tuple[Unknown, ...]


@dataclass(frozen=True, kw_only=True)
class Listing(Result):
    """The definitions in a library; ``problems`` are those of files with errors.

    ``left_out`` are certificates that may pass the filters, but a fact is unknown.
    """

    kind: Literal["listing"] = "listing"
    entries: tuple[Entry, ...]
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Diagnostic, ...] = ()

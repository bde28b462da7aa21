"""The result of ranking: ranks, ties, and what could not be ranked."""

from dataclasses import dataclass
from typing import Literal

from certeval.model.table import BadRow
from certeval.results.base import Result
from certeval.results.citation import Named
from certeval.results.figures import Figure, Quantity


@dataclass(frozen=True)
class OtherRank:
    """The rank, total and rating of a certificate for the other audience."""

    rank: int
    tied: bool
    total: Quantity
    rating: Quantity


@dataclass(frozen=True)
class Entry:
    """A certificate with its rank.

    ``rank`` follows from the exact ``total``, never from the rating: equal totals share the better
    rank and are ``tied``, unless tie-breakers order them. ``behind`` is the distance to the best
    total of those that pass; None for one that fails. ``title`` is None if a
    table has none. ``failed`` are the titles of the criteria that are below their minimum: such a
    certificate ranks after all that pass. ``against`` is the rank for the other audience, if there
    is one.
    """

    rank: int
    tied: bool
    id: str
    title: str | None
    total: Quantity
    rating: Quantity
    band: str | None
    behind: Quantity | None
    failed: tuple[str, ...]
    against: OtherRank | None


@dataclass(frozen=True)
class Tie:
    """Certificates with the same exact total. ``ids`` has at most the first ten of ``count``."""

    rank: int
    total: Quantity
    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """A certificate of the library that is not ranked, and the reason."""

    id: str
    reason: str


@dataclass(frozen=True)
class Similarity:
    """The similarity of the rankings for two audiences, over all certificates that are ranked.

    ``spearman`` is Spearman's rho, -1 to 1, and ``ws`` the coefficient of Salabun and Urbaniak, at
    most 1, which gives differences near the top more weight. None if there is no order to compare.
    """

    spearman: Figure | None
    ws: Figure | None


@dataclass(frozen=True, kw_only=True)
class Ranking(Result):
    """Certificates by exact total, the best first.

    ``ranked`` counts all that have a rank, and ``entries`` are those that are shown; of the others,
    ``more_at_last_rank`` share the rank of the last one shown. ``ties`` has the first ten of
    ``tie_count`` among the entries. ``file`` is the table that was read, with ``rows_read`` rows;
    ``bad_rows`` has the first hundred of ``bad_count`` rows that could not be ranked. ``left_out``
    are certificates of the library. ``tie_breakers`` are the titles of the criteria whose scores
    order equal totals.
    """

    kind: Literal["ranking"] = "ranking"
    rubric: Named
    audience: Named | None
    file: str | None
    scale_max_display: str
    entries: tuple[Entry, ...]
    ranked: int
    more_at_last_rank: int
    tie_breakers: tuple[str, ...]
    ties: tuple[Tie, ...]
    tie_count: int
    rows_read: int | None
    bad_count: int
    bad_rows: tuple[BadRow, ...]
    left_out: tuple[LeftOut, ...]
    against: Named | None
    similarity: Similarity | None
    warnings: tuple[str, ...]

"""The result of ranking: who comes before whom, who ties, and who could not be ranked."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from certeval.model.table import BadRow
from certeval.results.base import Result
from certeval.results.citation import Named


@dataclass(frozen=True)
class Elsewhere:
    """What a certificate comes to for the audience that the ranking is held against."""

    rank: int
    rank_display: str
    tied: bool
    total: Fraction
    total_display: str
    rating: Decimal
    rating_display: str


@dataclass(frozen=True)
class Entry:
    """A certificate in its place. ``rank`` goes by the exact ``total``, never by the rating: equal
    totals share the better rank, are ``tied``, and have "=" after their rank where it is displayed.
    ``behind`` is what is missing to the best. ``title`` is None where a table has none."""

    rank: int
    rank_display: str
    tied: bool
    id: str
    title: str | None
    total: Fraction
    total_display: str
    rating: Decimal
    rating_display: str
    band: str | None
    behind: Fraction
    behind_display: str
    against: Elsewhere | None


@dataclass(frozen=True)
class Tie:
    """Certificates with exactly the same total. ``ids`` has at most the first ten of ``count``."""

    rank: int
    total: Fraction
    total_display: str
    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """A certificate of the library that is not ranked, and why."""

    id: str
    reason: str


@dataclass(frozen=True)
class Similarity:
    """How alike the rankings for two audiences are, over all that are ranked.

    ``spearman`` is Spearman's rho, -1 to 1; ``ws`` the coefficient of Salabun and Urbaniak, at
    most 1, which counts a difference more near the top. None where there is nothing to put in
    order.
    """

    spearman: Fraction | None
    spearman_display: str | None
    ws: Fraction | None
    ws_display: str | None


@dataclass(frozen=True, kw_only=True)
class Ranking(Result):
    """Certificates by exact total, the best first.

    ``ranked`` counts all that have a rank, ``entries`` are those that are shown; of those that are
    not, ``more_at_last_rank`` share the rank of the last one shown. ``ties`` has the first ten
    of ``tie_count`` among the entries. ``file`` is the table that was read, with ``rows_read``
    rows; ``bad_rows`` has the first hundred of ``bad_count`` rows that could not be ranked.
    ``left_out`` are certificates of the library.
    """

    kind: Literal["ranking"] = "ranking"
    rubric: Named
    audience: Named | None
    file: str | None
    scale_max_display: str
    entries: tuple[Entry, ...]
    ranked: int
    more_at_last_rank: int
    ties: tuple[Tie, ...]
    tie_count: int
    rows_read: int | None
    bad_count: int
    bad_rows: tuple[BadRow, ...]
    left_out: tuple[LeftOut, ...]
    against: Named | None
    similarity: Similarity | None
    warnings: tuple[str, ...]

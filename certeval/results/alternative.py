"""One of the certificates (or audiences) that are compared."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from certeval.results.citation import Named


@dataclass(frozen=True)
class Alternative:
    """One of those that are compared. ``id`` and ``title`` are the certificate's, or, where one
    certificate is compared across audiences, the audience's. ``label`` is the title, with the id
    where two have the same. Equal totals share the better rank: then ``tied``."""

    id: str
    title: str
    label: str
    certificate: Named
    audience: Named | None
    rank: int
    tied: bool
    total: Fraction
    total_display: str
    total_column: str
    rating: Decimal
    rating_display: str
    band: str | None

"""One of the certificates, or of the audiences, that a result compares."""

from dataclasses import dataclass

from certeval.results.citation import Named
from certeval.results.figures import Quantity


@dataclass(frozen=True)
class Alternative:
    """A certificate judged for an audience.

    ``id`` and ``title`` are the certificate's, or the audience's if one certificate is compared
    across audiences. ``label`` is the title, with the id if two alternatives have the same title.
    Equal totals share the better rank and are ``tied``.
    """

    id: str
    title: str
    label: str
    certificate: Named
    audience: Named | None
    rank: int
    tied: bool
    total: Quantity
    total_column: str
    rating: Quantity
    band: str | None

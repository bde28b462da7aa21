"""One of the certificates, or of the audiences, that a result compares."""

from dataclasses import dataclass

from certeval.results.citation import Named
from certeval.results.figures import Quantity


@dataclass(frozen=True)
class Alternative:
    """A certificate judged for an audience.

    ``id`` and ``title`` are the certificate's, or the audience's if one certificate is compared
    across audiences. ``label`` is the title, with the id if two alternatives have the same title.
    Equal totals share the better rank and are ``tied``. If scores are not known, ``total`` and
    ``rating`` are the lowest that they can be, and the others the highest; None otherwise.
    ``failed`` are the titles of criteria that are below their minimum: such an alternative ranks
    after all that pass.
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
    total_high: Quantity | None
    rating: Quantity
    rating_high: Quantity | None
    band: str | None
    failed: tuple[str, ...]

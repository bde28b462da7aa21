"""The user's own counts of job postings, by the role that they are for."""

from certeval.library.library import Library
from certeval.model.freshness import last_day
from certeval.model.market import Market


def markets_for(library: Library, role: str) -> list[Market]:
    """Return the markets of a role, the latest first; those with errors are left out.

    Args:
        library: where to look.
        role: the id of the role.

    """
    read = [library.read("market", name).definition for name in library.ids("market")]
    found = [market for market in read if market and market.role == role]
    return sorted(found, key=lambda market: last_day(market.date), reverse=True)

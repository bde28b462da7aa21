"""The user's own counts of job postings, and the definitions that they add to."""

from collections.abc import Iterable, Iterator

from certeval.library.library import Library
from certeval.model.base import Source
from certeval.model.certificate import Certificate
from certeval.model.freshness import last_day
from certeval.model.market import Market
from certeval.model.postings import Demand, Mention
from certeval.model.role import Role


def markets_for(library: Library, role: str) -> list[Market]:
    """Return the markets of a role.

    Args:
        library: where to look.
        role: the id of the role.

    Returns:
        The latest first; those whose files have errors are left out.

    """
    read = [library.read("market", name).definition for name in library.ids("market")]
    found = [market for market in read if market and market.role == role]
    return sorted(found, key=lambda market: last_day(market.date), reverse=True)


def with_mentions(certificate: Certificate, markets: Iterable[Market]) -> Certificate:
    """Return a certificate with the user's own counts beside those of its file.

    Args:
        certificate: as its file has it.
        markets: the user's own counts, each with its own source.

    Returns:
        A copy of the certificate; the user's counts come before those of its file.

    """
    found = [
        (market, mention.count)
        for market in markets
        for mention in market.mentions
        if mention.certificate == certificate.id
    ]
    if not found:
        return certificate
    added = tuple(
        Mention(role=market.role, count=count, of=market.of, region=market.region, source=market.id)
        for market, count in found
    )
    sources = (*certificate.sources, *_sources(market for market, _ in found))
    mentions = (*added, *certificate.mentions)
    return certificate.model_copy(update={"mentions": mentions, "sources": sources})


def with_demand(role: Role, markets: Iterable[Market]) -> Role:
    """Return a role with the user's own counts of skills beside those of its file.

    Args:
        role: as its file has it.
        markets: the user's own counts; those of other roles are left out.

    Returns:
        A copy of the role; the user's counts come before those of its file.

    """
    of = [market for market in markets if market.role == role.id]
    if not of:
        return role
    added = tuple(
        Demand(
            skill=one.skill, postings=one.postings, of=market.of, region=market.region,
            source=market.id,
        )
        for market in of
        for one in market.demand
    )  # fmt: skip
    sources = (*role.sources, *_sources(of))
    return role.model_copy(update={"demand": (*added, *role.demand), "sources": sources})


def _sources(markets: Iterable[Market]) -> Iterator[Source]:
    """Yield the source of each market, named by the market's id and with its date."""
    for market in markets:
        source = next(one for one in market.sources if one.id == market.source)
        yield source.model_copy(update={"id": market.id, "date": market.date})

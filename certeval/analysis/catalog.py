"""The catalog: certificates with their facts, those that pass filters and match a search."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.cost.prices import prices_of
from certeval.analysis.figures import span
from certeval.analysis.money import usd
from certeval.analysis.rounding import exact_text
from certeval.model.certificate import Certificate
from certeval.model.levels import ProgramLevel
from certeval.model.role import Role
from certeval.model.skills import Vocabulary
from certeval.results.listing import CertificateFacts, Entry, LeftOut, Listing, Unknown


class Filters(NamedTuple):
    """What to list; None and nothing let everything pass.

    Attributes:
        words: words of a title, an id or a provider; each may be the beginning of one.
        provider: a part of the provider's name.
        level: the provider's level.
        max_price: the most that a month, an attempt or the program costs, with all fees, in USD.
        skills: ids or aliases of skills that are taught, or attested by an exam.
        role: the role of which at least one core skill is taught or attested.

    """

    words: tuple[str, ...] = ()
    provider: str | None = None
    level: ProgramLevel | None = None
    max_price: Decimal | None = None
    skills: tuple[str, ...] = ()
    role: Role | None = None

    @property
    def for_certificates(self) -> bool:
        """Whether only certificates can pass."""
        return self._replace(words=()) != Filters()


def catalog(
    listing: Listing,
    certificates: Mapping[str, Certificate],
    filters: Filters,
    vocabulary: Vocabulary,
) -> Listing:
    """Add facts to the certificates of a list, and keep what passes the filters.

    Args:
        listing: the definitions.
        certificates: the valid certificates among them, by id.
        filters: what to keep.
        vocabulary: the skills, for filters by skill or role.

    Returns:
        The entries that pass in the order of *listing*, and the certificates that may pass.

    """
    entries: list[Entry] = []
    left_out: list[LeftOut] = []
    for entry in listing.entries:
        certificate = certificates.get(entry.id) if entry.kind == "certificate" else None
        if not _matches(entry, certificate, filters.words):
            continue
        if certificate is None:
            entries += [] if filters.for_certificates else [entry]
            continue
        answers = dict(_answers(certificate, filters, vocabulary))
        unknown = tuple(fact for fact, passes in answers.items() if passes is None)
        if not _is_from(certificate, filters.provider) or False in answers.values():
            continue
        if unknown:
            left_out.append(LeftOut(entry.id, unknown))
        else:
            entries.append(replace(entry, facts=_facts(certificate)))
    return replace(listing, entries=tuple(entries), left_out=tuple(left_out))


def _matches(entry: Entry, certificate: Certificate | None, words: tuple[str, ...]) -> bool:
    """Return whether each of *words* begins a word of the title, the id or the provider."""
    text = f"{entry.title or ''} {entry.id.replace('-', ' ')}"
    if certificate:
        text += f" {certificate.provider}"
    own = [word.strip("()-:,.") for word in text.casefold().split()]
    sought = [part for word in words for part in word.casefold().replace("-", " ").split()]
    return all(any(word.startswith(part) for word in own) for part in sought)


def _is_from(certificate: Certificate, provider: str | None) -> bool:
    """Return whether *provider* is a part of the provider's name, or None."""
    return provider is None or provider.casefold() in certificate.provider.casefold()


def _answers(
    certificate: Certificate, filters: Filters, vocabulary: Vocabulary
) -> Iterator[tuple[Unknown, bool | None]]:
    """Yield whether *certificate* passes each filter that is set; None if it is unknown."""
    program = certificate.program
    if filters.level is not None:
        yield "level", program.level.level == filters.level if program.level else None
    if filters.max_price is not None:
        prices = prices_of(certificate)
        whole = prices.per_month + prices.fees
        yield "price", whole <= filters.max_price if prices.known else None
    taught = vocabulary.ids(certificate.taught())
    otherwise = False if certificate.is_complete("teaches") else None
    if filters.skills:
        covered = all(vocabulary.covers(taught, skill) for skill in filters.skills)
        yield "skills", covered or otherwise
    if filters.role is not None:
        core = filters.role.skills.core
        yield "role", any(vocabulary.covers(taught, skill) for skill in core) or otherwise


def _facts(certificate: Certificate) -> CertificateFacts:
    """Return the facts of *certificate* that a list has room for."""
    program, prices = certificate.program, prices_of(certificate)
    price = prices.monthly or next(iter(prices.once), None)
    hours = program.hours[0] if program.hours else None
    rating, retired = program.learner_rating, program.retired
    paid = Fraction(price.amount_usd) if price else Fraction()
    more = prices.per_month + prices.fees - paid
    return CertificateFacts(
        provider=certificate.provider,
        level=program.level.level if program.level else None,
        price_usd=usd(paid) if price else None,
        price_per=price.per if price else None,
        fees_usd=usd(more) if more else None,
        hours=span(hours.low, hours.high) if hours else None,
        learner_rating=f"{exact_text(rating.value)} / {exact_text(rating.out_of)}"
        if rating
        else None,
        retired=str(certificate.date_of(retired)) if retired else None,
    )

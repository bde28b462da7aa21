"""Measures of what employers ask for, counted in job postings."""

from fractions import Fraction

from certeval.analysis.count_interval import proportion_interval
from certeval.analysis.evidence.reading import Fact, Reading, unknown
from certeval.model.certificate import Certificate
from certeval.model.context import Context
from certeval.model.postings import Mention

_PER = 10_000


def mentions(context: Context, *, confidence_percent: Fraction) -> Reading:
    """Measure how many of 10,000 postings name the certificate.

    Args:
        context: the certificate, and the role whose postings count if it has counts of its own.
        confidence_percent: how often the interval holds the truth, in percent.

    Returns:
        The reading: the exact interval (Clopper and Pearson) of the count, times 10,000. A count
        of zero is a bound, not a proof.

    """
    counted = _count(context, context.certificate.mentions)
    if counted is None:
        return unknown("postings")
    low, high = proportion_interval(counted.count, counted.of, confidence_percent)
    if counted.group:  # others are counted with it, so it is named this often at most
        low = Fraction(0)
    return Reading(
        low * _PER,
        high * _PER,
        facts=(_fact(context.certificate, counted),),
        detail=_display(counted),
    )


def provider_known(context: Context, *, provider_known_from_per_10000: Fraction) -> Reading:
    """Measure whether postings of the field name the provider, in a word: yes or no.

    Args:
        context: the certificate.
        provider_known_from_per_10000: the least number of 10,000 postings, from 0.

    Returns:
        The reading, in a word; a source that says so in words comes before a count.

    """
    certificate = context.certificate
    stated = certificate.known_name
    if stated is not None:
        word = "yes" if stated.value else "no"
        return Reading(word=word, facts=(Fact("postings", certificate, stated, word),))
    counted = _count(context, certificate.mentions_of_provider)
    if counted is None:
        return unknown("postings")
    enough = Fraction(counted.count * _PER, counted.of) >= provider_known_from_per_10000
    return Reading(
        word="yes" if enough else "no",
        facts=(_fact(certificate, counted),),
        detail=_display(counted),
    )


def _count(context: Context, counts: tuple[Mention, ...]) -> Mention | None:
    """Return the count for the role, or else the one for all postings."""
    role = context.role.id if context.role else None
    own = [one for one in counts if role and one.role == role]
    return next(iter([*own, *(one for one in counts if one.role is None)]), None)


def _fact(certificate: Certificate, counted: Mention) -> Fact:
    return Fact("postings", certificate, counted, _display(counted))


def _display(counted: Mention) -> str:
    return f"{counted.count:,} of {counted.of:,}"

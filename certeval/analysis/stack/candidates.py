"""Certificates as offers of a cover problem: skills as bits, money and hours as integers."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from certeval.analysis.cost.pace import DAYS_A_MONTH, DAYS_A_WEEK
from certeval.analysis.cost.prices import Prices, prices_of
from certeval.analysis.related_certificates import has_prerequisite, level_of
from certeval.analysis.stack.offers import Limits, Offer
from certeval.model.certificate import Certificate
from certeval.model.reader import Reader

_GAP = -1

Requirement = tuple[int, str, str]
"""What has to be covered: the rank of the hardest level that may teach it (-1 for a gap), the skill
and a part of it (the skill itself if it has none)."""


class Candidate(NamedTuple):
    """A certificate that can be taken, its prices and its hours, None if unknown."""

    certificate: Certificate
    prices: Prices
    low: Fraction | None
    high: Fraction | None

    @property
    def rank(self) -> tuple[int, bool, Fraction, str]:
        """The key that sorts candidates: easier ones first, then shorter ones."""
        hours = self.high if self.high is not None else Fraction()
        return (level_of(self.certificate), self.high is None, hours, self.certificate.id)

    @property
    def cost_unknown(self) -> bool:
        """Whether the price is unknown, or how many months of a subscription it takes."""
        by_the_month = self.prices.monthly is not None and self.high is None
        return by_the_month or not self.prices.known


def candidate_of(
    certificate: Certificate, assumed: Mapping[str, tuple[Decimal, Decimal]]
) -> Candidate:
    """Return a certificate with its prices and hours.

    Args:
        certificate: the certificate.
        assumed: low and high hours by the id of a certificate, in place of those of its file.

    Returns:
        The candidate.

    """
    hours: tuple[Decimal, Decimal] | None = assumed.get(certificate.id)
    if hours is None and certificate.program.hours:
        first = certificate.program.hours[0]
        hours = (first.low, first.high)
    low, high = (Fraction(hours[0]), Fraction(hours[1])) if hours else (None, None)
    return Candidate(certificate, prices_of(certificate), low, high)


class RequirementBits:
    """Numbers requirements, and finds those that a certificate covers.

    Any certificate that teaches a skill closes a gap in it. A prerequisite is only covered by
    certificates that are no harder than the one that has the prerequisite.
    """

    def __init__(self, reader: Reader) -> None:
        """Start without requirements; *reader* needs nothing that they know."""
        self.reader = reader
        self.vocabulary = reader.vocabulary
        self.numbers: dict[Requirement, int] = {}

    def of_gaps(self, skills: Iterable[str], known: frozenset[str]) -> dict[str, int]:
        """Add the gaps to the requirements.

        Args:
            skills: ids of the skills to learn.
            known: ids of the skills that count as known.

        Returns:
            The bits of each skill, without the parts that are known.

        """
        return {
            skill: self._mask(_GAP, skill, [p for p in self._parts(skill) if p not in known])
            for skill in skills
        }

    def of_prerequisites(self, certificate: Certificate) -> int:
        """Add the prerequisites that the reader lacks to the requirements.

        Args:
            certificate: the certificate that has the prerequisites.

        Returns:
            Their bits.

        """
        mask = 0
        for item in certificate.program.prerequisites:
            skill = self.vocabulary.id(item.skill)
            if not has_prerequisite(self.reader, skill, item.level):
                parts = [
                    part
                    for part in self._parts(skill)
                    if not has_prerequisite(self.reader, part, item.level)
                ]
                mask |= self._mask(level_of(certificate), skill, parts)
        return mask

    def covered_by(self, certificate: Certificate) -> int:
        """Find what a certificate covers.

        Args:
            certificate: any certificate.

        Returns:
            The bits of the requirements added so far that it covers; none for an exam, which
            attests skills and does not teach them.

        """
        if certificate.only_attests:
            return 0
        taught, level = self.vocabulary.ids(certificate.taught()), level_of(certificate)
        mask = 0
        for (hardest, skill, part), number in self.numbers.items():
            fits = hardest == _GAP or level <= hardest
            if fits and (skill in taught or self.vocabulary.covers(taught, part)):
                mask |= 1 << number
        return mask

    def skills_of(self, mask: int) -> tuple[str, ...]:
        """Find the skills behind bits.

        Args:
            mask: bits of requirements.

        Returns:
            The ids of their skills, each once.

        """
        found = [skill for (_, skill, _), number in self.numbers.items() if mask >> number & 1]
        return tuple(dict.fromkeys(found))

    def _mask(self, hardest: int, skill: str, parts: Iterable[str]) -> int:
        """Return the bits of *parts* of *skill*, numbering the new ones."""
        mask = 0
        for part in parts:
            requirement = (hardest, skill, part)
            mask |= 1 << self.numbers.setdefault(requirement, len(self.numbers))
        return mask

    def _parts(self, skill: str) -> Sequence[str]:
        """Return the parts that have to be covered, or *skill* itself if it counts as one."""
        return self.vocabulary.parts(skill) if self.vocabulary.needs_all(skill) else (skill,)


class IntegerUnits:
    """Units in which all hours, prices and limits are whole numbers."""

    def __init__(
        self,
        candidates: Iterable[Candidate],
        hours_per_week: Fraction,
        budget: Decimal | None,
        max_months: Decimal | None,
    ) -> None:
        """Find the units.

        Args:
            candidates: the certificates with their prices and hours.
            hours_per_week: the reader's pace.
            budget: the maximum total cost, in USD; None for no limit.
            max_months: the maximum duration, in months; None for no limit.

        """
        candidates = list(candidates)
        month_hours = hours_per_week * DAYS_A_MONTH / DAYS_A_WEEK
        hours = [end for one in candidates for end in (one.low, one.high) if end is not None]
        self.hour = lcm(*(end.denominator for end in (*hours, month_hours)))
        money = [one.prices.per_month for one in candidates]
        money += [one.prices.fees for one in candidates]
        money += [Fraction(budget)] if budget is not None else []
        self.dollar = lcm(*(amount.denominator for amount in money))
        prices = {subscription_of(one): one.prices.per_month * self.dollar for one in candidates}
        self.subscriptions = list(prices)
        self.limits = Limits(
            month=int(month_hours * self.hour),
            prices=tuple(int(price) for price in prices.values()),
            budget=None if budget is None else int(Fraction(budget) * self.dollar),
            max_months=None if max_months is None else int(max_months),
        )

    def offer(self, candidate: Candidate, covers: int, needs: int) -> Offer:
        """Express a candidate as an offer, at the high end of its hours.

        Args:
            candidate: the candidate.
            covers: bits of the requirements that it covers.
            needs: bits of its prerequisites.

        Returns:
            The offer in these units.

        """
        monthly = candidate.prices.monthly is not None
        return Offer(
            covers=covers,
            needs=needs,
            hours=int((candidate.high or Fraction()) * self.hour),
            subscription=self.subscriptions.index(subscription_of(candidate)) if monthly else None,
            fee=int(candidate.prices.fees * self.dollar),
            cost_unknown=candidate.cost_unknown,
            hours_unknown=candidate.high is None,
        )


def subscription_of(candidate: Candidate) -> str:
    """Name the subscription that a candidate needs.

    Candidates share a subscription if it covers other programs; the same product at two prices
    counts as two subscriptions.

    Args:
        candidate: the candidate.

    Returns:
        A name that is equal for candidates with the same subscription.

    """
    product = candidate.prices.subscription
    if product is None:
        return f"only {candidate.certificate.id}"
    return f"{product} at {candidate.prices.per_month}"

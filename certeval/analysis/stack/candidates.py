"""Certificates as the offers of a cover problem: skills as bits, money and hours as integers."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from certeval.analysis.cost.pace import DAYS_A_MONTH, DAYS_A_WEEK
from certeval.analysis.cost.prices import Prices, prices_of
from certeval.analysis.related_certificates import has_prerequisite, level_of
from certeval.analysis.stack.set_cover import Offer, Terms
from certeval.model.certificate import Certificate
from certeval.model.reader import Reader

_GAP = -1

Bit = tuple[int, str, str]
"""What has to be covered: for a prerequisite the rank of the hardest level that may teach it; the
skill; and a part of it (itself where it counts as one)."""


class Load(NamedTuple):
    """A certificate with what it asks for in money and time. Hours are None where unknown."""

    certificate: Certificate
    prices: Prices
    low: Fraction | None
    high: Fraction | None

    @property
    def rank(self) -> tuple[int, bool, Fraction, str]:
        """Orders what could be taken next: easier ones first, then shorter ones."""
        hours = self.high if self.high is not None else Fraction()
        return (level_of(self.certificate), self.high is None, hours, self.certificate.id)

    @property
    def cost_unknown(self) -> bool:
        """Whether the price is unknown, or what a subscription would come to."""
        by_the_month = self.prices.monthly is not None and self.high is None
        return by_the_month or not self.prices.known


def load_of(certificate: Certificate, tried: Mapping[str, tuple[Decimal, Decimal]]) -> Load:
    """*certificate* with its prices, and its hours: those *tried* for its id, or its file's."""
    hours: tuple[Decimal, Decimal] | None = tried.get(certificate.id)
    if hours is None and certificate.program.hours:
        first = certificate.program.hours[0]
        hours = (first.low, first.high)
    low, high = (Fraction(hours[0]), Fraction(hours[1])) if hours else (None, None)
    return Load(certificate, prices_of(certificate), low, high)


class Bits:
    """Numbers what has to be covered, and says which of it a certificate covers.

    A gap is closed by any certificate that teaches it. A prerequisite is only prepared for by
    those that are no harder than the certificate which asks for it.
    """

    def __init__(self, reader: Reader) -> None:
        """*reader* has some of it already."""
        self.reader = reader
        self.words = reader.vocabulary
        self.numbers: dict[Bit, int] = {}

    def of_gaps(self, skills: Iterable[str], known: frozenset[str]) -> dict[str, int]:
        """The bits of each of *skills*, less those parts that are *known*."""
        return {
            skill: self._mask(_GAP, skill, [p for p in self._parts(skill) if p not in known])
            for skill in skills
        }

    def of_prerequisites(self, certificate: Certificate) -> int:
        """The bits of what *certificate* takes for granted and the reader does not have."""
        mask = 0
        for item in certificate.program.prerequisites:
            skill = self.words.id(item.skill)
            if not has_prerequisite(self.reader, skill, item.level):
                parts = [
                    part
                    for part in self._parts(skill)
                    if not has_prerequisite(self.reader, part, item.level)
                ]
                mask |= self._mask(level_of(certificate), skill, parts)
        return mask

    def covered_by(self, certificate: Certificate) -> int:
        """The bits, of those that there are by now, that *certificate* covers."""
        taught, level = self.words.ids(certificate.taught()), level_of(certificate)
        mask = 0
        for (hardest, skill, part), number in self.numbers.items():
            fits = hardest == _GAP or level <= hardest
            if fits and (skill in taught or self.words.covers(taught, part)):
                mask |= 1 << number
        return mask

    def skills_of(self, mask: int) -> tuple[str, ...]:
        """The skills that bits of *mask* belong to, each once."""
        found = [bit[1] for bit, number in self.numbers.items() if mask >> number & 1]
        return tuple(dict.fromkeys(found))

    def _mask(self, hardest: int, skill: str, parts: Iterable[str]) -> int:
        mask = 0
        for part in parts:
            bit = (hardest, skill, part)
            mask |= 1 << self.numbers.setdefault(bit, len(self.numbers))
        return mask

    def _parts(self, skill: str) -> Sequence[str]:
        return self.words.parts(skill) if self.words.needs_all(skill) else (skill,)


class Limits(NamedTuple):
    """The most that a plan may cost, in USD, and take, in months; None for no limit."""

    budget: Decimal | None = None
    most_months: Decimal | None = None


class Units:
    """Whole numbers for exact hours and money."""

    def __init__(self, loads: Iterable[Load], hours_per_week: Fraction, limits: Limits) -> None:
        """A whole number of each counts every hour and price of *loads* and every limit."""
        loads = list(loads)
        self.month_hours = hours_per_week * DAYS_A_MONTH / DAYS_A_WEEK
        hours = [end for load in loads for end in (load.low, load.high) if end is not None]
        self.hour = lcm(*(end.denominator for end in (*hours, self.month_hours)))
        money = [load.prices.per_month for load in loads]
        money += [load.prices.fees for load in loads]
        money += [Fraction(limits.budget)] if limits.budget is not None else []
        self.dollar = lcm(*(amount.denominator for amount in money))
        prices = {subscription_of(load): load.prices.per_month * self.dollar for load in loads}
        self.subscriptions = list(prices)
        self.prices = tuple(int(price) for price in prices.values())
        budget = None if limits.budget is None else int(Fraction(limits.budget) * self.dollar)
        months = None if limits.most_months is None else int(limits.most_months)
        self.terms = Terms(int(self.month_hours * self.hour), self.prices, budget, months)

    def offer(self, load: Load, covers: int, needs: int, hours: Fraction | None) -> Offer:
        """*load* as an offer that takes *hours*."""
        monthly = load.prices.monthly is not None
        return Offer(
            covers=covers,
            needs=needs,
            hours=int((hours or Fraction()) * self.hour),
            subscription=self.subscriptions.index(subscription_of(load)) if monthly else None,
            fee=int(load.prices.fees * self.dollar),
            cost_unknown=load.cost_unknown,
            hours_unknown=hours is None,
        )


def subscription_of(load: Load) -> str:
    """What is subscribed to: one product for all programs that it covers, else one of its own.

    Files that give a product two prices speak of two subscriptions.
    """
    product = load.prices.subscription
    if product is None:
        return f"only {load.certificate.id}"
    return f"{product} at {load.prices.per_month}"

"""The cheapest set of offers that covers what is needed, found exactly.

A weighted set cover with two twists: offers of one subscription share the months that are billed,
and an offer may need others before it. Branch and bound over sets of offers: branch on the need
that fewest offers cover, bound by what the rest must cost at least. All numbers are integers, so
nothing is rounded. (R. S. Garfinkel and G. L. Nemhauser, Integer Programming, 1972, chapter 8.)
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

Key = tuple[int, int, int, int]
"""What is least, in this order: offers of unknown cost, cost, offers of unknown hours, hours."""


class Offer(NamedTuple):
    """Something that can be taken.

    ``covers`` and ``needs`` are bit sets. ``hours`` count in the problem's unit; ``subscription``
    is the number of what is paid by the month while it is taken, None for none; ``fee`` is paid
    once. Of what is unknown, ``hours`` and ``fee`` count what is known.
    """

    covers: int
    needs: int
    hours: int
    subscription: int | None
    fee: int
    cost_unknown: bool = False
    hours_unknown: bool = False


class Terms(NamedTuple):
    """``month`` is how many hours go into a month, ``prices`` what one costs by subscription.

    ``budget`` and ``most_months`` are None for no limit; the months are those of the whole plan.
    """

    month: int
    prices: tuple[int, ...]
    budget: int | None = None
    most_months: int | None = None


def cost_of(offers: Sequence[Offer], terms: Terms) -> int:
    """What *offers* cost together: each subscription for its started months, and the fees."""
    hours = [0] * len(terms.prices)
    for offer in offers:
        if offer.subscription is not None:
            hours[offer.subscription] += offer.hours
    billed = sum(
        price * -(-load // terms.month) for price, load in zip(terms.prices, hours, strict=True)
    )
    return billed + sum(offer.fee for offer in offers)


def months_of(offers: Sequence[Offer], terms: Terms) -> int:
    """How many months *offers* take, one after the other; the last one is begun."""
    return -(-sum(offer.hours for offer in offers) // terms.month)


def key_of(offers: Sequence[Offer], terms: Terms) -> Key:
    """What a set of *offers* is judged by: smaller is better. Another offer never lessens it."""
    return (
        sum(offer.cost_unknown for offer in offers),
        cost_of(offers, terms),
        sum(offer.hours_unknown for offer in offers),
        sum(offer.hours for offer in offers),
    )


def order_of(offers: Sequence[Offer], ranks: Sequence[object], have: int = 0) -> list[int] | None:
    """An order in which each offer comes after what it needs, least rank first; None without.

    *have* is covered from the beginning.
    """
    order: list[int] = []
    left = sorted(range(len(offers)), key=lambda at: ranks[at])  # type: ignore[arg-type,return-value]
    while left:
        ready = next((at for at in left if not offers[at].needs & ~have), None)
        if ready is None:
            return None
        left.remove(ready)
        order.append(ready)
        have |= offers[ready].covers
    return order


def reachable(offers: Sequence[Offer], given: Sequence[Offer]) -> int:
    """All that *given* and *offers* can cover, each taken once what it needs is covered."""
    have = 0
    left = [*given, *offers]
    while ready := [offer for offer in left if not offer.needs & ~have]:
        left = [offer for offer in left if offer not in ready]
        for offer in ready:
            have |= offer.covers
    return have


class Found(NamedTuple):
    """The best set: numbers of offers besides those given, and of gaps that it leaves open."""

    taken: tuple[int, ...]
    left_open: tuple[int, ...]


def cheapest(
    gaps: Sequence[int], offers: Sequence[Offer], given: Sequence[Offer], terms: Terms
) -> Found | None:
    """The *offers* to take besides *given*, so that as many of *gaps* are covered as can be.

    The set leaves the fewest gaps open that the limits allow, and among such sets is least by
    ``key_of``; it can be ordered, and keeps within the limits. None where none does. Of equal
    ones, the one that comes first in the order of *offers* is likely, not certain; the same input
    always gives the same answer.
    """
    search = _Search(gaps, offers, given, terms)
    search.go((), frozenset(range(len(offers))), frozenset())
    return search.best


class _Search:
    """The state of one branch and bound."""

    def __init__(
        self, gaps: Sequence[int], offers: Sequence[Offer], given: Sequence[Offer], terms: Terms
    ) -> None:
        self.gaps = gaps
        self.offers = offers
        self.given = given
        self.terms = terms
        self.best: Found | None = None
        self.least: tuple[int, ...] | None = None
        # What covering one more bit costs at least, in money (by the month's hours) and hours.
        known = [*gaps, *(o.covers | o.needs for o in (*offers, *given))]
        bits = range(max((mask.bit_length() for mask in known), default=0))
        self.money = [self._share(bit, [self._linear(o) for o in offers]) for bit in bits]
        self.hours = [self._share(bit, [o.hours for o in offers]) for bit in bits]
        # The best value first: a good set early on rules out many others.
        value = [self._linear(o) / max(1, o.covers.bit_count()) for o in offers]
        ranked = sorted(range(len(offers)), key=value.__getitem__)
        self.covering = [[at for at in ranked if offers[at].covers >> bit & 1] for bit in bits]

    def _linear(self, offer: Offer) -> int:
        """The cost of *offer* were months paid by the hour: never more than it really adds."""
        price = 0 if offer.subscription is None else self.terms.prices[offer.subscription]
        return offer.fee * self.terms.month + price * offer.hours

    def _share(self, bit: int, costs: Sequence[int]) -> int:
        """The least of *costs* per bit covered, rounded down, of the offers that cover *bit*."""
        return min(
            (
                cost // offer.covers.bit_count()
                for offer, cost in zip(self.offers, costs, strict=True)
                if offer.covers >> bit & 1
            ),
            default=0,
        )

    def go(self, taken: tuple[int, ...], free: frozenset[int], left_open: frozenset[int]) -> None:
        """Look for the best set that holds *taken*, else only of *free*, with gaps *left_open*."""
        chosen = [*self.given, *(self.offers[at] for at in taken)]
        have = need = 0
        for offer in chosen:
            have |= offer.covers
            need |= offer.needs
        for number, gap in enumerate(self.gaps):
            need |= 0 if number in left_open else gap
        left = need & ~have
        if self._is_hopeless(chosen, left, len(left_open)):
            return
        if left:
            ways = {bit: [at for at in self.covering[bit] if at in free] for bit in _bits(left)}
            bit = min(ways, key=lambda bit: len(ways[bit]))
            free = self._branch(taken, free, left_open, ways[bit])
            for number, gap in enumerate(self.gaps):
                if gap >> bit & 1 and number not in left_open:
                    self.go(taken, free, left_open | {number})
        elif order_of(chosen, range(len(chosen))) is not None:
            self.best = Found(tuple(sorted(taken)), tuple(sorted(left_open)))
            self.least = (len(left_open), *key_of(chosen, self.terms))
        else:
            self._branch(taken, free, left_open, self._unlocking(chosen, free))

    def _branch(
        self,
        taken: tuple[int, ...],
        free: frozenset[int],
        left_open: frozenset[int],
        ways: Sequence[int],
    ) -> frozenset[int]:
        """Try each of *ways*; what has been tried is not tried again beside its siblings."""
        for at in ways:
            free -= {at}
            self.go((*taken, at), free, left_open)
        return free

    def _unlocking(self, chosen: Sequence[Offer], free: frozenset[int]) -> list[int]:
        """The offers of which one has to be added, since *chosen* wait for each other in a ring."""
        have = reachable((), chosen)
        missing = 0
        for offer in chosen:
            missing |= offer.needs & ~have
        return [at for at in sorted(free) if self.offers[at].covers & missing]

    def _is_hopeless(self, chosen: Sequence[Offer], left: int, left_open: int) -> bool:
        """Whether no set that holds *chosen* can be better than the best.

        Gaps may yet be left open, so that what covering *left* costs only counts against a best
        set that leaves as few open.
        """
        unknown, cost, hours_unknown, hours = key_of(chosen, self.terms)
        if self._exceeds(chosen, cost):
            return True
        if self.least is None or left_open > self.least[0]:
            return self.least is not None
        if left_open < self.least[0]:
            return False
        linear = sum(self._linear(offer) for offer in chosen)
        for bit in _bits(left):
            linear += self.money[bit]
            hours += self.hours[bit]
        cost = max(cost, -(-linear // self.terms.month))
        return (left_open, unknown, cost, hours_unknown, hours) >= self.least

    def _exceeds(self, chosen: Sequence[Offer], cost: int) -> bool:
        """Whether *chosen*, which cost *cost*, are beyond the limits."""
        budget, most = self.terms.budget, self.terms.most_months
        over = budget is not None and cost > budget
        return over or (most is not None and months_of(chosen, self.terms) > most)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low

"""The cheapest set of offers that covers all requirements, found exactly.

A weighted set cover with two additions: offers with the same subscription share billed months, and
an offer may need others before it. Branch and bound over sets of offers: branch on the requirement
that the fewest offers cover, and bound by the least that covering the rest can cost. (R. S.
Garfinkel and G. L. Nemhauser, Integer Programming, 1972, chapter 8.)
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from certeval.analysis.stack.offers import (
    Limits,
    Offer,
    key_of,
    months_of,
    order_of,
    reachable,
)


class Found(NamedTuple):
    """The best set: indexes of offers besides those given, and of the gaps that it leaves open."""

    taken: tuple[int, ...]
    left_open: tuple[int, ...]


def cheapest(
    gaps: Sequence[int], offers: Sequence[Offer], given: Sequence[Offer], limits: Limits
) -> Found | None:
    """Find the offers to take so that as many gaps as possible are covered.

    The set leaves the fewest gaps open that the limits allow, and among such sets has the smallest
    ``key_of``. Ties are broken deterministically, though not always in the order of *offers*.

    Args:
        gaps: bits of each gap.
        offers: offers that may be taken.
        given: offers that are taken in any case.
        limits: the limits, the hours per month and the prices.

    Returns:
        The best set that can be ordered and is within the limits, or None if there is none.

    """
    return _Search(gaps, offers, given, limits).best_set()


class _Search:
    """The state of one branch-and-bound search."""

    def __init__(
        self, gaps: Sequence[int], offers: Sequence[Offer], given: Sequence[Offer], limits: Limits
    ) -> None:
        self.gaps = gaps
        self.offers = offers
        self.given = given
        self.limits = limits
        self.best: Found | None = None
        self.least: tuple[int, ...] | None = None
        # The least that covering one more bit costs, in money (times hours per month) and hours.
        known = [*gaps, *(o.covers | o.needs for o in (*offers, *given))]
        bits = range(max((mask.bit_length() for mask in known), default=0))
        self.money = [self._share(bit, [self._linear(o) for o in offers]) for bit in bits]
        self.hours = [self._share(bit, [o.hours for o in offers]) for bit in bits]
        # The best value comes first, because finding a good set early rules out many others.
        value = [self._linear(o) / max(1, o.covers.bit_count()) for o in offers]
        ranked = sorted(range(len(offers)), key=value.__getitem__)
        self.covering = [[at for at in ranked if offers[at].covers >> bit & 1] for bit in bits]

    def _linear(self, offer: Offer) -> int:
        """Return the cost of *offer* if hours were billed: never more than what it really adds."""
        price = 0 if offer.subscription is None else self.limits.prices[offer.subscription]
        return offer.fee * self.limits.month + price * offer.hours

    def _share(self, bit: int, costs: Sequence[int]) -> int:
        """Return the least cost per bit, rounded down, of the offers that cover *bit*."""
        return min(
            (
                cost // offer.covers.bit_count()
                for offer, cost in zip(self.offers, costs, strict=True)
                if offer.covers >> bit & 1
            ),
            default=0,
        )

    def best_set(self) -> Found | None:
        """Search all sets.

        Returns:
            The best set, or None if none is within the limits.

        """
        self._search((), frozenset(range(len(self.offers))), frozenset())
        return self.best

    def _search(
        self, taken: tuple[int, ...], free: frozenset[int], left_open: frozenset[int]
    ) -> None:
        """Search the sets of *taken* and any of *free* that leave the gaps *left_open* open."""
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
                    self._search(taken, free, left_open | {number})
        elif order_of(chosen, range(len(chosen))) is not None:
            self.best = Found(tuple(sorted(taken)), tuple(sorted(left_open)))
            self.least = (len(left_open), *key_of(chosen, self.limits))
        else:
            self._branch(taken, free, left_open, self._unlocking(chosen, free))

    def _branch(
        self,
        taken: tuple[int, ...],
        free: frozenset[int],
        left_open: frozenset[int],
        ways: Sequence[int],
    ) -> frozenset[int]:
        """Try each of *ways*, and return *free* without them, since their sets are now done."""
        for at in ways:
            free -= {at}
            self._search((*taken, at), free, left_open)
        return free

    def _unlocking(self, chosen: Sequence[Offer], free: frozenset[int]) -> list[int]:
        """Return offers of which one is needed to break a cycle of needs among *chosen*."""
        have = reachable((), chosen)
        missing = 0
        for offer in chosen:
            missing |= offer.needs & ~have
        return [at for at in sorted(free) if self.offers[at].covers & missing]

    def _is_hopeless(self, chosen: Sequence[Offer], left: int, left_open: int) -> bool:
        """Return whether no set that contains *chosen* can be better than the best so far.

        The cost of covering *left* counts only if the best set leaves as many gaps open: otherwise
        more gaps could be left open instead.
        """
        unknown, cost, hours_unknown, hours = key_of(chosen, self.limits)
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
        cost = max(cost, -(-linear // self.limits.month))
        return (left_open, unknown, cost, hours_unknown, hours) >= self.least

    def _exceeds(self, chosen: Sequence[Offer], cost: int) -> bool:
        """Return whether *chosen*, which cost *cost*, exceed the limits."""
        budget, most = self.limits.budget, self.limits.max_months
        over = budget is not None and cost > budget
        return over or (most is not None and months_of(chosen, self.limits) > most)


def _bits(mask: int) -> Iterator[int]:
    """Yield the numbers of the bits of *mask*."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low

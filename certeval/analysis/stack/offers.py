"""Offers of a cover problem: what sets of them cost and cover, and in what order to take them.

All numbers are integers, so nothing is rounded.
"""

from collections.abc import Sequence
from typing import NamedTuple

Key = tuple[int, int, int, int]
"""What is minimized, in order: offers of unknown cost, cost, offers of unknown hours, hours."""


class Offer(NamedTuple):
    """Something that can be taken.

    Attributes:
        covers: bits of the requirements that it covers.
        needs: bits of the requirements that have to be covered before it.
        hours: its duration, in the problem's unit; what is unknown counts as 0.
        subscription: the number of the subscription that it takes, None for none.
        fee: what is paid once; what is unknown counts as 0.
        cost_unknown: whether a part of the cost is unknown.
        hours_unknown: whether the hours are unknown.

    """

    covers: int
    needs: int
    hours: int
    subscription: int | None
    fee: int
    cost_unknown: bool = False
    hours_unknown: bool = False


class Limits(NamedTuple):
    """The limits of a plan, and what counts toward them.

    Attributes:
        month: hours per month, in the problem's unit.
        prices: the price of a month of each subscription.
        budget: the maximum total cost; None for no limit.
        max_months: the maximum duration of the whole plan, in months; None for no limit.

    """

    month: int
    prices: tuple[int, ...]
    budget: int | None = None
    max_months: int | None = None


def cost_of(offers: Sequence[Offer], limits: Limits) -> int:
    """Add up the started months of each subscription, and the fees.

    Args:
        offers: offers that are taken together.
        limits: the hours per month and the prices.

    Returns:
        The total cost.

    """
    hours = [0] * len(limits.prices)
    for offer in offers:
        if offer.subscription is not None:
            hours[offer.subscription] += offer.hours
    billed = sum(
        price * -(-load // limits.month) for price, load in zip(limits.prices, hours, strict=True)
    )
    return billed + sum(offer.fee for offer in offers)


def months_of(offers: Sequence[Offer], limits: Limits) -> int:
    """Count the months that offers take one after the other.

    Args:
        offers: offers that are taken together.
        limits: the hours per month.

    Returns:
        Whole months; a started month counts.

    """
    return -(-sum(offer.hours for offer in offers) // limits.month)


def key_of(offers: Sequence[Offer], limits: Limits) -> Key:
    """Compute what a set of offers is compared by. Adding an offer never makes it smaller.

    Args:
        offers: offers that are taken together.
        limits: the hours per month and the prices.

    Returns:
        The key; smaller is better.

    """
    return (
        sum(offer.cost_unknown for offer in offers),
        cost_of(offers, limits),
        sum(offer.hours_unknown for offer in offers),
        sum(offer.hours for offer in offers),
    )


def order_of(offers: Sequence[Offer], ranks: Sequence[object], have: int = 0) -> list[int] | None:
    """Find an order in which each offer comes after what it needs.

    Args:
        offers: offers that are taken together.
        ranks: a sort key for each offer; of the offers that can be next, the lowest is.
        have: bits that are covered from the start.

    Returns:
        Indexes of *offers* in order, or None if there is no order.

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
    """Find everything that can be covered.

    Args:
        offers: offers that may be taken, each as soon as what it needs is covered.
        given: offers that are taken in any case, likewise.

    Returns:
        The bits that all of them cover together.

    """
    have = 0
    left = [*given, *offers]
    while ready := [offer for offer in left if not offer.needs & ~have]:
        left = [offer for offer in left if offer not in ready]
        for offer in ready:
            have |= offer.covers
    return have

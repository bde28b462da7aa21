"""The cheapest cover is the cheapest of all sets, tried in every order."""

from itertools import combinations, permutations
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from certeval.analysis.stack.offers import (
    Limits,
    Offer,
    cost_of,
    key_of,
    months_of,
    order_of,
    reachable,
)
from certeval.analysis.stack.set_cover import cheapest

NOTHING = Offer(0, 0, 0, None, 0)
BITS = 5
LIMITS = Limits(10, (7, 5))

sets = st.integers(0, 2**BITS - 1)
sparse = st.builds(lambda one, other: one & other, sets, sets)
offers = st.builds(
    Offer,
    covers=sets,
    needs=st.builds(lambda one, other: one & other, sparse, sparse),
    hours=st.integers(0, 25),
    subscription=st.sampled_from([None, 0, 1]),
    fee=st.integers(0, 20),
    cost_unknown=st.integers(0, 5).map(lambda number: number == 0),
    hours_unknown=st.integers(0, 5).map(lambda number: number == 0),
)
limits = st.builds(
    Limits,
    st.sampled_from([1, 10]),
    st.just((7, 5)),
    st.none() | st.integers(0, 60),
    st.none() | st.integers(0, 5),
)


def can_be_ordered(some):
    """Whether *some* offers can be taken in any order."""
    return any(is_order(some, order) for order in permutations(range(len(some))))


def is_order(some, order):
    have = 0
    for at in order:
        if some[at].needs & ~have:
            return False
        have |= some[at].covers
    return True


def covered(some):
    have = 0
    for offer in some:
        have |= offer.covers
    return have


def by_hand(some, limits):
    """The key of *some*, and their total months."""
    hours = [0] * len(limits.prices)
    for offer in some:
        if offer.subscription is not None:
            hours[offer.subscription] += offer.hours
    whole = sum(offer.hours for offer in some)
    *started, months = [(load + limits.month - 1) // limits.month for load in (*hours, whole)]
    cost = sum(offer.fee for offer in some)
    cost += sum(price * count for price, count in zip(limits.prices, started, strict=True))
    unknown = len([offer for offer in some if offer.cost_unknown])
    no_hours = len([offer for offer in some if offer.hours_unknown])
    return (unknown, cost, no_hours, whole), months


def within(some, limits):
    (_, cost, _, _), months = by_hand(some, limits)
    budget, most = limits.budget, limits.max_months
    return (budget is None or cost <= budget) and (most is None or months <= most)


def least(gaps, offers, given, limits, *, orderable=can_be_ordered):
    """How many gaps the best of all sets of *offers* leaves open, and its key; None without one."""
    keys = []
    for size in range(len(offers) + 1):
        for taken in combinations(offers, size):
            some = [*given, *taken]
            if within(some, limits) and orderable(some):
                keys.append((still_open(gaps, some), *by_hand(some, limits)[0]))
    return min(keys, default=None)


def still_open(gaps, some):
    return sum(bool(gap & ~covered(some)) for gap in gaps)


def gaps_of(wanted):
    """*wanted* in three gaps of which no two share a bit."""
    return [wanted & 0b11, wanted & 0b11100, wanted & ~0b11111]


@given(sets, st.lists(offers, max_size=4), st.lists(offers, max_size=1), limits)
@example(1, [Offer(1, 2, 5, 0, 0), Offer(2, 1, 5, 0, 0)], [], LIMITS)  # each waits for the other
@example(1, [Offer(1, 1, 5, 0, 0)], [], LIMITS)  # prepares for itself
@example(0, [], [NOTHING], LIMITS)
@example(2**BITS, [Offer(1, 0, 5, 0, 0)], [], LIMITS)  # wanted, and nothing covers it
def test_the_cheapest_of_all_sets(wanted, offers, given, limits):
    gaps = gaps_of(wanted)
    best = cheapest(gaps, offers, given, limits)
    expected = least(gaps, offers, given, limits)
    if expected is None:
        assert best is None
        return
    some = [*given, *(offers[at] for at in best.taken)]
    assert (len(best.left_open), *by_hand(some, limits)[0]) == expected
    assert not any(gap & ~covered(some) for at, gap in enumerate(gaps) if at not in best.left_open)
    assert can_be_ordered(some)
    assert within(some, limits)
    assert list(best.taken) == sorted(set(best.taken))


@pytest.mark.parametrize("seed", range(80))
def test_the_cheapest_of_a_thousand_sets(seed):
    """Too many offers to try every order: each is taken as soon as it can be."""
    random = Random(seed)  # noqa: S311 - random test data
    offers = [
        Offer(
            covers=random.getrandbits(8) & random.getrandbits(8),
            needs=random.getrandbits(8) & random.getrandbits(8) & random.getrandbits(8),
            hours=random.randint(1, 40),
            subscription=random.choice([None, 0, 0, 1]),
            fee=random.choice([0, 0, 10, 25]),
        )
        for _ in range(10)
    ]
    given = [Offer(random.getrandbits(8) & random.getrandbits(8), 0, 15, 0, 0)]
    limits = Limits(10, (7, 5), random.choice([None, 60, 30]), random.choice([None, 12, 6]))
    gaps = gaps_of(covered([*offers, *given]))
    expected = least(gaps, offers, given, limits, orderable=in_rounds)
    best = cheapest(gaps, offers, given, limits)
    taken = best and [*given, *(offers[at] for at in best.taken)]
    assert (best and (len(best.left_open), *by_hand(taken, limits)[0])) == expected


def in_rounds(some):
    """Whether all of *some* get taken, round after round, each as soon as it can be."""
    have, left = 0, list(some)
    while left:
        waiting = [offer for offer in left if offer.needs & ~have]
        if len(waiting) == len(left):
            return False
        have |= covered(offer for offer in left if not offer.needs & ~have)
        left = waiting
    return True


@given(st.lists(offers, max_size=5), st.permutations(range(5)))
def test_an_order_is_found_if_there_is_one(some, ranks):
    order = order_of(some, ranks[: len(some)])
    if order is None:
        assert not can_be_ordered(some)
    else:
        assert sorted(order) == list(range(len(some)))
        assert is_order(some, order)


@given(st.lists(offers, max_size=4), st.lists(offers, max_size=1))
def test_what_can_be_reached(some, given):
    whole = [*given, *some]
    orders = [
        order
        for size in range(len(whole) + 1)
        for order in permutations(range(len(whole)), size)
        if is_order(whole, order)
    ]
    expected = 0
    for order in orders:
        expected |= covered(whole[at] for at in order)
    assert reachable(some, given) == expected


def test_the_lowest_rank_comes_first():
    some = [Offer(1, 0, 0, None, 0), Offer(2, 4, 0, None, 0), Offer(4, 0, 0, None, 0)]
    assert order_of(some, [3, 1, 2]) == [2, 1, 0]
    assert order_of(some, ["a", "c", "b"]) == [0, 2, 1]
    assert order_of([], []) == []


@pytest.mark.parametrize(
    ("hours", "cost", "months"), [(0, 0, 0), (1, 7, 1), (10, 7, 1), (11, 14, 2), (20, 14, 2)]
)
def test_a_started_month_costs_a_whole_one(hours, cost, months):
    offer = Offer(1, 0, hours, 0, 0)
    assert cost_of([offer], LIMITS) == cost
    assert months_of([offer], LIMITS) == months


def test_each_subscription_counts_its_own_months():
    shared = [Offer(1, 0, 4, 0, 0), Offer(1, 0, 6, 0, 3)]
    apart = [Offer(1, 0, 4, 0, 0), Offer(1, 0, 6, 1, 3)]
    assert cost_of(shared, LIMITS) == 7 + 3
    assert cost_of(apart, LIMITS) == 7 + 5 + 3
    assert months_of(apart, LIMITS) == 1


@given(st.lists(offers), limits)
def test_the_figures_of_a_set(some, limits):
    key, months = by_hand(some, limits)
    assert key_of(some, limits) == key
    assert cost_of(some, limits) == key[1]
    assert months_of(some, limits) == months


@given(st.lists(offers, min_size=1), limits)
def test_adding_an_offer_never_makes_the_key_smaller(some, limits):
    before, after = key_of(some[1:], limits), key_of(some, limits)
    assert all(less <= more for less, more in zip(before, after, strict=True))


def test_the_key_of_a_set():
    some = [Offer(1, 0, 4, 0, 2, cost_unknown=True), Offer(2, 0, 9, None, 1, hours_unknown=True)]
    assert key_of(some, LIMITS) == (1, 10, 1, 13)
    assert key_of([], LIMITS) == (0, 0, 0, 0)


def test_known_cost_comes_before_less_cost_and_less_cost_before_fewer_hours():
    unknown = Offer(1, 0, 0, 0, 0, cost_unknown=True)
    dear = Offer(1, 0, 1, None, 9)
    slow = Offer(1, 0, 30, None, 8)
    assert cheapest([1], [unknown, dear], [], LIMITS) == ((1,), ())
    assert cheapest([1], [unknown, dear, slow], [], LIMITS) == ((2,), ())
    assert cheapest([1], [dear, dear._replace(hours=0)], [], LIMITS) == ((1,), ())
    no_hours = dear._replace(hours=0, hours_unknown=True)
    assert cheapest([1], [no_hours, dear], [], LIMITS) == ((1,), ())


def test_the_same_input_gives_the_same_answer():
    twins = [Offer(1, 0, 3, 0, 0)] * 4
    assert cheapest([1], twins, [], LIMITS) == cheapest([1], twins, [], LIMITS) == ((0,), ())


def test_nothing_is_taken_if_nothing_is_wanted():
    assert cheapest([], [Offer(1, 0, 3, 0, 0)], [], LIMITS) == ((), ())
    assert cheapest([], [], [Offer(1, 0, 30, 0, 0)], LIMITS._replace(budget=20)) is None

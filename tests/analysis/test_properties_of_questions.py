"""What holds of any program, reader and library."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import CostOverrides
from certeval.analysis.gaps import gaps
from certeval.analysis.overlap import overlap
from certeval.analysis.stack.candidates import candidate_of
from certeval.analysis.stack.plan_cost import bill_of
from certeval.model.certificate import Certificate
from tests import builders
from tests.analysis import random_libraries
from tests.analysis.ask import about, built_in_context

amounts = st.decimals(0, 1000, allow_nan=False, places=2)
positive = st.decimals("0.01", 1000, allow_nan=False, places=2)
rates = st.fractions(Fraction(1, 10), 100, max_denominator=10)
seeds = st.integers(0, 2**32 - 1)
states = ("known", "taught", "attested", "not_listed", "remains")  # from best to worst


@st.composite
def priced(draw):
    """A certificate of known hours and a price."""
    hours = sorted([draw(amounts), draw(amounts)])
    price = draw(st.sampled_from(["month", "plus", "fee", "whole"]))
    return builders.program("own", hours=hours, **{price: draw(amounts)})


def cost_of(program, rate, **tried):
    return cost(about(builders.context(program), hours_per_week=rate), CostOverrides(**tried))


@given(priced(), rates, rates)
def test_more_hours_a_week_never_cost_more_money_or_weeks(program, one, other):
    slow, fast = (cost_of(program, rate) for rate in sorted([one, other]))
    for end in ("low", "high"):
        assert getattr(fast.total_usd, end) <= getattr(slow.total_usd, end)
        assert getattr(fast.weeks, end) <= getattr(slow.weeks, end)
        assert getattr(fast.months_billed, end) <= getattr(slow.months_billed, end)


@given(priced(), rates)
def test_the_high_end_is_never_below_the_low_one(program, rate):
    result = cost_of(program, rate)
    for span in (result.total_usd, result.weeks, result.hours, result.months_billed):
        assert span.low <= span.high


@given(priced(), rates, positive, st.integers(1, 9))
def test_a_raise_so_many_times_as_high_pays_it_back_so_many_times_as_fast(
    program, rate, amount, times
):
    once = cost_of(program, rate, raise_per_year=amount)
    more = cost_of(program, rate, raise_per_year=amount * times)
    assert more.payback_weeks.high * times == once.payback_weeks.high


@given(priced(), rates)
def test_the_raise_that_breaks_even_in_a_year_pays_it_back_in_a_year(program, rate):
    total = cost_of(program, rate).total_usd
    if total.high:
        even = cost_of(program, rate, raise_per_year=total.high)
        figures = {(line.measure, line.years): line for line in even.returns}
        assert figures["gain", 1].high.value == 0
        assert figures["return", 1].high.value == 0
        assert even.payback_weeks.high * 7 == Fraction("365.25")


LIBRARY = built_in_context().others


@given(st.sets(st.sampled_from(sorted(LIBRARY))), st.sets(st.sampled_from(sorted(LIBRARY))))
def test_holding_more_never_widens_a_gap(some, others):
    context = built_in_context()
    less, more = (
        replace(context, held=tuple(LIBRARY[name] for name in sorted(held)))
        for held in (some, some | others)
    )
    before, after = (gaps(about(one)) for one in (less, more))
    for line, later in zip(before.skills, after.skills, strict=True):
        assert states.index(later.state) <= states.index(line.state)
        if later.state == "not_listed" and later.missing_parts and line.missing_parts:
            assert set(later.missing_parts) <= set(line.missing_parts)
    for line, later in zip(before.coverage, after.coverage, strict=True):
        assert line.before.count <= later.before.count <= later.after.count
        assert line.after.count <= later.after.count


@given(
    st.sets(st.sampled_from(sorted(LIBRARY)), min_size=1), st.sets(st.sampled_from(sorted(LIBRARY)))
)
def test_holding_more_never_covers_less(some, others):
    context = built_in_context()
    less, more = (
        replace(context, held=tuple(LIBRARY[name] for name in sorted(held)))
        for held in (some, some | others)
    )
    before, after = (overlap(one) for one in (less, more))
    for course, later in zip(before.courses, after.courses, strict=True):
        assert course.covered.count <= later.covered.count <= later.at_most.count
        assert course.at_most.count <= later.at_most.count
    assert set(after.concentrate) <= set(before.concentrate)


def ids(plan):
    return [step.certificate.id for step in plan.steps]


def unanswered(plan):
    """What no plan can do anything about."""
    return plan.unmet, [gap.skill for gap in plan.open if gap.why == "none_lists_it"]


@given(seeds)
def test_each_prerequisite_is_prepared_before_it_is_needed(seed):
    world = random_libraries.world(seed)
    brute, taken = random_libraries.Brute(world), ids(world.plan)
    for at, name in enumerate(taken):
        assert brute.can_follow(name, taken[:at])


@given(seeds)
def test_another_companion_of_known_hours_and_price_never_makes_the_plan_more_expensive(seed):
    """Unless it closes what could not be closed, or prepares for what nothing prepared for."""
    random = Random(seed)  # noqa: S311 - random test data
    world = random_libraries.world(seed)
    wider = world.adding(random_libraries.known_program(random, "more"))
    before, brute = random_libraries.Brute(world), random_libraries.Brute(wider)
    if (before.lost, before.out_of_reach) == (brute.lost, brute.out_of_reach):
        assert brute.key(ids(wider.plan)) <= brute.key(ids(world.plan))


@given(seeds)
def test_more_hours_per_week_never_make_the_plan_more_expensive(seed):
    world = random_libraries.world(seed)
    faster = world.answers._replace(hours_per_week=world.answers.hours_per_week * 2)
    quick = world._replace(answers=faster)
    slow, fast = world.plan, quick.plan
    assert unanswered(slow) == unanswered(fast)
    unknown, cost, *_ = random_libraries.Brute(world).key(ids(slow))
    still_unknown, less, *_ = random_libraries.Brute(quick).key(ids(fast))
    assert still_unknown == unknown
    assert less <= cost


def beyond(plan):
    return sum(gap.why == "beyond_limits" for gap in plan.open)


@given(seeds, amounts, amounts)
def test_more_budget_never_leaves_more_gaps_open(seed, one, other):
    world = random_libraries.world(seed)
    tight, wide = (world.limited(budget=budget).plan for budget in sorted([one, other]))
    if tight.within_limits != "no":
        assert beyond(wide) <= beyond(tight)
        assert wide.within_limits != "no"
    assert beyond(world.plan) == 0


@given(seeds, st.integers(0, 12), st.integers(0, 12))
def test_more_months_never_leave_more_gaps_open(seed, one, other):
    world = random_libraries.world(seed)
    tight, wide = (world.limited(months=Decimal(months)).plan for months in sorted([one, other]))
    if tight.within_limits != "no":
        assert beyond(wide) <= beyond(tight)
        assert wide.within_limits != "no"


@given(seeds)
def test_leaving_one_out_never_makes_the_plan_cheaper(seed):
    world = random_libraries.world(seed)
    plan = world.plan
    added = [name for name in ids(plan) if name != "own"]
    excluded = world.options.excluded | set(added[-1:])
    poorer = world._replace(options=world.options._replace(excluded=excluded))
    before, after = random_libraries.Brute(world), random_libraries.Brute(poorer)
    if (before.lost, before.out_of_reach) == (after.lost, after.out_of_reach):
        assert before.key(ids(plan)) <= before.key(ids(poorer.plan))


@given(seeds, st.integers(1, 6), rates)
def test_shared_subscriptions_never_cost_more_than_separate_ones(seed, count, rate):
    random = Random(seed)  # noqa: S311 - random test data
    programs: list[Certificate] = [
        random_libraries.program(random, f"x{at}") for at in range(count)
    ]
    bill = bill_of([candidate_of(one, {}) for one in programs], rate)
    for end in ("low", "high"):
        saved = getattr(bill.one_by_one_usd, end) - getattr(bill.total_usd, end)
        assert saved >= 0
        assert bill.saving_usd.low <= saved <= bill.saving_usd.high
    assert bill.fees_usd <= bill.total_usd.low
    assert bill.complete == (not bill.unknown)

"""What a plan of certificates costs and how long it takes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from certeval.analysis.cost.pace import months_billed, weeks
from certeval.analysis.figures import span
from certeval.analysis.money import dollars
from certeval.analysis.stack.candidates import Load, subscription_of
from certeval.results.figures import Span
from certeval.results.stack import Bill


def bill_of(loads: Sequence[Load], hours_per_week: Fraction) -> Bill:
    """The bill of *loads*, taken one after the other at *hours_per_week*.

    A subscription is paid for the started months of all its programs together. What is unknown
    counts nothing, and is told.
    """
    ends = [[_hours(load, end) for load in loads] for end in ("low", "high")]
    total = [_together(loads, hours, hours_per_week) for hours in ends]
    single = [_one_by_one(loads, hours, hours_per_week) for hours in ends]
    low, high = (sum(hours, Fraction()) for hours in ends)
    unknown = tuple(_unknown(loads))
    saving = sorted(each - both for each, both in zip(single, total, strict=True))
    return Bill(
        total_usd=dollars(*total),
        one_by_one_usd=dollars(*single),
        saving_usd=dollars(*saving),
        hours=span(low, high),
        weeks=span(weeks(low, hours_per_week), weeks(high, hours_per_week), places=1),
        months=span(months_billed(low, hours_per_week), months_billed(high, hours_per_week)),
        fees_usd=sum((load.prices.fees for load in loads), Fraction()),
        complete=not unknown,
        unknown=unknown,
    )


def alone(load: Load, hours_per_week: Fraction) -> Span | None:
    """What *load* costs by itself; None where that is unknown."""
    if load.cost_unknown:
        return None
    ends = [[_hours(load, end)] for end in ("low", "high")]
    return dollars(*(_one_by_one([load], hours, hours_per_week) for hours in ends))


def _hours(load: Load, end: str) -> Fraction:
    hours: Fraction | None = getattr(load, end)
    return hours or Fraction()


def _together(
    loads: Sequence[Load], hours: Sequence[Fraction], hours_per_week: Fraction
) -> Fraction:
    taken: dict[str, Fraction] = defaultdict(Fraction)
    price: dict[str, Fraction] = {}
    for load, own in zip(loads, hours, strict=True):
        subscription = subscription_of(load)
        taken[subscription] += own if load.prices.monthly else 0
        price[subscription] = load.prices.per_month
    billed = [price[name] * months_billed(total, hours_per_week) for name, total in taken.items()]
    return sum(billed, Fraction()) + sum((load.prices.fees for load in loads), Fraction())


def _one_by_one(
    loads: Sequence[Load], hours: Sequence[Fraction], hours_per_week: Fraction
) -> Fraction:
    billed = [
        load.prices.per_month * months_billed(own, hours_per_week) + load.prices.fees
        for load, own in zip(loads, hours, strict=True)
    ]
    return sum(billed, Fraction())


def _unknown(loads: Sequence[Load]) -> Iterator[str]:
    for load in loads:
        title = load.certificate.title
        if load.high is None:
            yield f"the hours of {title}"
        if not load.prices.known:
            yield f"the price of {title}"

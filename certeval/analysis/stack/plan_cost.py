"""The cost and duration of a plan."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from certeval.analysis.cost.pace import months_billed, weeks
from certeval.analysis.figures import span
from certeval.analysis.money import dollars
from certeval.analysis.stack.candidates import Candidate, subscription_of
from certeval.results.figures import Span
from certeval.results.stack import Bill, UnknownFact


def bill_of(candidates: Sequence[Candidate], hours_per_week: Fraction) -> Bill:
    """Add up the cost and the time of certificates that are taken one after the other.

    Every started month of a subscription is billed, for all of its programs together. What is
    unknown counts as nothing, and is listed.

    Args:
        candidates: the certificates of the plan.
        hours_per_week: the reader's pace.

    Returns:
        The bill, at the low and the high end of the hours.

    """
    ends = [[_hours(one, end) for one in candidates] for end in ("low", "high")]
    together = [_together(candidates, hours, hours_per_week) for hours in ends]
    separate = [_separate(candidates, hours, hours_per_week) for hours in ends]
    low, high = (sum(hours, Fraction()) for hours in ends)
    unknown = tuple(_unknown(candidates))
    saving = sorted(each - both for each, both in zip(separate, together, strict=True))
    return Bill(
        total_usd=dollars(*together),
        one_by_one_usd=dollars(*separate),
        saving_usd=dollars(*saving),
        hours=span(low, high),
        weeks=span(weeks(low, hours_per_week), weeks(high, hours_per_week), places=1),
        months=span(months_billed(low, hours_per_week), months_billed(high, hours_per_week)),
        fees_usd=sum((one.prices.fees for one in candidates), Fraction()),
        complete=not unknown,
        unknown=unknown,
    )


def cost_alone(candidate: Candidate, hours_per_week: Fraction) -> Span | None:
    """Return the cost of one certificate without the others of a plan.

    Args:
        candidate: the certificate.
        hours_per_week: the reader's pace.

    Returns:
        US dollars, at the low and the high end of the hours; None if unknown.

    """
    if candidate.cost_unknown:
        return None
    ends = [[_hours(candidate, end)] for end in ("low", "high")]
    return dollars(*(_separate([candidate], hours, hours_per_week) for hours in ends))


def _hours(candidate: Candidate, end: str) -> Fraction:
    """Return the hours at the *end* ``low`` or ``high``, 0 if unknown."""
    hours: Fraction | None = getattr(candidate, end)
    return hours or Fraction()


def _together(
    candidates: Sequence[Candidate], hours: Sequence[Fraction], hours_per_week: Fraction
) -> Fraction:
    """Return the cost if programs share subscriptions."""
    taken: dict[str, Fraction] = defaultdict(Fraction)
    price: dict[str, Fraction] = {}
    for one, own in zip(candidates, hours, strict=True):
        subscription = subscription_of(one)
        taken[subscription] += own if one.prices.monthly else 0
        price[subscription] = one.prices.per_month
    billed = [price[name] * months_billed(total, hours_per_week) for name, total in taken.items()]
    return sum(billed, Fraction()) + sum((one.prices.fees for one in candidates), Fraction())


def _separate(
    candidates: Sequence[Candidate], hours: Sequence[Fraction], hours_per_week: Fraction
) -> Fraction:
    """Return the cost if each program has a subscription of its own."""
    billed = [
        one.prices.per_month * months_billed(own, hours_per_week) + one.prices.fees
        for one, own in zip(candidates, hours, strict=True)
    ]
    return sum(billed, Fraction())


def _unknown(candidates: Sequence[Candidate]) -> Iterator[UnknownFact]:
    """Yield which hours and prices are unknown."""
    for one in candidates:
        if one.high is None:
            yield UnknownFact("hours", one.certificate.title)
        if not one.prices.known:
            yield UnknownFact("price", one.certificate.title)

"""How a cost changes: the career math before and after the change."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.money import cents, dollars, money
from certeval.analysis.rounding import exact_text, signed
from certeval.results.citation import Citation
from certeval.results.cost import CostReport, PriceLine
from certeval.results.figures import Quantity, Span
from certeval.results.what_if import CostChange, CostItem, SpanChange

_WEEK_PLACES = 1


class _Row(NamedTuple):
    """A range before and after; ``display`` turns differences into text."""

    item: CostItem
    before: Span | None
    after: Span | None
    display: Callable[[Sequence[Fraction]], list[str]]
    citation: Citation | None = None
    price: PriceLine | None = None


def changed_cost(
    before: CostReport, after: CostReport, rates: tuple[Fraction | None, Fraction | None]
) -> CostChange:
    """Return the difference between two costs of the same certificate.

    Args:
        before: the cost before the change.
        after: the cost after it.
        rates: study hours per week before and after, None if unknown.

    Returns:
        A line per range that is known before or after, and the facts missing after the change.

    """
    lines = (_change(row) for row in _rows(before, after, rates) if row.before or row.after)
    return CostChange(tuple(lines), after.unknown)


def _rows(
    before: CostReport, after: CostReport, rates: tuple[Fraction | None, Fraction | None]
) -> Iterator[_Row]:
    """Yield the ranges to compare, known or not."""
    for old, new in zip(before.prices[:1], after.prices[:1], strict=True):
        yield _Row("price", _price(old), _price(new), _dollars, old.citation, old)
    slow, fast = (None if rate is None else Span(rate, rate, exact_text(rate)) for rate in rates)
    yield _Row("hours_per_week", slow, fast, _plain)
    hours = next((pace.citation for pace in before.paces if pace.of == "reader"), None)
    yield _Row("weeks", before.weeks, after.weeks, _plain, hours)
    monthly = any(price.per == "month" for price in before.prices)
    months: CostItem = "months_billed" if monthly else "months_begun"
    yield _Row(months, before.months_billed, after.months_billed, _plain, hours)
    yield _Row("total_cost", before.total_usd, after.total_usd, _dollars)


def _price(line: PriceLine) -> Span:
    """Return the price as a range."""
    return dollars(line.amount_usd.value, line.amount_usd.value)


def _change(row: _Row) -> SpanChange:
    """Return the differences of a row, end by end."""
    before, after = row.before, row.after
    low = high = None
    if before and after:
        ends = [after.low - before.low, after.high - before.high]
        low, high = map(Quantity, ends, row.display(ends))
    return SpanChange(
        item=row.item,
        product=row.price.product if row.price else None,
        per=row.price.per if row.price else None,
        changed=before != after,
        before=before,
        after=after,
        difference_low=low,
        difference_high=high,
        citation=row.citation,
    )


def _dollars(differences: Sequence[Fraction]) -> list[str]:
    """Return *differences* in US dollars with their signs; all with cents if one has any."""
    places = max(cents(value) for value in differences)
    amounts = (f"{'-' if value < 0 else '+'}{money(abs(value), places)}" for value in differences)
    return [amount if value else "0" for amount, value in zip(amounts, differences, strict=True)]


def _plain(differences: Sequence[Fraction]) -> list[str]:
    """Return *differences* with their signs."""
    whole = all(value.denominator == 1 for value in differences)
    return [signed(value, 0 if whole else _WEEK_PLACES) for value in differences]

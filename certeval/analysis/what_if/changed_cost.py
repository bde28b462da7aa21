"""What becomes of a cost: the career math as it is, and as it is supposed to be."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.money import cents, dollars, money
from certeval.analysis.rounding import exact_text, signed
from certeval.results.citation import Citation
from certeval.results.cost import CostReport, PriceLine
from certeval.results.figures import Span
from certeval.results.what_if import CostChange, SpanChange

_WEEK_PLACES = 1


class _Figure(NamedTuple):
    """A line to be: a figure before and after, how differences are shown, what it rested on."""

    title: str
    before: Span | None
    after: Span | None
    shown: Callable[[Sequence[Fraction]], list[str]]
    citation: Citation | None = None


def changed_cost(
    before: CostReport, after: CostReport, rates: tuple[Fraction | None, Fraction | None]
) -> CostChange:
    """The difference between two costings of a certificate, at *rates* in hours a week.

    What is known neither before nor after is left out; ``unknown`` says what is missing.
    """
    figures = _figures(before, after, rates)
    lines = tuple(_change(figure) for figure in figures if figure.before or figure.after)
    return CostChange(lines, after.unknown)


def _figures(
    before: CostReport, after: CostReport, rates: tuple[Fraction | None, Fraction | None]
) -> Iterator[_Figure]:
    for old, new in zip(before.prices[:1], after.prices[:1], strict=True):
        title = f"{old.product}, per {old.per}"
        yield _Figure(title, _price(old), _price(new), _dollars, old.citation)
    slow, fast = (None if rate is None else Span(rate, rate, exact_text(rate)) for rate in rates)
    yield _Figure("Hours a week", slow, fast, _plain)
    hours = next((pace.citation for pace in before.paces if pace.of == "reader"), None)
    yield _Figure("Weeks", before.weeks, after.weeks, _plain, hours)
    monthly = any(price.per == "month" for price in before.prices)
    yield _Figure(
        f"Months {'billed' if monthly else 'begun'}",
        before.months_billed,
        after.months_billed,
        _plain,
        hours,
    )
    yield _Figure("Total cost", before.total_usd, after.total_usd, _dollars)


def _price(line: PriceLine) -> Span:
    return dollars(line.amount_usd, line.amount_usd)


def _change(figure: _Figure) -> SpanChange:
    before, after = figure.before, figure.after
    low = high = None
    ends: list[str] = []
    if before and after:
        low, high = after.low - before.low, after.high - before.high
        ends = figure.shown([low, high])
    return SpanChange(
        title=figure.title,
        changed=before != after,
        before=before,
        before_display=before.display if before else "unknown",
        after=after,
        after_display=after.display if after else "unknown",
        difference_low=low,
        difference_high=high,
        difference_display=" to ".join(dict.fromkeys(ends)),
        citation=figure.citation,
    )


def _dollars(differences: Sequence[Fraction]) -> list[str]:
    places = max(cents(value) for value in differences)
    amounts = (f"{'-' if value < 0 else '+'}{money(abs(value), places)}" for value in differences)
    return [amount if value else "0" for amount, value in zip(amounts, differences, strict=True)]


def _plain(differences: Sequence[Fraction]) -> list[str]:
    whole = all(value.denominator == 1 for value in differences)
    return [signed(value, 0 if whole else _WEEK_PLACES) for value in differences]

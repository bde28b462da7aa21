"""What if a score, a weight, a price or the pace were another? Before, after, difference.

Nothing is reckoned here: the score and the career math are asked twice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.citation import each_once, named
from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import CostOverrides
from certeval.analysis.what_if.changed_cost import changed_cost
from certeval.analysis.what_if.changed_score import Pair, changed_score, scored_twice
from certeval.errors import UsageError
from certeval.model.context import Context
from certeval.results.what_if import CostChange, WhatIf


class Scenario(NamedTuple):
    """What is tried: raw scores and weights in percent by criterion, the first price, the hours a
    week. With *normalize*, weights that do not add up to 100 are rescaled."""

    scores: Mapping[str, Decimal] = {}
    weights: Mapping[str, Decimal] = {}
    normalize: bool = False
    price: Decimal | None = None
    hours_per_week: Fraction | None = None

    @property
    def of_the_score(self) -> bool:
        """Whether anything is tried that the score hangs on."""
        return bool(self.scores or self.weights)

    @property
    def of_the_cost(self) -> bool:
        """Whether anything is tried that the cost hangs on."""
        return self.price is not None or self.hours_per_week is not None


def what_if(context: Context, supposed: Scenario) -> WhatIf:
    """What changes in the score and in the cost for *reader* if things are as *supposed*.

    Only what something is supposed for is asked: the score, the cost, or both.

    Raises:
        UsageError: nothing is supposed; no rubric is named to score by; a price is tried where
            there is none to replace.
        UnscoredError: a score is missing even so, and the rubric wants all of them.
        CertevalError: what is supposed cannot be; as ``score`` has it.

    """
    if not (supposed.of_the_score or supposed.of_the_cost):
        hint = "give `scores`, `weights`, `price` or `hours_per_week`"
        raise UsageError("nothing to change", hint)
    cards = _cards(context, supposed) if supposed.of_the_score else None
    costs = _costs(context, supposed) if supposed.of_the_cost else None
    sources = [*(cards.after.sources if cards else ())]
    sources += [line.citation for line in (costs.lines if costs else ()) if line.citation]
    return WhatIf(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        score=changed_score(cards) if cards else None,
        cost=costs,
        warnings=tuple(_warnings(context, cards)),
        sources=each_once(sources),
        today=str(context.today),
        old=context.freshness.words,
    )


def _cards(context: Context, supposed: Scenario) -> Pair:
    if context.case is None:
        message = f"the certificate '{context.certificate.id}' names no rubric"
        raise UsageError(message, "name one with `rubric`")
    return scored_twice(
        context.case,
        supposed.scores,
        supposed.weights,
        normalize=supposed.normalize,
    )


def _costs(context: Context, supposed: Scenario) -> CostChange:
    rate = supposed.hours_per_week or context.reader.hours_per_week
    answers = context.answers._replace(hours_per_week=rate)
    quicker = replace(context, answers=answers)
    return changed_cost(
        cost(context),
        cost(quicker, CostOverrides(price=supposed.price)),
        (context.reader.hours_per_week, rate),
    )


def _warnings(context: Context, cards: Pair | None) -> Iterator[str]:
    """What is to be said of both, of the score before, and of the one after."""
    before, after = (cards.before.warnings, cards.after.warnings) if cards else ((), ())
    yield from dict.fromkeys((*context.warnings, *(text for text in before if text in after)))
    if cards and cards.rated:
        yield from (f"as it is, {text}" for text in before if text not in after)
    yield from (f"as tried, {text}" for text in after if text not in before)

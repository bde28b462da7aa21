"""What if a score, a weight, a price or the pace were different? Before, after, difference.

Score and cost are computed twice, by the same functions as everywhere else.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from certeval.analysis.citation import each_once, named
from certeval.analysis.cost.cost import cost
from certeval.analysis.cost.payback import CostOverrides
from certeval.analysis.evidence.evidence_scorecard import evidence_scorecard
from certeval.analysis.evidence.judged import settings_of
from certeval.analysis.what_if.changed_cost import changed_cost
from certeval.analysis.what_if.changed_score import (
    BeforeAfter,
    changed_score,
    score_before_and_after,
)
from certeval.errors import UsageError
from certeval.model.context import Context
from certeval.results.what_if import CostChange, WhatIf


class Scenario(NamedTuple):
    """A change to try.

    Raw scores or measurements, and weights in percent, are by criterion; ``price`` replaces the
    first price, in US dollars. With ``normalize``, weights that do not add up to 100 are rescaled.
    """

    scores: Mapping[str, Decimal | str] = {}
    weights: Mapping[str, Decimal] = {}
    normalize: bool = False
    price: Decimal | None = None
    hours_per_week: Fraction | None = None

    @property
    def changes_score(self) -> bool:
        """Return whether the score depends on anything that changes."""
        return bool(self.scores or self.weights)

    @property
    def changes_cost(self) -> bool:
        """Return whether the cost depends on anything that changes."""
        return self.price is not None or self.hours_per_week is not None


def what_if(
    context: Context, scenario: Scenario, by: Literal["opinion", "evidence"] = "opinion"
) -> WhatIf:
    """Compare the score and the cost before and after a change.

    Args:
        context: the certificate, the reader, and the rubric if there is one.
        scenario: the change; score and cost are compared only if they depend on it.
        by: what the score is: a reviewer's, or from evidence, which depends on the cost.

    Returns:
        Score and cost before and after, and the differences.

    Raises:
        UsageError: *scenario* changes nothing; it changes scores without a rubric, or a price that
            the certificate does not have.
        UnscoredError: a score is missing after the change, and the rubric requires all of them.
        CertevalError: the new scores or weights are invalid, as in ``score``.

    """
    if not (scenario.changes_score or scenario.changes_cost):
        hint = "give `scores`, `weights`, `price` or `hours_per_week`"
        raise UsageError("nothing to change", hint)
    cards = None
    if by == "evidence":
        cards = _by_evidence(context, scenario)
    elif scenario.changes_score:
        cards = _cards(context, scenario)
    costs = _costs(context, scenario) if scenario.changes_cost else None
    before, after = (cards.before.warnings, cards.after.warnings) if cards else ((), ())
    rated = cards is not None and cards.rated
    sources = [*(cards.after.sources if cards else ())]
    sources += [line.citation for line in (costs.lines if costs else ()) if line.citation]
    both = (*context.warnings, *(warning for warning in before if warning in after))
    return WhatIf(
        by=by,
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        score=changed_score(cards) if cards else None,
        cost=costs,
        warnings=tuple(dict.fromkeys(both)),
        warnings_before=tuple(one for one in before if rated and one not in after),
        warnings_after=tuple(one for one in after if one not in before),
        sources=each_once(sources),
        today=str(context.today),
        old=context.freshness.words,
    )


def _cards(context: Context, scenario: Scenario) -> BeforeAfter:
    """Return the scorecards before and after."""
    if context.case is None:
        message = f"the certificate '{context.certificate.id}' names no rubric"
        raise UsageError(message, "name one with `rubric`")
    return score_before_and_after(
        context.case,
        scenario.scores,
        scenario.weights,
        normalize=scenario.normalize,
    )


def _by_evidence(context: Context, scenario: Scenario) -> BeforeAfter:
    """Return the scorecards from evidence before and after.

    Raises:
        CertevalError: the certificate cannot be judged from evidence, or has no price to change; a
            weight is invalid.

    """
    changed = _at_other_pace(context, scenario)
    if scenario.price is not None:
        prices = context.certificate.program.prices
        if not prices:
            cost(context, CostOverrides(price=scenario.price))  # raises the error
        first = prices[0].model_copy(update={"amount_usd": scenario.price})
        program = context.certificate.program.model_copy(update={"prices": (first, *prices[1:])})
        certificate = context.certificate.model_copy(update={"program": program})
        changed = replace(changed, certificate=certificate)
    before = evidence_scorecard(context)
    after = evidence_scorecard(changed, weights=scenario.weights, normalize=scenario.normalize)
    rubric, _ = settings_of(context)
    return BeforeAfter(before, after, (), rated=True, rounding=rubric.rounding)


def _at_other_pace(context: Context, scenario: Scenario) -> Context:
    rate = scenario.hours_per_week or context.reader.hours_per_week
    return replace(context, answers=context.answers._replace(hours_per_week=rate))


def _costs(context: Context, scenario: Scenario) -> CostChange:
    """Return the change of the cost."""
    changed = _at_other_pace(context, scenario)
    return changed_cost(
        cost(context),
        cost(changed, CostOverrides(price=scenario.price)),
        (context.reader.hours_per_week, changed.reader.hours_per_week),
    )

"""The verdict box: calculated where possible, otherwise in a source's words."""

from fractions import Fraction

from certeval.analysis.citation import cite, each_once
from certeval.analysis.evidence.summary import evidence_summary
from certeval.analysis.facts import facts_of
from certeval.analysis.rounding import grouped, half_up
from certeval.analysis.score import score
from certeval.errors import UnscoredError
from certeval.model.context import Context
from certeval.results.cost import CostReport
from certeval.results.facts import Grade
from certeval.results.figures import Figure
from certeval.results.scorecard import Scorecard
from certeval.results.verdict import Statement, VerdictBox


def scored(context: Context) -> tuple[Scorecard | None, str | None]:
    """Score a certificate, if possible.

    Args:
        context: the certificate, its rubric and the audience.

    Returns:
        The scorecard, or None and the message of the error: scores are missing. Without a rubric
        both are None.

    """
    if context.case is None:
        return None, None
    try:
        return score(context.case), None
    except UnscoredError as error:
        return None, error.message


def verdict(
    context: Context, cost: CostReport, scorecard: Scorecard | None, unscored: str | None
) -> VerdictBox:
    """Put together the verdict on a certificate.

    Args:
        context: the certificate and the audience.
        cost: its cost.
        scorecard: its scorecard, if it can be scored.
        unscored: why it cannot be scored.

    Returns:
        The box; a certificate without scores has no rating.

    """
    grades = tuple(fact for fact in facts_of(context) if isinstance(fact.value, Grade))
    statement = _statement(context, scorecard)
    cited = [fact.citation for fact in grades]
    cited += [pace.citation for pace in cost.paces if pace.of == "reader" and pace.citation]
    cited += [price.citation for price in cost.prices[:1] if price.citation]
    cited += [statement.citation] if statement else []
    cited += [price.citation for price in cost.prices if price.citation]
    cited += [pace.citation for pace in cost.paces if pace.citation]
    cited += scorecard.sources if scorecard else ()
    warnings = (*context.warnings, *(scorecard.warnings if scorecard else ()))
    return VerdictBox(
        certificate=cost.certificate,
        audience=cost.audience,
        rubric=scorecard.rubric if scorecard else None,
        provider=context.certificate.provider,
        grades=grades,
        cost=cost,
        scorecard=scorecard,
        statement=statement,
        band=scorecard.band.label if scorecard and scorecard.band else None,
        unscored=unscored,
        evidence=evidence_summary(context),
        warnings=tuple(dict.fromkeys(warnings)),
        sources=each_once(cited),
        today=str(context.today),
        old=context.freshness.words,
    )


def _statement(context: Context, card: Scorecard | None) -> Statement | None:
    """Return the verdict in a source's words, if the certificate's file has one."""
    stated = context.certificate.verdict
    if stated is None:
        return None
    mark = stated.mark_not_reached if stated.why_not_reached is not None else None
    return Statement(
        best_for=stated.best_for,
        not_for=stated.not_for,
        hiring_advantage=stated.hiring_advantage,
        brutal_truth=stated.brutal_truth,
        recommendation=stated.recommendation,
        mark=None if mark is None else Figure(mark, grouped(half_up(mark, 1))),
        mark_reached=card is not None and mark is not None and card.rating.value >= Fraction(mark),
        why_not_reached=stated.why_not_reached,
        citation=cite(context, context.certificate, stated),
    )

"""A scorecard from evidence: each score is an interval, and no opinion is mixed in."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.citation import each_once, named
from certeval.analysis.evidence.derive import CriterionScore, Interval
from certeval.analysis.evidence.judged import Judged, cite, judge, settings_of
from certeval.analysis.figures import exact, percentage, shown
from certeval.analysis.group_lines import group_lines, weight_places_of
from certeval.analysis.minimum import may_fail, minimum_warnings
from certeval.analysis.rounding import exact_text, rating_of
from certeval.analysis.score import band_of
from certeval.analysis.weighted_sum import contribution
from certeval.errors import RetiredError
from certeval.model.context import Context
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.figures import Quantity
from certeval.results.scorecard import Bounds, Line, Scorecard

_WHOLE = Fraction(HUNDRED_PERCENT)


def evidence_scorecard(
    context: Context, *, weights: Mapping[str, Decimal] | None = None, normalize: bool = False
) -> Scorecard:
    """Score a certificate from facts.

    Args:
        context: the certificate, its rubric, the reader, the role and the vocabulary.
        weights: weights by criterion, in percent from 0, in place of the stated ones.
        normalize: whether to rescale weights that do not add up to 100%.

    Returns:
        A scorecard whose scores and total are intervals.

    Raises:
        EvidenceError: there is no rubric, or it says nothing of evidence.
        WeightsError, UnknownCriterionError, UsageError: as ``score``.
        RetiredError: the certificate can no longer be taken, or nothing applies to it.

    """
    rubric, settings = settings_of(context)
    judged = judge(context, weights=weights, normalize=normalize)
    if judged.total is None:
        raise RetiredError(context.certificate.id, context.certificate.retired_on(context.today))
    lines = tuple(_lines(rubric, settings.places, judged))
    low, high = (rating_of(end, rubric.rounding) for end in judged.total[:2])
    is_open, total_places = judged.total.width > 0, settings.places + 2
    facts = [fact for one in judged.scores for measured in one.measures
             for fact in measured.reading.facts]  # fmt: skip
    left_out = [one.criterion.title for one in judged.scores if one.score is None]
    weight = sum((line.weight_percent.value for line in lines), Fraction())
    return Scorecard(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        rubric=named(rubric, context.files),
        by="evidence",
        lines=lines,
        groups=group_lines(lines, rubric),
        weight_total_percent=exact(weight, "%"),
        total=shown(judged.total.low, total_places),
        total_high=shown(judged.total.high, total_places) if is_open else None,
        rating=Quantity(Fraction(low), f"{low:f}"),
        rating_high=Quantity(Fraction(high), f"{high:f}") if is_open else None,
        exact=judged.total.exact,
        confidence_percent=percentage(judged.confidence * _WHOLE),
        failed=tuple(line.title for line in lines if line.fails_minimum),
        may_fail=tuple(line.title for line in lines if may_fail(line)),
        tie_breakers=rubric.tie_breakers,
        not_applicable=tuple(left_out),
        scale=Bounds(rubric.scale.min, rubric.scale.max),
        scale_max_display=exact_text(rubric.scale.max),
        column_sum=Quantity(Fraction(low), f"{low:f}"),
        adds_up=True,
        band=band_of(rubric, low),
        band_high=band_of(rubric, high) if is_open else None,
        warnings=(*context.warnings, *minimum_warnings(lines)),
        sources=each_once(cite(fact.definition, fact.fact) for fact in facts),
    )


def _lines(rubric: Rubric, places: int, judged: Judged) -> Iterator[Line]:
    shares = judged.shares
    weight_places = max(weight_places_of(percent) for percent in shares)
    for one, percent in zip(judged.scores, shares, strict=True):
        if one.score:
            weight = shown(percent, weight_places, "%")
            yield _line(rubric, places, one, one.score, weight)


def _line(
    rubric: Rubric, places: int, one: CriterionScore, score: Interval, weight: Quantity
) -> Line:
    criterion, scale = one.criterion, rubric.scale
    low, high = (
        shown(contribution(weight.value, end), rubric.rounding.contribution_places)
        for end in (score.low, score.high)
    )
    is_open = score.width > 0
    least = criterion.minimum
    return Line(
        criterion=criterion.id,
        title=criterion.title,
        question=criterion.question,
        group=criterion.group,
        measurement=None,
        unit=None,
        raw=shown(score.low, places),
        raw_high=shown(score.high, places) if is_open else None,
        base_raw=None,
        changed=False,
        origin="evidence",
        share=(score.low - Fraction(scale.min)) / Fraction(scale.max - scale.min),
        weight_percent=weight,
        contribution=low,
        contribution_high=high if is_open else None,
        minimum=None if least is None else exact(Fraction(least)),
        fails_minimum=least is not None and score.high < least,
        confidence_percent=percentage(one.confidence * _WHOLE),
        reason=None,
        base_reason=None,
    )

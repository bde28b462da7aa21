"""What is the certificate worth by the facts alone? Intervals, never mixed with opinion."""

from collections.abc import Iterator
from fractions import Fraction

from certeval.analysis.citation import each_once, named
from certeval.analysis.evidence.derive import Interval, MeasureScore, is_stale
from certeval.analysis.evidence.judged import Judged, cite, judge, settings_of
from certeval.analysis.evidence.narrowing import narrowing
from certeval.analysis.evidence.reading import Fact
from certeval.analysis.figures import percentage, span
from certeval.analysis.rounding import exact_text, half_up, rating_of
from certeval.analysis.score import score
from certeval.analysis.weighted_sum import contribution
from certeval.errors import UnscoredError
from certeval.model.context import Context
from certeval.model.evidence import EvidenceSettings
from certeval.model.measures import MEASURES
from certeval.model.rubric import Rubric
from certeval.model.value_function import ValueFunction
from certeval.results.evidence import (
    CurvePoint,
    EvidenceFact,
    EvidenceLine,
    EvidenceMeasure,
    EvidenceReport,
)
from certeval.results.figures import Figure, Span
from certeval.results.scorecard import Scorecard

_WHOLE = 100


def evidence(context: Context) -> EvidenceReport:
    """Judge a certificate from facts, and show the whole calculation.

    Args:
        context: the certificate, its rubric, the reader, the role and the vocabulary.

    Returns:
        An interval for each criterion and for the total, beside the reviewer's scores.

    Raises:
        EvidenceError: there is no rubric, or it says nothing of evidence.

    """
    rubric, settings = settings_of(context)
    judged = judge(context)
    opinion = _opinion(context)
    lines = tuple(_lines(context, rubric, settings, judged, opinion))
    ratings = [rating_of(end, rubric.rounding) for end in judged.total[:2]] if judged.total else []
    bands = [band.label for rating in ratings if (band := rubric.band_of(rating))]
    retired = context.certificate.retired_on(context.today)
    places = rubric.rounding.rating_places
    cited = [fact.citation for line in lines for one in line.measures for fact in one.facts]
    return EvidenceReport(
        certificate=named(context.certificate, context.files),
        audience=named(context.audience, context.files),
        role=named(context.role, context.files),
        rubric=named(rubric, context.files),
        retired=str(retired) if retired else None,
        total=_span(judged.total, settings.places + 2) if judged.total else None,
        rating=span(ratings[0], ratings[1], places) if ratings else None,
        exact=judged.total is None or judged.total.exact,
        bands=tuple(dict.fromkeys(bands)),
        confidence_percent=percentage(judged.confidence * _WHOLE),
        opinion=Figure(opinion.rating.value, opinion.rating.display) if opinion else None,
        lines=lines,
        narrowing=narrowing(judged, settings) if judged.total else None,
        scale_max_display=exact_text(rubric.scale.max),
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
    )


def _opinion(context: Context) -> Scorecard | None:
    """Return the scorecard of the reviewer's scores; None if there are none."""
    try:
        return score(context.case) if context.case else None
    except UnscoredError:
        return None


def _lines(
    context: Context,
    rubric: Rubric,
    settings: EvidenceSettings,
    judged: Judged,
    opinion: Scorecard | None,
) -> Iterator[EvidenceLine]:
    given = {line.criterion: line.raw for line in opinion.lines} if opinion else {}
    places = rubric.rounding.contribution_places
    for one, percent in zip(judged.scores, judged.shares, strict=True):
        raw = given.get(one.criterion.id)
        yield EvidenceLine(
            criterion=one.criterion.id,
            title=one.criterion.title,
            weight_percent=percentage(percent),
            score=_span(one.score, settings.places) if one.score else None,
            contribution=_contribution(one.score, percent, places) if one.score else None,
            confidence_percent=percentage(one.confidence * _WHOLE),
            opinion=raw,
            gap=_gap(raw, one.score, settings.places) if raw and one.score else None,
            combine=one.criterion.evidence.combine if one.criterion.evidence else None,
            measures=tuple(
                _measure(context, settings, rubric, measured) for measured in one.measures
            ),
        )


def _measure(
    context: Context, settings: EvidenceSettings, rubric: Rubric, one: MeasureScore
) -> EvidenceMeasure:
    known, reading, rule = MEASURES[one.rule.measure], one.reading, one.rule
    return EvidenceMeasure(
        measure=rule.measure,
        title=known.title,
        unit=known.unit,
        formula=known.formula,
        weight_percent=percentage(one.share * _WHOLE),
        applicable=reading.applicable,
        span=_reading_span(reading.low, reading.high, rule.value_function),
        word=reading.word,
        detail=reading.detail,
        missing=reading.missing,
        score=_span(one.score, settings.places) if one.score else None,
        by_provider=one.by_provider,
        facts=tuple(_fact(context, settings, fact) for fact in reading.facts),
        axis=rule.value_function.axis,
        curve=tuple(_curve(rule.value_function)),
        curve_citation=cite(rubric, rule),
    )


def _reading_span(
    low: Fraction | None, high: Fraction | None, function: ValueFunction
) -> Span | None:
    """Return the measurement; an end that no fact sets is the last point of the curve."""
    points = [Fraction(at) for at, _ in function.points]
    if (low is None and high is None) or not points:
        return None
    low = min(points[0], high or points[0]) if low is None else low
    high = max(points[-1], low) if high is None else high
    return span(low, high, 0 if max(abs(low), abs(high)) >= _WHOLE else 1)


def _curve(function: ValueFunction) -> Iterator[CurvePoint]:
    for at, to in function.points:
        yield CurvePoint(f"{at:f}", Fraction(to))
    for word, to in function.words:
        yield CurvePoint(word, Fraction(to))


def _fact(context: Context, settings: EvidenceSettings, fact: Fact) -> EvidenceFact:
    stale = is_stale(context, settings, fact)
    return EvidenceFact(fact.kind, fact.display, stale, cite(fact.definition, fact.fact, old=stale))


def _contribution(score: Interval, percent: Fraction, places: int) -> Span:
    low, high = (contribution(percent, end) for end in (score.low, score.high))
    return _span(Interval(low, high), places)


def _span(interval: Interval, places: int) -> Span:
    ends = [f"{half_up(end, places):f}" for end in interval[:2]]
    return Span(interval.low, interval.high, "-".join(dict.fromkeys(ends)))


def _gap(opinion: Figure, interval: Interval, places: int) -> Figure:
    raw = Fraction(opinion.value or 0)
    above = max(raw - interval.high, Fraction(0)) or min(raw - interval.low, Fraction(0))
    return Figure(above, f"{half_up(above, places):+f}" if above else "0")

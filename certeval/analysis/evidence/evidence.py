"""What is the certificate worth by the facts alone? Intervals, never mixed with opinion."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.citation import each_once, named
from certeval.analysis.evidence.derive import (
    CriterionScore,
    Interval,
    MeasureScore,
    combined,
    derive,
    overall,
)
from certeval.analysis.evidence.reading import Fact
from certeval.analysis.figures import span
from certeval.analysis.rounding import exact_text, half_up, percent, rating_of
from certeval.analysis.score import score
from certeval.analysis.weights import normalize_weights, resolve_weights
from certeval.errors import EvidenceError, UnscoredError
from certeval.model.base import Definition, Sourced
from certeval.model.context import Context
from certeval.model.evidence import EvidenceSettings
from certeval.model.freshness import Freshness
from certeval.model.measures import MEASURES
from certeval.model.rubric import Rubric
from certeval.model.value_function import ValueFunction
from certeval.results.citation import Citation
from certeval.results.evidence import (
    CurvePoint,
    EvidenceFact,
    EvidenceLine,
    EvidenceMeasure,
    EvidenceReport,
    Narrowing,
)
from certeval.results.figures import Figure, Span
from certeval.results.scorecard import Scorecard

_WHOLE = 100


class Judged(NamedTuple):
    """The scores of a certificate from evidence, with weights in percent that add up to 100.

    ``total`` is None if the certificate is retired or nothing applies to it.
    """

    scores: tuple[CriterionScore, ...]
    weights: tuple[Fraction, ...]
    total: Interval | None
    confidence: Fraction


def judge(
    context: Context, *, weights: Mapping[str, Decimal] | None = None, normalize: bool = False
) -> Judged:
    """Derive the scores and the total of a certificate from facts.

    Args:
        context: the certificate, its rubric, the reader, the role and the vocabulary.
        weights: weights by criterion, in percent from 0, in place of the stated ones.
        normalize: whether to rescale weights that do not add up to 100%.

    Returns:
        The intervals, all exact but for logarithms.

    Raises:
        EvidenceError: there is no rubric, or it says nothing of evidence.

    """
    rubric, settings = settings_of(context)
    scores = derive(context, rubric, settings)
    stated = resolve_weights(context.audience, rubric, weights or {})
    resolved, _ = normalize_weights(stated, normalize=normalize)
    percents = tuple(resolved[one.criterion.id] for one in scores)
    applies = any(one.score for one in scores)
    retired = context.certificate.retired_on(context.today)
    total, confidence = overall(scores, percents) if applies else (None, Fraction(0))
    return Judged(scores, percents, None if retired else total, confidence)


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
        confidence_percent=_percent(judged.confidence),
        opinion=Figure(opinion.rating.value, opinion.rating.display) if opinion else None,
        lines=lines,
        narrowing=_narrowing(judged, settings) if judged.total else None,
        scale_max_display=exact_text(rubric.scale.max),
        warnings=context.warnings,
        sources=each_once(cited),
        today=str(context.today),
    )


def settings_of(context: Context) -> tuple[Rubric, EvidenceSettings]:
    """Return the rubric, and what it says of evidence.

    Args:
        context: the context of a question.

    Returns:
        The rubric and its settings.

    Raises:
        EvidenceError: there is no rubric, or it says nothing of evidence.

    """
    rubric = context.rubric
    if rubric is None:
        raise EvidenceError(context.certificate.id, None)
    if rubric.evidence is None:
        raise EvidenceError(context.certificate.id, rubric.id)
    return rubric, rubric.evidence


def _opinion(context: Context) -> Scorecard | None:
    """Return the scorecard of the reviewer's scores; None if there are none."""
    if context.case is None:
        return None
    try:
        return score(context.case)
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
    whole = sum(
        (weight for weight, one in zip(judged.weights, judged.scores, strict=True) if one.score),
        Fraction(),
    )
    for one, weight in zip(judged.scores, judged.weights, strict=True):
        raw = given.get(one.criterion.id)
        counts = weight / whole if one.score and whole else Fraction(0)
        places = rubric.rounding.contribution_places
        yield EvidenceLine(
            criterion=one.criterion.id,
            title=one.criterion.title,
            weight_percent=_percent(counts),
            score=_span(one.score, settings.places) if one.score else None,
            contribution=(_span(one.score.times(counts), places) if one.score else None),
            confidence_percent=_percent(one.confidence),
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
        weight_percent=_percent(one.share),
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
    months: int | None = getattr(settings.fresh_for_months, fact.kind)
    stale = Freshness(context.today, months).is_old(fact.definition.date_of(fact.fact))
    return EvidenceFact(fact.kind, fact.display, stale, cite(fact.definition, fact.fact, old=stale))


def cite(definition: Definition, fact: Sourced, *, old: bool = False) -> Citation:
    """Return what a fact rests on.

    Args:
        definition: the definition that the fact is in.
        fact: the fact.
        old: whether it is out of date.

    Returns:
        Its source, with the date of the fact.

    """
    source = next(one for one in definition.sources if one.id == fact.source)
    date = str(definition.date_of(fact))
    return Citation(source.title, source.publisher, date, source.url, old)


def _span(interval: Interval, places: int) -> Span:
    ends = [f"{half_up(end, places):f}" for end in interval[:2]]
    return Span(interval.low, interval.high, "-".join(dict.fromkeys(ends)))


def _percent(share: Fraction) -> Figure:
    return Figure(share * _WHOLE, percent(share * _WHOLE))


def _gap(opinion: Figure, interval: Interval, places: int) -> Figure:
    raw = Fraction(opinion.value or 0)
    above = max(raw - interval.high, Fraction(0)) or min(raw - interval.low, Fraction(0))
    return Figure(above, f"{half_up(above, places):+f}" if above else "0")


def _narrowing(judged: Judged, settings: EvidenceSettings) -> Narrowing | None:
    """Return which kind of fact would narrow the total most, once it is known."""
    kinds = dict.fromkeys(
        kind
        for one in judged.scores
        for measured in one.measures
        for kind in measured.reading.missing
    )
    before, _ = overall(judged.scores, judged.weights)
    best: tuple[Fraction, str] | None = None
    for kind in kinds:
        known = [_with_known(one, kind) for one in judged.scores]
        after, _ = overall(known, judged.weights)
        if best is None or after.width < best[0]:
            best = after.width, kind
    if best is None or best[0] >= before.width:
        return None
    return Narrowing(best[1], _width(before.width, settings), _width(best[0], settings))


def _width(width: Fraction, settings: EvidenceSettings) -> Figure:
    return Figure(width, f"{half_up(width, settings.places):f}")


def _with_known(one: CriterionScore, kind: str) -> CriterionScore:
    """Return the score of a criterion as if the facts of *kind* were known: in the middle."""
    evidence = one.criterion.evidence
    if evidence is None:
        return one
    measures: Sequence[MeasureScore] = [
        _at_middle(measured) if kind in measured.reading.missing else measured
        for measured in one.measures
    ]
    return one._replace(score=combined(evidence, measures))


def _at_middle(measured: MeasureScore) -> MeasureScore:
    if measured.score is None:
        return measured
    middle = (measured.score.low + measured.score.high) / 2
    return measured._replace(score=Interval(middle, middle, measured.score.exact))

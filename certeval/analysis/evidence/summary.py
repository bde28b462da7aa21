"""What evidence says beside a reviewer's scores, in short: where they disagree, and why."""

from collections.abc import Iterator
from fractions import Fraction

from certeval.analysis.evidence.evidence import evidence
from certeval.model.context import Context
from certeval.results.evidence import (
    Disagreement,
    EvidenceLine,
    EvidenceMeasure,
    EvidenceSummary,
)


def evidence_summary(context: Context) -> EvidenceSummary | None:
    """Judge a certificate from facts, in short.

    Args:
        context: the certificate, its rubric, the reader, the role and the vocabulary.

    Returns:
        The rating, and the criteria for which a reviewer's score is outside the interval; None if
        the rubric says nothing of evidence, or there is none.

    """
    if context.rubric is None or context.rubric.evidence is None:
        return None
    report = evidence(context)
    return EvidenceSummary(
        role=report.role,
        retired=report.retired,
        rating=report.rating,
        exact=report.exact,
        bands=report.bands,
        confidence_percent=report.confidence_percent,
        scale_max_display=report.scale_max_display,
        disagreements=tuple(_disagreements(report.lines)),
    )


def _disagreements(lines: tuple[EvidenceLine, ...]) -> Iterator[Disagreement]:
    for line in lines:
        if line.score and line.opinion and line.gap and line.gap.value:
            cause = _cause(line, Fraction(line.opinion.value or 0))
            yield Disagreement(
                criterion=line.criterion,
                title=line.title,
                evidence=line.score,
                opinion=line.opinion,
                gap=line.gap,
                measure=cause.measure if cause else None,
                measure_title=cause.title if cause else None,
                detail=_detail(cause) if cause else "",
            )


def _detail(measure: EvidenceMeasure) -> str:
    """Return what was measured: the numbers that it was calculated from, or the measurement."""
    if measure.detail or measure.span is None:
        return measure.detail or measure.word or ""
    unit = measure.unit or ""
    return f"{measure.span.display}{unit if unit == '%' else f' {unit}'}"


def _cause(line: EvidenceLine, opinion: Fraction) -> EvidenceMeasure | None:
    """Return the measure that keeps the score of *line* furthest from a reviewer's."""
    return max(line.measures, key=lambda one: _pull(line, one, opinion), default=None)


def _pull(line: EvidenceLine, measure: EvidenceMeasure, opinion: Fraction) -> Fraction:
    if measure.score is None:
        return Fraction(0)
    if line.combine == "highest":
        return measure.score.high
    is_above = (line.gap.value if line.gap and line.gap.value else 0) > 0
    away = opinion - measure.score.high if is_above else measure.score.low - opinion
    return away * Fraction(measure.weight_percent.value or 0)

"""From measurements to scores: an interval for each criterion, and how much of it is known.

What is unknown can be anything that its bounds allow, so each score is an interval, and stays one
through every sum (R. E. Moore, "Interval Analysis", 1966). It holds the score that any completion
of the facts would give.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.evidence.measure import measure
from certeval.analysis.evidence.reading import Fact, Reading
from certeval.analysis.value import value_of_word, value_over, value_range
from certeval.model.context import Context
from certeval.model.criterion import Criterion
from certeval.model.evidence import CriterionEvidence, EvidenceSettings, MeasureRule
from certeval.model.freshness import Freshness
from certeval.model.rubric import Rubric
from certeval.model.scale import Scale

_WHOLE = Fraction(100)


class Interval(NamedTuple):
    """The scores from ``low`` to ``high``, in points; not ``exact`` if a logarithm is in them."""

    low: Fraction
    high: Fraction
    exact: bool = True

    @property
    def width(self) -> Fraction:
        """How far the ends are apart, in points."""
        return self.high - self.low


class MeasureScore(NamedTuple):
    """What a measure says of a criterion.

    ``share`` is its part in the criterion, 0 to 1, among the measures that apply. ``trust``, 0 to
    1, is how much of it counts for the confidence.
    """

    rule: MeasureRule
    reading: Reading
    score: Interval | None
    share: Fraction
    stale: bool
    by_provider: bool
    trust: Fraction


class CriterionScore(NamedTuple):
    """What evidence says of a criterion; ``score`` is None if no measure applies."""

    criterion: Criterion
    measures: tuple[MeasureScore, ...]
    score: Interval | None
    confidence: Fraction


def derive(
    context: Context, rubric: Rubric, settings: EvidenceSettings
) -> tuple[CriterionScore, ...]:
    """Return the score of each criterion of *rubric* from the facts of *context*.

    Args:
        context: the certificate, the reader, the role and the vocabulary.
        rubric: what to judge by; a criterion without measures can be anything on the scale.
        settings: what counts as stale, and how much stale facts count.

    Returns:
        One score for each criterion, in the order of the rubric.

    """
    return tuple(
        _criterion(context, rubric.scale, settings, criterion) for criterion in rubric.criteria
    )


def _criterion(
    context: Context, scale: Scale, settings: EvidenceSettings, criterion: Criterion
) -> CriterionScore:
    evidence = criterion.evidence
    if evidence and not evidence.exams and context.certificate.program.exam:
        return CriterionScore(criterion, (), None, Fraction(0))
    if evidence is None:
        anything = Interval(Fraction(scale.min), Fraction(scale.max))
        return CriterionScore(criterion, (), anything, Fraction(0))
    found = [_measured(context, scale, settings, rule) for rule in evidence.measures]
    whole = sum((Fraction(one.rule.weight) for one in found if one.score), Fraction())
    scored = tuple(
        one._replace(share=Fraction(one.rule.weight) / whole if one.score else Fraction(0))
        for one in found
    )
    confidence = sum((one.share * one.trust for one in scored), Fraction())
    return CriterionScore(criterion, scored, combined(evidence, scored), confidence)


def combined(evidence: CriterionEvidence, scored: Iterable[MeasureScore]) -> Interval | None:
    """Return the score of a criterion from those of its measures.

    Args:
        evidence: how they combine: by their weighted mean, or the highest.
        scored: the measures; those without a score do not apply.

    Returns:
        The interval, or None if no measure applies.

    """
    kept = [(one.share, one.score) for one in scored if one.score]
    if not kept:
        return None
    exact = all(score.exact for _, score in kept)
    if evidence.combine == "highest":
        lows, highs = zip(*((score.low, score.high) for _, score in kept), strict=True)
        return Interval(max(lows), max(highs), exact)
    return Interval(
        sum((share * score.low for share, score in kept), Fraction()),
        sum((share * score.high for share, score in kept), Fraction()),
        exact,
    )


def _measured(
    context: Context, scale: Scale, settings: EvidenceSettings, rule: MeasureRule
) -> MeasureScore:
    parameters = {name: Fraction(value) for name, value in rule.parameters}
    reading = measure(rule.measure, context, parameters)
    score = _score(context, scale, rule, reading) if reading.applicable else None
    facts = reading.facts
    stale = any(is_stale(context, settings, fact) for fact in facts)
    by_provider = bool(facts) and all(_is_by_provider(context, fact) for fact in facts)
    trust = Fraction(1) if reading.known else Fraction(0)
    for holds, counts in (
        (stale, settings.stale_counts_percent),
        (by_provider, settings.provider_counts_percent),
    ):
        if holds:
            trust *= Fraction(counts) / _WHOLE
    return MeasureScore(rule, reading, score, Fraction(0), stale, by_provider, trust)


def _score(context: Context, scale: Scale, rule: MeasureRule, reading: Reading) -> Interval:
    function = rule.value_function
    if reading.word is not None:
        value = value_of_word(function, reading.word)
        if value is not None:
            return Interval(value.score, value.score, value.exact)
    ends = _ends(context, rule, reading)
    if ends is None:
        return Interval(*value_range(function, scale))
    lowest, highest = value_over(function, *ends, scale)
    return Interval(lowest.score, highest.score, lowest.exact and highest.exact)


def _ends(
    context: Context, rule: MeasureRule, reading: Reading
) -> tuple[Fraction, Fraction] | None:
    """Return the measurements possible; None if nothing bounds them."""
    level = context.certificate.program.level
    bounds = next((one for one in rule.bounds if level and one.level == level.level), None)
    bounds = bounds or next((one for one in rule.bounds if one.level is None), None)
    low, points = reading.low, rule.value_function.points
    if low is None:
        return (Fraction(bounds.low), Fraction(bounds.high)) if bounds else None
    if reading.high is not None:
        return low, reading.high
    ends = [low + Fraction(rule.unlisted_adds)] if rule.unlisted_adds is not None else []
    ends += [Fraction(bounds.high)] if bounds else []
    if points and rule.value_function.beyond == "hold":  # beyond its end it gives nothing new
        ends.append(Fraction(points[-1][0]))
    return (low, max(low, min(ends))) if ends else None


def is_stale(context: Context, settings: EvidenceSettings, fact: Fact) -> bool:
    """Return whether a fact is older than facts of its kind may be.

    Args:
        context: the day of the question.
        settings: up to what age facts count as fresh.
        fact: the fact.

    Returns:
        Whether it is out of date; never if the rubric sets no age for its kind.

    """
    months: int | None = getattr(settings.fresh_for_months, fact.kind)
    return Freshness(context.today, months).is_old(fact.definition.date_of(fact.fact))


def _is_by_provider(context: Context, fact: Fact) -> bool:
    """Return whether a fact is the word of the certificate's own provider or platform."""
    certificate = context.certificate
    if fact.definition is not certificate:
        return False
    source = next(one for one in certificate.sources if one.id == fact.fact.source)
    return source.publisher in (certificate.provider, certificate.platform)


def overall(
    scores: Sequence[CriterionScore], weights: Sequence[Fraction]
) -> tuple[Interval, Fraction]:
    """Return the total, and the share of its weight that rests on evidence.

    Args:
        scores: the scores of all criteria; those without one do not apply and are left out.
        weights: their weights, in percent, in the same order.

    Returns:
        The interval of the total, in points, and the confidence, 0 to 1.

    """
    kept = [
        (weight, one.score, one.confidence)
        for weight, one in zip(weights, scores, strict=True)
        if one.score
    ]
    whole = sum((weight for weight, _, _ in kept), Fraction())
    low = sum((weight * score.low for weight, score, _ in kept), Fraction()) / whole
    high = sum((weight * score.high for weight, score, _ in kept), Fraction()) / whole
    known = sum((weight * confidence for weight, _, confidence in kept), Fraction()) / whole
    return Interval(low, high, all(score.exact for _, score, _ in kept)), known

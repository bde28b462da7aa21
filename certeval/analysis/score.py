"""Score a certificate for an audience under a rubric: the weighted sum."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from certeval.analysis.citation import cite, named
from certeval.analysis.figures import exact, shown
from certeval.analysis.group_lines import group_lines, weight_places_of
from certeval.analysis.minimum import may_fail, minimum_warnings
from certeval.analysis.raw_scores import ResolvedScore, ResolvedScores, resolve_scores
from certeval.analysis.rounding import exact_text, places_of, rating_of, rounded
from certeval.analysis.weighted_sum import contribution
from certeval.analysis.weights import normalize_weights, rescale, resolve_weights
from certeval.model.base import Source
from certeval.model.context import Case
from certeval.model.rubric import Rounding, Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.citation import Citation
from certeval.results.figures import Quantity
from certeval.results.scorecard import (
    Bounds,
    Condition,
    Line,
    Origin,
    Scorecard,
    Scorecards,
    Verdict,
)


def score(
    case: Case,
    *,
    overrides: Mapping[str, Decimal | str] | None = None,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
) -> Scorecard:
    r"""Score a certificate for an audience: :math:`\sum_k w_k a_k`, in points of the scale.

    The weighted sum model, with weights w as shares of 100% and raw scores a, in exact rational
    arithmetic. P. C. Fishburn, "Additive Utilities with Incomplete Product Sets", Operations
    Research 15 (1967).

    Args:
        case: The certificate, the rubric, and the audience, if there is one.
        overrides: Raw scores by criterion, in points of the scale, or measurements if the
            criterion has a value function, in place of the stated ones.
        weights: Weights by criterion, in percent from 0, in place of the stated ones.
        normalize: Whether to rescale weights that do not add up to 100%.

    Returns:
        The total, its rating and band, and the origin of each number.

    Raises:
        UnknownCriterionError: an override or a weight names a criterion that the rubric does not
            have.
        UsageError: a weight is negative, or a criterion's name is ambiguous or repeated.
        ScoreError: an override is not a score of the scale.
        UnscoredError: a score is missing and the rubric requires all of them.
        WeightsError: the weights do not add up to 100%, or are all zero.

    """
    stated = resolve_weights(case.audience, case.rubric, weights or {})
    percents, rescaled = normalize_weights(stated, normalize=normalize)
    return score_with(case, percents, overrides or {}, rescaled)


def score_with(
    case: Case,
    percents: Mapping[str, Fraction],
    overrides: Mapping[str, Decimal | str] = MappingProxyType({}),
    rescaled: Sequence[str] = (),
) -> Scorecard:
    """Score a certificate under weights that are resolved.

    Args:
        case: The certificate, the rubric, and the audience, if there is one.
        percents: The weight of each criterion in percent; they add up to 100.
        overrides: Raw scores or measurements by criterion, in place of the stated ones.
        rescaled: Warnings of weights that were rescaled.

    Returns:
        The scorecard.

    Raises:
        ScoreError, UnscoredError, UnknownCriterionError, UsageError: As ``score``.

    """
    rubric = case.rubric
    resolved = resolve_scores(case, overrides, percents)
    kept = {item.criterion.id: percents[item.criterion.id] for item in resolved.scores}
    if sum(kept.values()) != HUNDRED_PERCENT:
        kept = rescale(kept)
    lines = _lines(resolved.scores, kept, rubric)
    warnings = [*case.warnings, *rescaled, *_missing(resolved), *minimum_warnings(lines)]
    return _scorecard(case, lines, resolved, warnings)


def scorecards(cards: Sequence[Scorecard]) -> Scorecards:
    """Combine the scorecards of one certificate into one result.

    Args:
        cards: One scorecard per audience.

    Returns:
        The result, with *cards* in their order.

    """
    return Scorecards(scorecards=tuple(cards))


def condition(card: Scorecard, least: Decimal) -> Condition:
    """Return whether a rating reaches a lowest one.

    Args:
        card: The scorecard, whose rating may be an interval.
        least: The lowest rating, in points of the scale.

    Returns:
        Whether it does, and no criterion is below its minimum; it cannot be determined if that
        depends on what is not known.

    """
    highest = (card.rating_high or card.rating).value
    if card.failed or highest < Fraction(least):
        return "fails"
    if card.may_fail or card.rating.value < Fraction(least):
        return "cannot_be_determined"
    return "holds"


def _missing(resolved: ResolvedScores) -> list[str]:
    """Return warnings of missing scores."""
    notes = []
    for left_out, why in (
        (resolved.excluded, "no score"),
        (resolved.not_applicable, "not applicable"),
    ):
        if left_out:
            titles = ", ".join(criterion.title for criterion in left_out)
            notes.append(f"{titles}: {why}, so left out; the other weights are rescaled")
    for origin, counted in _COUNTED.items():
        titles = ", ".join(
            item.criterion.title for item in resolved.scores if item.origin == origin
        )
        if titles:
            notes.append(f"no score for {titles}: {counted}")
    return notes


_COUNTED: Mapping[Origin, str] = {
    "lowest": "counted as the scale's minimum",
    "middle": "counted as the middle of the scale",
    "unknown": "counted as anything on the scale",
}


def _lines(
    resolved: Sequence[ResolvedScore], percents: Mapping[str, Fraction], rubric: Rubric
) -> tuple[Line, ...]:
    scale = rubric.scale
    numbers = [number for item in resolved for number in (item.raw, item.high, item.base_raw)]
    places = _places([number for number in numbers if number is not None], rubric)
    weight_places = max(weight_places_of(percent) for percent in percents.values())
    lines = []
    for item in resolved:
        weight, raw, base = percents[item.criterion.id], item.raw, item.base_raw
        least, function = item.criterion.minimum, item.criterion.value_function
        open_end = item.high if item.high > raw else None
        lines.append(
            Line(
                criterion=item.criterion.id,
                title=item.criterion.title,
                question=item.criterion.question,
                group=item.criterion.group,
                measurement=item.measurement,
                unit=function.unit if function else None,
                raw=shown(raw, places),
                raw_high=None if open_end is None else shown(open_end, places),
                base_raw=None if base is None else shown(base, places),
                changed=base is not None and base != raw,
                origin=item.origin,
                share=(raw - Fraction(scale.min)) / Fraction(scale.max - scale.min),
                weight_percent=shown(weight, weight_places, "%"),
                contribution=_contribution(weight, raw, rubric.rounding),
                contribution_high=(
                    None if open_end is None else _contribution(weight, open_end, rubric.rounding)
                ),
                minimum=None if least is None else exact(Fraction(least)),
                fails_minimum=least is not None and item.high < least,
                confidence_percent=None,
                reason=item.reason,
                base_reason=item.base_reason if item.reason != item.base_reason else None,
            )
        )
    return tuple(lines)


def _places(numbers: Sequence[Fraction], rubric: Rubric) -> int:
    """Return the decimals that *numbers* need; where they do not end, those of contributions."""
    needed = [places_of(number) for number in (*numbers, Fraction(rubric.scale.step or 0))]
    most = rubric.rounding.contribution_places
    if None in needed:
        return most
    return max(places for places in needed if places is not None)


def _contribution(weight: Fraction, raw: Fraction, rounding: Rounding) -> Quantity:
    points = contribution(weight, raw)
    return Quantity(points, f"{rounded(points, rounding.contribution_places, rounding.mode):f}")


def _scorecard(
    case: Case, lines: tuple[Line, ...], resolved: ResolvedScores, warnings: Sequence[str]
) -> Scorecard:
    rubric = case.rubric
    sources = _citations(case)
    total = sum((line.contribution.value for line in lines), Fraction())
    high = sum(((line.contribution_high or line.contribution).value for line in lines), Fraction())
    weight = sum((line.weight_percent.value for line in lines), Fraction())
    rating, rating_high = (rating_of(end, rubric.rounding) for end in (total, high))
    column = sum((Decimal(line.contribution.display) for line in lines), Decimal())
    is_open = high > total
    return Scorecard(
        certificate=named(case.certificate, case.files),
        audience=named(case.audience, case.files),
        rubric=named(rubric, case.files),
        by="opinion",
        lines=lines,
        groups=group_lines(lines, rubric),
        weight_total_percent=exact(weight, "%"),
        total=exact(total),
        total_high=exact(high) if is_open else None,
        rating=Quantity(Fraction(rating), f"{rating:f}"),
        rating_high=Quantity(Fraction(rating_high), f"{rating_high:f}") if is_open else None,
        exact=all(item.exact for item in resolved.scores),
        confidence_percent=None,
        failed=tuple(line.title for line in lines if line.fails_minimum),
        may_fail=tuple(line.title for line in lines if may_fail(line)),
        tie_breakers=rubric.tie_breakers,
        not_applicable=tuple(item.title for item in resolved.not_applicable),
        scale=Bounds(rubric.scale.min, rubric.scale.max),
        scale_max_display=exact_text(rubric.scale.max),
        column_sum=Quantity(Fraction(column), f"{column:f}"),
        adds_up=column == rating,
        band=band_of(rubric, rating),
        band_high=band_of(rubric, rating_high) if is_open else None,
        warnings=(*warnings, *_old(case, sources)),
        sources=sources,
    )


def band_of(rubric: Rubric, rating: Decimal) -> Verdict | None:
    """Return the band of a rating as part of a result.

    Args:
        rubric: The rubric with the bands.
        rating: The rating, rounded.

    Returns:
        The band; None if the rubric has none.

    """
    band = rubric.band_of(rating)
    return Verdict(band.label, band.meaning) if band else None


def _old(case: Case, sources: Sequence[Citation]) -> list[str]:
    """Return a warning of each source that is out of date."""
    limit = case.freshness.words
    return [
        f"{source.publisher}, {source.title}, {source.date}: {limit}"
        for source in sources
        if source.old
    ]


def _citations(case: Case) -> tuple[Citation, ...]:
    """Cite the sources of the scores, the adjustments and the weights, each once."""
    cited = {item.source for item in case.certificate.scores}
    sources = [item for item in case.certificate.sources if item.id in cited]
    sources += [*(case.audience.sources if case.audience else ()), *_scoring_sources(case.rubric)]
    unique = {(item.publisher, item.title, item.date): item for item in reversed(sources)}
    return tuple(cite(case, case.certificate, item) for item in reversed(unique.values()))


def _scoring_sources(rubric: Rubric) -> list[Source]:
    """Return the sources of *rubric*, except those that only its curves for evidence rest on."""
    measures = [one for item in rubric.criteria if item.evidence for one in item.evidence.measures]
    curves = {one.source for one in measures}
    curves |= {rubric.evidence.source} if rubric.evidence else set()
    curves -= {item.source for item in rubric.criteria}
    return [source for source in rubric.sources if source.id not in curves]

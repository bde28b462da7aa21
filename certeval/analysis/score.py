"""Score a certificate for an audience under a rubric: the weighted sum."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.citation import cite, named
from certeval.analysis.figures import exact
from certeval.analysis.raw_scores import ResolvedScore, resolve_scores
from certeval.analysis.rounding import exact_text, half_up, places_of, rating_of, rounded
from certeval.analysis.weighted_sum import contribution
from certeval.analysis.weights import normalize_weights, rescale, resolve_weights
from certeval.model.context import Case
from certeval.model.rubric import Rounding, Rubric
from certeval.results.citation import Citation
from certeval.results.figures import Quantity
from certeval.results.scorecard import Bounds, Line, Scorecard, Scorecards, Verdict

_WEIGHT_PLACES = 2


def score(
    case: Case,
    *,
    overrides: Mapping[str, Decimal] | None = None,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
) -> Scorecard:
    r"""Score a certificate for an audience: :math:`\sum_k w_k a_k`, in points of the scale.

    The weighted sum model, with weights w as shares of 100% and raw scores a, in exact rational
    arithmetic. P. C. Fishburn, "Additive Utilities with Incomplete Product Sets", Operations
    Research 15 (1967).

    Args:
        case: The certificate, the rubric, and the audience, if there is one.
        overrides: Raw scores by criterion, in points of the scale, in place of the stated ones.
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
    rubric = case.rubric
    resolved = resolve_scores(case, overrides or {})
    stated = resolve_weights(case.audience, rubric, weights or {})
    percents, rescaled = normalize_weights(stated, normalize=normalize)
    warnings = [*case.warnings, *rescaled, *_missing(rubric, resolved)]
    if len(resolved) < len(rubric.criteria):
        percents = rescale({item.criterion.id: percents[item.criterion.id] for item in resolved})
    return _scorecard(case, _lines(resolved, percents, rubric), warnings)


def scorecards(cards: Sequence[Scorecard]) -> Scorecards:
    """Combine the scorecards of one certificate into one result.

    Args:
        cards: One scorecard per audience.

    Returns:
        The result, with *cards* in their order.

    """
    return Scorecards(scorecards=tuple(cards))


def _missing(rubric: Rubric, resolved: Sequence[ResolvedScore]) -> list[str]:
    """Return warnings of missing scores."""
    notes = []
    scored = {item.criterion.id for item in resolved}
    left_out = [criterion.title for criterion in rubric.criteria if criterion.id not in scored]
    if left_out:
        notes.append(
            f"{', '.join(left_out)}: no score, so left out; the other weights are rescaled"
        )
    lowest = [item.criterion.title for item in resolved if item.origin == "lowest"]
    if lowest:
        notes.append(f"no score for {', '.join(lowest)}: counted as the scale's minimum")
    return notes


def _lines(
    resolved: Sequence[ResolvedScore], percents: Mapping[str, Fraction], rubric: Rubric
) -> tuple[Line, ...]:
    scale = rubric.scale
    numbers = [number for item in resolved for number in (item.raw, item.base_raw) if number]
    places = max(places_of(number) or 0 for number in [*numbers, scale.step or Decimal()])
    weight_places = max(_weight_places(percent) for percent in percents.values())
    lines = []
    for item in resolved:
        weight, raw, base = percents[item.criterion.id], Fraction(item.raw), item.base_raw
        lines.append(
            Line(
                criterion=item.criterion.id,
                title=item.criterion.title,
                question=item.criterion.question,
                raw=_rounded(raw, places),
                base_raw=None if base is None else _rounded(Fraction(base), places),
                changed=base is not None and base != item.raw,
                origin=item.origin,
                share=(raw - Fraction(scale.min)) / Fraction(scale.max - scale.min),
                weight_percent=_rounded(weight, weight_places, "%"),
                contribution=_contribution(weight, raw, rubric.rounding),
                reason=item.reason,
                base_reason=item.base_reason if item.reason != item.base_reason else None,
            )
        )
    return tuple(lines)


def _weight_places(percent: Fraction) -> int:
    """Return the decimals that a weight needs, or two if they do not end."""
    places = places_of(percent)
    return _WEIGHT_PLACES if places is None else places


def _rounded(value: Fraction, places: int, unit: str = "") -> Quantity:
    return Quantity(value, f"{half_up(value, places):f}{unit}")


def _contribution(weight: Fraction, raw: Fraction, rounding: Rounding) -> Quantity:
    points = contribution(weight, raw)
    return Quantity(points, f"{rounded(points, rounding.contribution_places, rounding.mode):f}")


def _scorecard(case: Case, lines: tuple[Line, ...], warnings: Sequence[str]) -> Scorecard:
    rubric = case.rubric
    sources = _citations(case)
    total = sum((line.contribution.value for line in lines), Fraction())
    weight = sum((line.weight_percent.value for line in lines), Fraction())
    rating = rating_of(total, rubric.rounding)
    column = sum((Decimal(line.contribution.display) for line in lines), Decimal())
    band = rubric.band_of(rating)
    return Scorecard(
        certificate=named(case.certificate, case.files),
        audience=named(case.audience, case.files),
        rubric=named(rubric, case.files),
        lines=lines,
        weight_total_percent=exact(weight, "%"),
        total=exact(total),
        rating=Quantity(Fraction(rating), f"{rating:f}"),
        scale=Bounds(rubric.scale.min, rubric.scale.max),
        scale_max_display=exact_text(rubric.scale.max),
        column_sum=Quantity(Fraction(column), f"{column:f}"),
        adds_up=column == rating,
        band=Verdict(band.label, band.meaning) if band else None,
        warnings=(*warnings, *_old(case, sources)),
        sources=sources,
    )


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
    sources += [*(case.audience.sources if case.audience else ()), *case.rubric.sources]
    unique = {(item.publisher, item.title, item.date): item for item in reversed(sources)}
    return tuple(cite(case, case.certificate, item) for item in reversed(unique.values()))

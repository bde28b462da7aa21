"""The weighted sum: what is this certificate worth to this audience, under this rubric?"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from certeval.analysis.citation import cite, named
from certeval.analysis.raw_scores import ResolvedScore, resolve_scores
from certeval.analysis.rounding import exact_text, half_up, places_of, rating_of, rounded
from certeval.analysis.weighted_sum import contribution
from certeval.analysis.weights import normalize_weights, rescale, resolve_weights
from certeval.model.context import Case
from certeval.model.rubric import Rounding, Rubric
from certeval.results.citation import Citation
from certeval.results.scorecard import Bounds, Line, Origin, Scorecard, Scorecards, Verdict

_WEIGHT_PLACES = 2
_ORIGINS: Mapping[Origin, str] = {
    "set": "set on the command line",
    "certificate-audience": "the certificate's score for this audience",
    "audience-adjustment": "the audience's adjustment",
    "certificate": "the certificate's score",
    "lowest": "no score: counted as the scale's minimum",
}


def score(
    case: Case,
    *,
    overrides: Mapping[str, Decimal] | None = None,
    weights: Mapping[str, Decimal] | None = None,
    normalize: bool = False,
) -> Scorecard:
    """Score a case: total = sum over criteria of weight x raw score.

    The weighted sum model in exact rational arithmetic. *overrides* are raw scores by criterion,
    *weights* percent by criterion; with *normalize* weights that do not add up to 100 are
    rescaled.

    Raises:
        UnknownCriterionError: an override names a criterion that the rubric does not have.
        ScoreError: an override is not a score of the scale.
        UnscoredError: a score is missing and the rubric wants all of them.
        WeightsError: the weights do not add up to 100, or are all zero.
        UsageError: a weight is negative.

    """
    rubric = case.rubric
    settled = resolve_scores(case, overrides or {})
    stated = resolve_weights(case.audience, rubric, weights or {})
    shares, said = normalize_weights(stated, normalize=normalize)
    notes = [*case.warnings, *said, *_notes(rubric, settled)]
    if len(settled) < len(rubric.criteria):
        shares = rescale({item.criterion.id: shares[item.criterion.id] for item in settled})
    return _scorecard(case, _lines(settled, shares, rubric), notes)


def scorecards(cards: Sequence[Scorecard]) -> Scorecards:
    """Several scorecards of one certificate as one result."""
    return Scorecards(scorecards=tuple(cards))


def _notes(rubric: Rubric, settled: Sequence[ResolvedScore]) -> list[str]:
    """What is to be said of scores that are missing."""
    notes = []
    scored = {item.criterion.id for item in settled}
    left_out = [criterion.title for criterion in rubric.criteria if criterion.id not in scored]
    if left_out:
        notes.append(
            f"{', '.join(left_out)}: no score, so left out; the other weights are rescaled"
        )
    lowest = [item.criterion.title for item in settled if item.origin == "lowest"]
    if lowest:
        notes.append(f"no score for {', '.join(lowest)}: counted as the scale's minimum")
    return notes


def _lines(
    settled: Sequence[ResolvedScore], shares: Mapping[str, Fraction], rubric: Rubric
) -> tuple[Line, ...]:
    scale = rubric.scale
    numbers = [item.raw for item in settled]
    numbers += [item.base_raw for item in settled if item.base_raw is not None]
    places = max(places_of(number) or 0 for number in [*numbers, scale.step or Decimal()])
    weight_places = max(_weight_places(share) for share in shares.values())
    lines = []
    for item in settled:
        weight, raw = shares[item.criterion.id], Fraction(item.raw)
        points = contribution(weight, raw)
        base = item.base_raw
        lines.append(
            Line(
                criterion=item.criterion.id,
                title=item.criterion.title,
                question=item.criterion.question,
                raw=raw,
                raw_display=f"{half_up(raw, places):f}",
                base_raw=None if base is None else Fraction(base),
                base_raw_display=None if base is None else f"{half_up(base, places):f}",
                changed=base is not None and base != item.raw,
                origin=item.origin,
                origin_display=_ORIGINS[item.origin],
                share=(raw - Fraction(scale.min)) / Fraction(scale.max - scale.min),
                weight_percent=weight,
                weight_display=f"{half_up(weight, weight_places):f}%",
                contribution=points,
                contribution_display=_displayed(points, rubric.rounding),
                reason=item.reason,
                base_reason=item.base_reason if item.reason != item.base_reason else None,
            )
        )
    return tuple(lines)


def _weight_places(share: Fraction) -> int:
    """The decimals that a weight needs, two where they do not end."""
    places = places_of(share)
    return _WEIGHT_PLACES if places is None else places


def _scorecard(case: Case, lines: tuple[Line, ...], warnings: Sequence[str]) -> Scorecard:
    rubric = case.rubric
    sources = _citations(case)
    total = sum((line.contribution for line in lines), Fraction())
    weight = sum((line.weight_percent for line in lines), Fraction())
    rating = rating_of(total, rubric.rounding)
    column = sum((Decimal(line.contribution_display) for line in lines), Decimal())
    band = rubric.band_of(rating)
    return Scorecard(
        certificate=named(case.certificate, case.files),
        audience=named(case.audience, case.files),
        rubric=named(rubric, case.files),
        lines=lines,
        weight_total_percent=weight,
        weight_total_display=f"{exact_text(weight)}%",
        total=total,
        total_display=exact_text(total),
        rating=rating,
        rating_display=f"{rating:f}",
        scale=Bounds(rubric.scale.min, rubric.scale.max),
        scale_max_display=exact_text(rubric.scale.max),
        column_sum=column,
        column_sum_display=f"{column:f}",
        adds_up=column == rating,
        band=Verdict(band.label, band.meaning) if band else None,
        warnings=(*warnings, *_old(case, sources)),
        sources=sources,
    )


def _old(case: Case, sources: Sequence[Citation]) -> list[str]:
    """A warning of each source whose word is old by now."""
    limit = case.freshness.words
    return [
        f"{source.publisher}, {source.title}, {source.date}: {limit}"
        for source in sources
        if source.old
    ]


def _citations(case: Case) -> tuple[Citation, ...]:
    """What the scores, the adjustments and the weights rest on; each source once."""
    cited = {item.source for item in case.certificate.scores}
    sources = [item for item in case.certificate.sources if item.id in cited]
    sources += [*(case.audience.sources if case.audience else ()), *case.rubric.sources]
    unique = {(item.publisher, item.title, item.date): item for item in reversed(sources)}
    return tuple(cite(case, case.certificate, item) for item in reversed(unique.values()))


def _displayed(contribution: Fraction, rounding: Rounding) -> str:
    return f"{rounded(contribution, rounding.contribution_places, rounding.mode):f}"

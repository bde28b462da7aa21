"""Resolve which raw score counts under each criterion, and its origin."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from certeval.analysis.criterion_lookup import find_criteria
from certeval.errors import ScoreError, UnscoredError
from certeval.model.audience import Adjustment, Audience
from certeval.model.certificate import AudienceScore, Score
from certeval.model.context import Case
from certeval.model.rubric import Criterion
from certeval.model.scalars import EXACT
from certeval.model.scale import Scale
from certeval.results.scorecard import Origin


class ResolvedScore(NamedTuple):
    """A raw score with its origin and reason, and the certificate's own score and reason."""

    criterion: Criterion
    raw: Decimal
    origin: Origin
    reason: str | None
    base_raw: Decimal | None
    base_reason: str | None


def resolve_scores(case: Case, overrides: Mapping[str, Decimal]) -> tuple[ResolvedScore, ...]:
    """Resolve the raw score of each criterion of the rubric.

    The first of these counts: an override; the certificate's own score for the audience; its score
    plus the audience's adjustment, clamped to the scale; its score. A criterion without any is an
    error, left out, or scored as the scale's minimum, by the rubric's ``missing_score``.

    Args:
        case: The certificate, the rubric, and the audience, if there is one.
        overrides: Raw scores by criterion, in points of the scale.

    Returns:
        One score per criterion that has one, in the order of the rubric.

    Raises:
        UnknownCriterionError: an override names a criterion that the rubric does not have.
        UsageError: an override's name is ambiguous, or a criterion is repeated.
        ScoreError: an override is outside the scale, or between its steps.
        UnscoredError: a score is missing and the rubric requires all of them.

    """
    rubric = case.rubric
    known = [criterion.id for criterion in rubric.criteria]
    named = find_criteria("scores", overrides, known)
    overrides = {name: Decimal(score) for name, score in named.items()}
    for name, score in overrides.items():
        if problem := rubric.scale.problem_with(score):
            raise ScoreError(*problem, parameter="scores", item=f"{name}={score:f}")
    resolved = tuple(_resolved(case, overrides))
    missing = [name for name in known if name not in {item.criterion.id for item in resolved}]
    if missing and (rubric.missing_score == "error" or len(missing) == len(known)):
        raise UnscoredError(case.certificate.id, rubric.id, missing, len(known))
    return resolved


def _resolved(case: Case, overrides: Mapping[str, Decimal]) -> Iterator[ResolvedScore]:
    audience = case.audience
    scores = {score.criterion: score for score in case.certificate.scores}
    adjustments = {item.criterion: item for item in audience.adjustments} if audience else {}
    for criterion in case.rubric.criteria:
        score, adjustment = scores.get(criterion.id), adjustments.get(criterion.id)
        base = (score.raw, score.reason) if score else (None, None)
        if criterion.id in overrides:
            yield ResolvedScore(criterion, overrides[criterion.id], "set", None, *base)
        elif score and (own := _own(score, audience)):
            yield ResolvedScore(criterion, own.raw, "certificate_audience", own.reason, *base)
        elif score and adjustment:
            raw = adjusted(score.raw, adjustment, case.rubric.scale)
            yield ResolvedScore(criterion, raw, "audience_adjustment", adjustment.reason, *base)
        elif score:
            yield ResolvedScore(criterion, score.raw, "certificate", score.reason, *base)
        elif case.rubric.missing_score == "lowest":
            yield ResolvedScore(criterion, case.rubric.scale.min, "lowest", None, *base)


def adjusted(raw: Decimal, adjustment: Adjustment | None, scale: Scale) -> Decimal:
    """Add the audience's adjustment to a raw score.

    Args:
        raw: A score of the scale.
        adjustment: The change in points; None for no change.
        scale: The limits of the result.

    Returns:
        The adjusted score, clamped to the scale.

    """
    return scale.clamp(EXACT.add(raw, adjustment.change)) if adjustment else raw


def _own(score: Score, audience: Audience | None) -> AudienceScore | None:
    """Return the certificate's own score for *audience*, if it has one."""
    if audience is None:
        return None
    return next((own for own in score.audiences if own.audience == audience.id), None)

"""Which raw score counts under a criterion, and where it came from."""

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
    """The raw score of a criterion, its origin and reason, and the certificate's own before it."""

    criterion: Criterion
    raw: Decimal
    origin: Origin
    reason: str | None
    base_raw: Decimal | None
    base_reason: str | None


def resolve_scores(case: Case, overrides: Mapping[str, Decimal]) -> tuple[ResolvedScore, ...]:
    """The raw score of each criterion of the rubric, most specific first.

    An override; the certificate's own score for the audience; its score plus the audience's
    adjustment, held inside the scale; its score. A criterion without any is an error, left out or
    the scale's minimum, as the rubric's ``missing_score`` says.

    Raises:
        UnknownCriterionError: an override of a criterion that the rubric does not have.
        UsageError: an override whose name begins several ids, or two of one criterion.
        ScoreError: an override off the scale, or between its steps.
        UnscoredError: a score is missing and the rubric wants all of them.

    """
    rubric = case.rubric
    known = [criterion.id for criterion in rubric.criteria]
    named = find_criteria("scores", overrides, known)
    overrides = {name: Decimal(score) for name, score in named.items()}
    for name, score in overrides.items():
        if problem := rubric.scale.problem_with(score):
            raise ScoreError(*problem, parameter="scores", item=f"{name}={score:f}")
    settled = tuple(_settled(case, overrides))
    missing = [name for name in known if name not in {item.criterion.id for item in settled}]
    if missing and (rubric.missing_score == "error" or len(missing) == len(known)):
        raise UnscoredError(case.certificate.id, rubric.id, missing, len(known))
    return settled


def _settled(case: Case, overrides: Mapping[str, Decimal]) -> Iterator[ResolvedScore]:
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
    """*raw* with the audience's *adjustment*, if it has one, held inside the *scale*."""
    return scale.clamp(EXACT.add(raw, adjustment.change)) if adjustment else raw


def _own(score: Score, audience: Audience | None) -> AudienceScore | None:
    """The certificate's own score for *audience*, if it gives one."""
    if audience is None:
        return None
    return next((own for own in score.audiences if own.audience == audience.id), None)

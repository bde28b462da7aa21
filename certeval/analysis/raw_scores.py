"""Resolve which score counts under each criterion, and where it comes from."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.criterion_lookup import find_criteria
from certeval.analysis.entry import Entries, Entry
from certeval.errors import ScoreError, UnscoredError
from certeval.model.audience import Adjustment, Audience
from certeval.model.certificate import AudienceScore, Score
from certeval.model.context import Case
from certeval.model.criterion import Criterion
from certeval.model.rubric import Rubric
from certeval.model.scale import Scale
from certeval.results.scorecard import Origin


class ResolvedScore(NamedTuple):
    """The score of a criterion, its origin and reason, and the certificate's own before it.

    ``raw`` is in points; ``high`` is above it if the score is not known, but anything between the
    two. ``measurement`` is what was measured. One that is not ``exact`` has a logarithm in it.
    """

    criterion: Criterion
    raw: Fraction
    high: Fraction
    origin: Origin
    reason: str | None = None
    base_raw: Fraction | None = None
    base_reason: str | None = None
    measurement: str | None = None
    exact: bool = True


class ResolvedScores(NamedTuple):
    """All scores of a case, and the criteria left out because they have none.

    ``not_applicable`` are those that make no sense for the certificate, ``excluded`` the others
    that would have weighed something.
    """

    scores: tuple[ResolvedScore, ...]
    not_applicable: tuple[Criterion, ...]
    excluded: tuple[Criterion, ...]


def resolve_scores(
    case: Case, overrides: Mapping[str, Decimal | str], weights: Mapping[str, Fraction]
) -> ResolvedScores:
    """Resolve the score of each criterion of the rubric, most specific first.

    An override; the certificate's own score for the audience; its score plus the audience's
    adjustment, clamped to the scale; its score. What becomes of a criterion without any is said by
    the rubric's ``missing_score``; one that weighs nothing needs none.

    Args:
        case: the certificate, the rubric and the audience.
        overrides: scores or measurements by criterion, as a table or an option has them.
        weights: the weight of each criterion by id; one that is 0 needs no score.

    Returns:
        The scores in the order of the rubric, and what is left out.

    Raises:
        UnknownCriterionError: an override of a criterion that the rubric does not have.
        UsageError: an override whose name is ambiguous, or two of one criterion.
        ScoreError: an override that is not a score of the scale, or has no value.
        UnscoredError: a score is missing and the rubric requires all of them.

    """
    known = [criterion.id for criterion in case.rubric.criteria]
    given = find_criteria("scores", overrides, known)
    found = dict(_scores(case, given))
    entries = Entries(case.rubric)
    missing: list[Criterion] = []
    skipped: list[Criterion] = []
    for criterion in case.rubric.criteria:
        if criterion.id in found:
            continue
        score = _score(case, criterion)
        text = given.get(criterion.id, score.measured if score else "")
        absence = entries.absence(criterion, _text(text or ""))
        (skipped if absence == "not_applicable" else missing).append(criterion)
    counting = [one for one in missing if weights[one.id]]
    found |= {one.criterion.id: one for one in _fill(case, counting)}
    scores = tuple(found[name] for name in known if name in found)
    excluded = tuple(one for one in counting if one.id not in found)
    if not scores or (excluded and case.rubric.missing_score == "error"):
        unscored = [one.id for one in case.rubric.criteria if one in excluded or not scores]
        raise UnscoredError(case.certificate.id, case.rubric.id, unscored, len(known))
    return ResolvedScores(scores, tuple(skipped), excluded)


def _text(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{value:f}"


def _score(case: Case, criterion: Criterion) -> Score | None:
    return next((one for one in case.certificate.scores if one.criterion == criterion.id), None)


def _scores(
    case: Case, overrides: Mapping[str, Decimal | str]
) -> Iterator[tuple[str, ResolvedScore]]:
    """Yield the criteria that have a score, by id."""
    audience, entries = case.audience, Entries(case.rubric)
    adjustments = {item.criterion: item for item in audience.adjustments} if audience else {}
    for criterion in case.rubric.criteria:
        score = _score(case, criterion)
        base = _base(entries, criterion, score)
        own = (base.score if base else None, score.reason if score else None)
        if criterion.id in overrides:
            value = overrides[criterion.id]
            if entries.absence(criterion, _text(value)) is None:
                entry = _override(entries, criterion, value)
                yield criterion.id, _resolved(criterion, entry, "set", None, own)
        elif score and (for_audience := _own(score, audience)):
            entry = entries.raw(for_audience.raw)
            reason = for_audience.reason
            yield criterion.id, _resolved(criterion, entry, "certificate_audience", reason, own)
        elif score and base and (adjustment := adjustments.get(criterion.id)):
            raw = adjusted(base.score, adjustment, case.rubric.scale)
            entry = base._replace(score=raw)
            reason = adjustment.reason
            yield criterion.id, _resolved(criterion, entry, "audience_adjustment", reason, own)
        elif score and base:
            yield criterion.id, _resolved(criterion, base, "certificate", score.reason, own)


def _resolved(
    criterion: Criterion,
    entry: Entry,
    origin: Origin,
    reason: str | None,
    own: tuple[Fraction | None, str | None],
) -> ResolvedScore:
    return ResolvedScore(
        criterion, entry.score, entry.score, origin, reason, *own, entry.measurement, entry.exact
    )


def _base(entries: Entries, criterion: Criterion, score: Score | None) -> Entry | None:
    """Return the certificate's own score for everybody; None if it has none."""
    if score is None:
        return None
    if score.raw is not None:
        try:
            return entries.raw(score.raw)
        except ScoreError as error:
            raise ScoreError(f"{criterion.id}: {error.message}", error.hint) from None
    text = score.measured or ""
    return None if entries.absence(criterion, text) else entries.read(criterion, text)


def _override(entries: Entries, criterion: Criterion, value: Decimal | str) -> Entry:
    try:
        if isinstance(value, Decimal) and criterion.value_function is None:
            return entries.raw(value)
        return entries.read(criterion, _text(value))
    except ScoreError as error:
        item = f"{criterion.id}={_text(value)}"
        raise type(error)(error.message, error.hint, parameter="scores", item=item) from None


def _fill(case: Case, missing: Iterable[Criterion]) -> Iterator[ResolvedScore]:
    """Yield what counts in place of *missing* scores, if the rubric says that something does."""
    ends = substitute(case.rubric)
    origin = _SUBSTITUTES.get(case.rubric.missing_score)
    if ends and origin:
        for criterion in missing:
            yield ResolvedScore(criterion, *ends, origin)


_SUBSTITUTES: Mapping[str, Origin] = {
    "lowest": "lowest",
    "middle": "middle",
    "interval": "unknown",
}


def substitute(rubric: Rubric) -> tuple[Fraction, Fraction] | None:
    """Return what counts in place of a score that is missing.

    Args:
        rubric: says so by its ``missing_score``.

    Returns:
        The lowest and the highest score that it can be, in points, or None if the criterion is
        left out, or an error.

    """
    low, high = Fraction(rubric.scale.min), Fraction(rubric.scale.max)
    match rubric.missing_score:
        case "lowest":
            return low, low
        case "middle":
            return (low + high) / 2, (low + high) / 2
        case "interval":
            return low, high
        case _:
            return None


def adjusted(raw: Fraction, adjustment: Adjustment | None, scale: Scale) -> Fraction:
    """Return a score with the audience's adjustment, clamped to the scale.

    Args:
        raw: the score, in points.
        adjustment: the change, in points; None for no change.
        scale: the rubric's scale.

    Returns:
        The adjusted score.

    """
    if adjustment is None:
        return raw
    changed = raw + Fraction(adjustment.change)
    return max(Fraction(scale.min), min(Fraction(scale.max), changed))


def _own(score: Score, audience: Audience | None) -> AudienceScore | None:
    """Return the certificate's own score for *audience*, if it gives one."""
    if audience is None:
        return None
    return next((own for own in score.audiences if own.audience == audience.id), None)

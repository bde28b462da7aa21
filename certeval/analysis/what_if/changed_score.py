"""How a score changes: the case scored before and after the change."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from certeval.analysis.rounding import places_of, signed
from certeval.analysis.score import score
from certeval.errors import UnscoredError
from certeval.model.context import Case
from certeval.model.rubric import Rounding
from certeval.results.figures import Quantity
from certeval.results.scorecard import Line, Scorecard
from certeval.results.what_if import Change, LineChange, ScoreChange

_Places = tuple[int, int]
"""The fewest and the most decimals of a difference."""

_RAW: _Places = (0, 15)
_WEIGHT: _Places = (0, 2)
_TOTAL: _Places = (0, 4)


class BeforeAfter(NamedTuple):
    """Scorecards before and after the change, and how the rubric rounds.

    The criteria *new* had no score before. If that left the certificate without a rating, it was
    not ``rated``, and ``before`` is valid only for its other lines.
    """

    before: Scorecard
    after: Scorecard
    new: Collection[str]
    rated: bool
    rounding: Rounding


def score_before_and_after(
    case: Case,
    scores: Mapping[str, Decimal | str],
    weights: Mapping[str, Decimal],
    *,
    normalize: bool,
) -> BeforeAfter:
    """Score *case* as it is, and with other raw scores and weights.

    Args:
        case: certificate, audience and rubric.
        scores: raw scores or measurements by criterion.
        weights: weights by criterion, in percent, 0 to 100.
        normalize: whether weights that do not add up to 100 are rescaled.

    Returns:
        Both scorecards.

    Raises:
        UnscoredError: a score is missing after the change, and the rubric requires all of them.
        CertevalError: the new scores or weights are invalid, as in ``score``.

    """
    after = score(case, overrides=scores, weights=weights, normalize=normalize)
    try:
        before = score(case)
    except UnscoredError:
        new = {line.criterion for line in after.lines if line.base_raw is None}
        filled = {name: scores[name] for name in new}
        stand_in = score(case, overrides=filled)
        return BeforeAfter(stand_in, after, new, rated=False, rounding=case.rubric.rounding)
    new = {line.criterion for line in after.lines} - {line.criterion for line in before.lines}
    return BeforeAfter(before, after, new, rated=True, rounding=case.rubric.rounding)


def changed_score(cards: BeforeAfter) -> ScoreChange:
    """Return the difference between two scorecards, line by line.

    Args:
        cards: the scorecards before and after the change.

    Returns:
        The changes of all lines, of the total and of the rating, with the bands of the ratings.

    """
    before, after = cards.before if cards.rated else None, cards.after
    rating_places = cards.rounding.rating_places
    return ScoreChange(
        rubric=after.rubric,
        lines=tuple(_lines(cards)),
        total=_change("total", before, after, _TOTAL),
        rating=_change("rating", before, after, (rating_places, rating_places)),
        band_before=before.band if before else None,
        band_after=after.band,
    )


def _lines(cards: BeforeAfter) -> Iterator[LineChange]:
    """Yield the change of each criterion."""
    lines = {line.criterion: line for line in cards.before.lines}
    places = cards.rounding.contribution_places
    for after in cards.after.lines:
        weighted = lines.get(after.criterion)
        scored = None if after.criterion in cards.new else weighted
        raw = _change("raw", scored, after, _RAW)
        weight = _change("weight_percent", weighted, after, _WEIGHT)
        yield LineChange(
            criterion=after.criterion,
            title=after.title,
            changed=any(_is_change(one) for one in (raw, weight)),
            unit=after.unit,
            measured_before=scored.measurement if scored else None,
            measured_after=after.measurement,
            raw=raw,
            weight_percent=weight,
            contribution=_change("contribution", scored, after, (places, places)),
        )


def _is_change(one: Change) -> bool:
    """Return whether a number is new or different."""
    ends = (one.difference, one.difference_high)
    return one.difference is None or any(end.value for end in ends if end)


def _change(
    name: str, before: Line | Scorecard | None, after: Line | Scorecard, places: _Places
) -> Change:
    """Return the change of the field *name*; there is nothing before if *before* is None."""
    new: Quantity = getattr(after, name)
    if before is None:
        return Change(None, new, None)
    old: Quantity = getattr(before, name)
    old_high, new_high = (getattr(one, f"{name}_high", None) for one in (before, after))
    if old_high is None and new_high is None:
        return Change(old, new, _difference(old, new, places))
    above = _difference(old_high or old, new_high or new, places)
    return Change(old, new, _difference(old, new, places), old_high, new_high, above)


def _difference(old: Quantity, new: Quantity, places: _Places) -> Quantity:
    """Return *new* less *old*, with the decimals that it needs."""
    difference = new.value - old.value
    fewest, most = places
    needed = places_of(difference)
    decimals = most if needed is None else min(max(needed, fewest), most)
    return Quantity(difference, signed(difference, decimals))

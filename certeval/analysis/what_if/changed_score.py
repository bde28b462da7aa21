"""What becomes of a score: the case is scored as it is, and as it is supposed to be."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from certeval.analysis.rounding import places_of, signed
from certeval.analysis.score import score
from certeval.errors import UnscoredError
from certeval.model.context import Case
from certeval.model.rubric import Rounding
from certeval.results.scorecard import Line, Scorecard
from certeval.results.what_if import Change, LineChange, ScoreChange

Places = tuple[int, int]
"""The fewest and the most decimals of a difference."""

_RAW: Places = (0, 15)
_WEIGHT: Places = (0, 2)
_TOTAL: Places = (0, 4)


class Pair(NamedTuple):
    """Scorecards before and after, and how the rubric rounds. The criteria *new* had no score
    before; where that left the certificate without a rating, it was not ``rated``, and only the
    other lines count before."""

    before: Scorecard
    after: Scorecard
    new: Collection[str]
    rated: bool
    rounding: Rounding


def scored_twice(
    case: Case,
    scores: Mapping[str, Decimal],
    weights: Mapping[str, Decimal],
    *,
    normalize: bool,
) -> Pair:
    """*case* as it is, and with raw *scores* and *weights* in percent as they are supposed to be.

    Raises:
        UnscoredError: a score is missing even so, and the rubric wants all of them.
        CertevalError: what is supposed cannot be; as ``score`` has it.

    """
    after = score(case, overrides=scores, weights=weights, normalize=normalize)
    try:
        before = score(case)
    except UnscoredError:
        new = {line.criterion for line in after.lines if line.base_raw is None}
        filled = {name: scores[name] for name in new}
        stand_in = score(case, overrides=filled)
        return Pair(stand_in, after, new, rated=False, rounding=case.rubric.rounding)
    new = {line.criterion for line in after.lines} - {line.criterion for line in before.lines}
    return Pair(before, after, new, rated=True, rounding=case.rubric.rounding)


def changed_score(pair: Pair) -> ScoreChange:
    """The difference between the scorecards of *pair*, line by line."""
    before, after = pair.before if pair.rated else None, pair.after
    rating_places = pair.rounding.rating_places
    return ScoreChange(
        rubric=after.rubric,
        lines=tuple(_lines(pair)),
        total=_change("total", before, after, _TOTAL),
        rating=_change("rating", before, after, (rating_places, rating_places)),
        band_before=before.band if before else None,
        band_after=after.band,
    )


def _lines(pair: Pair) -> Iterator[LineChange]:
    lines = {line.criterion: line for line in pair.before.lines}
    places = pair.rounding.contribution_places
    for after in pair.after.lines:
        weighed = lines.get(after.criterion)
        scored = None if after.criterion in pair.new else weighed
        raw = _change("raw", scored, after, _RAW)
        weight = _change("weight_percent", weighed, after, _WEIGHT)
        yield LineChange(
            criterion=after.criterion,
            title=after.title,
            changed=raw.difference != 0 or weight.difference != 0,
            raw=raw,
            weight_percent=weight,
            contribution=_change("contribution", scored, after, (places, places)),
        )


def _change(
    figure: str, before: Line | Scorecard | None, after: Line | Scorecard, places: Places
) -> Change:
    """What becomes of the field *figure*; *before* None has none."""
    value, display = _figure(after, figure)
    if before is None:
        return Change(None, "none", value, display, None, "")
    former, shown = _figure(before, figure)
    difference = value - former
    least, most = places
    needed = places_of(difference)
    decimals = most if needed is None else min(max(needed, least), most)
    return Change(former, shown, value, display, difference, signed(difference, decimals))


def _figure(part: Line | Scorecard, name: str) -> tuple[Fraction, str]:
    """The field *name* of *part*, and how it is displayed."""
    return Fraction(getattr(part, name)), getattr(part, f"{name.removesuffix('_percent')}_display")

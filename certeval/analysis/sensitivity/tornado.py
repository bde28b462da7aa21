"""One-way sensitivity: how far the total moves when one score or one weight does."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from certeval.analysis.rounding import aligned_text, exact_text, rating_of
from certeval.analysis.weight_line import total_at_share, total_of_others
from certeval.analysis.weighted_sum import contribution
from certeval.model.rubric import HUNDRED_PERCENT, Rubric
from certeval.results.scorecard import Line, Scorecard
from certeval.results.sensitivity import TornadoBar

_WHOLE = Fraction(HUNDRED_PERCENT)


class Perturbation(NamedTuple):
    """How far one thing at a time is moved: scores by points, weights by percent of themselves."""

    score_change: Decimal
    weight_change_percent: Decimal


class _Moved(NamedTuple):
    line: Line
    what: Literal["score", "weight"]
    ends: tuple[Fraction, Fraction]
    totals: tuple[Fraction, Fraction]

    @property
    def width(self) -> Fraction:
        return abs(self.totals[1] - self.totals[0])


def swings(card: Scorecard, rubric: Rubric, reach: Perturbation) -> tuple[TornadoBar, ...]:
    """What moves the total of *card*, the widest swing first: a tornado diagram.

    Scores are held inside the scale. What weighs nothing moves nothing, and is left out. A weight
    of 100% cannot be moved: what the other weights would then be is not known.
    """
    counting = [line for line in card.lines if line.weight_percent]
    moved = [_score(card, line, rubric, reach) for line in counting]
    moved += [each for line in counting if (each := _weight(card, line, reach))]
    moved.sort(key=lambda one: -one.width)
    lowest = min(card.total, *(min(one.totals) for one in moved))
    highest = max(card.total, *(max(one.totals) for one in moved))
    whole = highest - lowest or Fraction(1)
    ends = aligned_text((end for one in moved for end in one.totals), 3)
    widths = aligned_text((one.width for one in moved), 3)
    return tuple(
        TornadoBar(
            alternative=card.certificate.id,
            criterion=one.line.criterion,
            title=one.line.title,
            moved=one.what,
            lower=one.ends[0],
            higher=one.ends[1],
            moved_display=_displayed(one),
            total_at_lower=one.totals[0],
            total_at_higher=one.totals[1],
            least=min(one.totals),
            most=max(one.totals),
            total_display=f"{ends[2 * at]} to {ends[2 * at + 1]}",
            width=one.width,
            width_display=widths[at],
            least_share=(min(one.totals) - lowest) / whole,
            total_share=(card.total - lowest) / whole,
            most_share=(max(one.totals) - lowest) / whole,
            verdicts=_verdicts(card, one, rubric),
        )
        for at, one in enumerate(moved)
    )


def _score(card: Scorecard, line: Line, rubric: Rubric, reach: Perturbation) -> _Moved:
    scale, change = rubric.scale, Fraction(reach.score_change)
    lower = max(Fraction(scale.min), line.raw - change)
    higher = min(Fraction(scale.max), line.raw + change)
    below, above = (
        card.total + contribution(line.weight_percent, end - line.raw) for end in (lower, higher)
    )
    return _Moved(line, "score", (lower, higher), (below, above))


def _weight(card: Scorecard, line: Line, reach: Perturbation) -> _Moved | None:
    others = total_of_others(card.total, line.weight_percent / _WHOLE, line.raw)
    if others is None:
        return None
    change = Fraction(reach.weight_change_percent) / _WHOLE
    lower = max(Fraction(), line.weight_percent * (1 - change))
    higher = min(_WHOLE, line.weight_percent * (1 + change))
    below, above = (total_at_share(end / _WHOLE, line.raw, others) for end in (lower, higher))
    return _Moved(line, "weight", (lower, higher), (below, above))


def _displayed(one: _Moved) -> str:
    unit = "%" if one.what == "weight" else ""
    lower, higher = aligned_text(one.ends, 2)
    return f"{lower}{unit} to {higher}{unit}"


def _verdicts(card: Scorecard, one: _Moved, rubric: Rubric) -> tuple[str, ...]:
    bands = [rubric.band_of(rating_of(total, rubric.rounding)) for total in sorted(one.totals)]
    now = card.band.label if card.band else None
    return tuple(dict.fromkeys(band.label for band in bands if band and band.label != now))


def reach_display(reach: Perturbation) -> str:
    """How far things are moved, in words."""
    return (
        f"each score +/-{exact_text(reach.score_change)} (within the scale), each weight "
        f"+/-{exact_text(reach.weight_change_percent)}% of itself, with the other weights rescaled"
    )

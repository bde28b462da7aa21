"""One-way sensitivity: how far the total moves when one score or one weight does."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from certeval.analysis.figures import aligned
from certeval.analysis.rounding import rating_of
from certeval.analysis.weight_line import total_at_share, total_of_others
from certeval.analysis.weighted_sum import contribution
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.scorecard import Line, Scorecard
from certeval.results.sensitivity import TornadoBar

_WHOLE = Fraction(HUNDRED_PERCENT)


class Perturbation(NamedTuple):
    """How far one thing at a time moves: scores by points, weights by percent of themselves."""

    score_change: Decimal
    weight_change_percent: Decimal


class _Move(NamedTuple):
    """A score or weight at its two ends, and the totals there."""

    line: Line
    moved: Literal["score", "weight"]
    ends: tuple[Fraction, Fraction]
    totals: tuple[Fraction, Fraction]

    @property
    def width(self) -> Fraction:
        return abs(self.totals[1] - self.totals[0])


def tornado(card: Scorecard, rubric: Rubric, perturbation: Perturbation) -> tuple[TornadoBar, ...]:
    """Compute the bars of a tornado diagram.

    Criteria without a weight move nothing and are left out. A weight of 100% cannot move: the
    proportions of the other weights are unknown.

    Args:
        card: the scorecard to perturb.
        rubric: the rubric of *card*; scores stay within its scale.
        perturbation: how far scores and weights move.

    Returns:
        A bar per score and weight that counts, the widest first.

    """
    weighted = [line for line in card.lines if line.weight_percent.value]
    moves = [_score(card, line, rubric, perturbation) for line in weighted]
    moves += [move for line in weighted if (move := _weight(card, line, perturbation))]
    moves.sort(key=lambda move: -move.width)
    lowest = min(card.total.value, *(min(move.totals) for move in moves))
    highest = max(card.total.value, *(max(move.totals) for move in moves))
    whole = highest - lowest or Fraction(1)
    totals = aligned([total for move in moves for total in move.totals], 3)
    widths = aligned([move.width for move in moves], 3)
    found = []
    for at, move in enumerate(moves):
        lower, higher = aligned(move.ends, 2)
        least, most = sorted(move.totals)
        found.append(
            TornadoBar(
                alternative=card.certificate.id,
                criterion=move.line.criterion,
                title=move.line.title,
                moved=move.moved,
                lower=lower,
                higher=higher,
                total_at_lower=totals[2 * at],
                total_at_higher=totals[2 * at + 1],
                least=least,
                most=most,
                width=widths[at],
                least_share=(least - lowest) / whole,
                total_share=(card.total.value - lowest) / whole,
                most_share=(most - lowest) / whole,
                verdicts=_verdicts(card, (least, most), rubric),
            )
        )
    return tuple(found)


def _score(card: Scorecard, line: Line, rubric: Rubric, perturbation: Perturbation) -> _Move:
    """Move the score of a line, within the scale."""
    scale, change = rubric.scale, Fraction(perturbation.score_change)
    lower = max(Fraction(scale.min), line.raw.value - change)
    higher = min(Fraction(scale.max), line.raw.value + change)
    below, above = (
        card.total.value + contribution(line.weight_percent.value, end - line.raw.value)
        for end in (lower, higher)
    )
    return _Move(line, "score", (lower, higher), (below, above))


def _weight(card: Scorecard, line: Line, perturbation: Perturbation) -> _Move | None:
    """Move the weight of a line, from 0 to 100%; None if it is 100%."""
    others = total_of_others(card.total.value, line.weight_percent.value / _WHOLE, line.raw.value)
    if others is None:
        return None
    change = Fraction(perturbation.weight_change_percent) / _WHOLE
    lower = max(Fraction(), line.weight_percent.value * (1 - change))
    higher = min(_WHOLE, line.weight_percent.value * (1 + change))
    below, above = (total_at_share(end / _WHOLE, line.raw.value, others) for end in (lower, higher))
    return _Move(line, "weight", (lower, higher), (below, above))


def _verdicts(
    card: Scorecard, totals: tuple[Fraction, Fraction], rubric: Rubric
) -> tuple[str, ...]:
    """Return the bands of *totals* that differ from the present one."""
    bands = [rubric.band_of(rating_of(total, rubric.rounding)) for total in totals]
    now = card.band.label if card.band else None
    return tuple(dict.fromkeys(band.label for band in bands if band and band.label != now))

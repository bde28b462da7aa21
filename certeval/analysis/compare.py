"""Compare alternatives criterion by criterion and pair by pair."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from certeval.analysis.decision_matrix import alternatives, by_rank, warnings_of
from certeval.analysis.figures import aligned, exact
from certeval.results.alternative import Alternative
from certeval.results.comparison import Comparison, Contest, Duel, Relation, Standing
from certeval.results.figures import NO_FIGURE, Figure, Quantity
from certeval.results.scorecard import Line, Scorecard


def compare(cards: Sequence[Scorecard]) -> Comparison:
    """Compare certificates for one audience, or one certificate across audiences.

    Args:
        cards: At least two scorecards, over the same criteria.

    Returns:
        The alternatives, the best first, by id if they tie; and each criterion and each pair.

    """
    pairs = dict(zip(alternatives(cards), cards, strict=True))
    order = by_rank(pairs)
    sorted_cards = [pairs[one] for one in order]
    audiences = {card.audience for card in cards}
    certificates = {card.certificate for card in cards}
    return Comparison(
        rubric=cards[0].rubric,
        certificate=cards[0].certificate if len(certificates) == 1 else None,
        audience=cards[0].audience if len(audiences) == 1 else None,
        alternatives=tuple(order),
        contests=_contests(sorted_cards, order),
        duels=tuple(
            _duel(order[one], order[two], sorted_cards[one], sorted_cards[two])
            for one, two in combinations(range(len(order)), 2)
        ),
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )


class _Margin(NamedTuple):
    """The positions of the leaders under a criterion, their lead in raw score and in points."""

    leaders: tuple[int, ...]
    lead: Fraction | None
    worth: Fraction


def _contests(cards: Sequence[Scorecard], order: Sequence[Alternative]) -> tuple[Contest, ...]:
    rows = list(zip(*(card.lines for card in cards), strict=True))
    raws = iter(aligned(line.raw.value for lines in rows for line in lines))
    margins = [_margin(lines) for lines in rows]
    leads: list[Figure] = [*aligned(margin.lead or Fraction() for margin in margins)]
    worths = aligned(margin.worth for margin in margins)
    return tuple(
        _contest(
            [
                Standing(
                    one.id,
                    next(raws),
                    line.weight_percent,
                    line.contribution,
                    leads=at in margin.leaders,
                )
                for at, (one, line) in enumerate(zip(order, lines, strict=True))
            ],
            lines,
            NO_FIGURE if margin.lead is None else lead,
            worth,
        )
        for lines, margin, lead, worth in zip(rows, margins, leads, worths, strict=True)
    )


def _same_weights(lines: Sequence[Line]) -> bool:
    return len({line.weight_percent.value for line in lines}) == 1


def _margin(lines: Sequence[Line]) -> _Margin:
    alike = _same_weights(lines)
    counted = [line.raw.value if alike else line.contribution.value for line in lines]
    highest = max(counted)
    next_best = max((count for count in counted if count < highest), default=None)
    if next_best is None:
        return _Margin((), Fraction() if alike else None, Fraction())
    leaders = tuple(at for at, count in enumerate(counted) if count == highest)
    runner_up = counted.index(next_best)
    worth = lines[leaders[0]].contribution.value - lines[runner_up].contribution.value
    return _Margin(leaders, highest - next_best if alike else None, worth)


def _contest(
    standings: Sequence[Standing], lines: Sequence[Line], lead: Figure, worth: Quantity
) -> Contest:
    return Contest(
        criterion=lines[0].criterion,
        title=lines[0].title,
        question=lines[0].question,
        weight_percent=_weight(lines),
        standings=tuple(standings),
        leaders=tuple(one.alternative for one in standings if one.leads),
        lead=lead,
        worth=worth,
    )


def _weight(lines: Sequence[Line]) -> Figure:
    """Return the weight of a criterion, without a value if audiences differ."""
    weight = lines[0].weight_percent.value if _same_weights(lines) else None
    shown = [line.weight_percent.display for line in lines]
    return Figure(weight, shown[0] if len(set(shown)) == 1 else " / ".join(shown))


def _duel(one: Alternative, other: Alternative, first: Scorecard, second: Scorecard) -> Duel:
    pairs = list(zip(first.lines, second.lines, strict=True))
    alike = all(_same_weights(pair) for pair in pairs)
    differences = [
        mine.raw.value - theirs.raw.value
        if alike
        else mine.contribution.value - theirs.contribution.value
        for mine, theirs in pairs
    ]
    ahead = sum(difference > 0 for difference in differences)
    behind = sum(difference < 0 for difference in differences)
    dominant = None
    if alike and bool(ahead) != bool(behind):
        dominant = one.id if ahead else other.id
    total = exact(one.total.value - other.total.value)
    relation: Relation
    if not ahead and not behind:
        relation = "same_scores"
    elif dominant:
        relation = "dominance"
    elif not alike:
        relation = "different_weights"
    else:
        relation = "depends_on_weights" if total.value else "tie"
    return Duel(
        first=one.id,
        second=other.id,
        labels=(one.label, other.label),
        difference=total,
        ahead=ahead,
        behind=behind,
        level=len(pairs) - ahead - behind,
        dominant=dominant,
        relation=relation,
        audiences=one.certificate == other.certificate,
    )

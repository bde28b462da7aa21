"""Side by side: which is better, where, by how much, and what is that worth?"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from certeval.analysis.decision_matrix import alternatives, by_rank, join_names, warnings_of
from certeval.analysis.rounding import aligned_text, exact_text
from certeval.results.alternative import Alternative
from certeval.results.comparison import Comparison, Contest, Duel, Standing
from certeval.results.scorecard import Line, Scorecard


def compare(cards: Sequence[Scorecard]) -> Comparison:
    """Compare *cards*, judged by the same criteria: certificates, or one for several audiences.

    The best comes first, and of equals the first by id.
    """
    pairs = dict(zip(alternatives(cards), cards, strict=True))
    order = by_rank(pairs)
    sorted_cards = [pairs[one] for one in order]
    duels = tuple(
        _duel(order[one], order[two], sorted_cards[one], sorted_cards[two])
        for one, two in combinations(range(len(order)), 2)
    )
    readers = {card.audience for card in cards}
    judged = {card.certificate for card in cards}
    return Comparison(
        rubric=cards[0].rubric,
        certificate=cards[0].certificate if len(judged) == 1 else None,
        audience=cards[0].audience if len(readers) == 1 else None,
        alternatives=tuple(order),
        outcome=_outcome(order),
        contests=_contests(sorted_cards, order),
        duels=duels,
        scale_max_display=cards[0].scale_max_display,
        warnings=warnings_of(cards),
    )


def _outcome(order: Sequence[Alternative]) -> str:
    """Who is ahead, and by how much."""
    first = [one for one in order if one.rank == 1]
    rest = order[len(first) :]
    total = first[0].total_display
    if len(first) > 1:
        names = join_names([one.label for one in first])
        behind = f", ahead of {rest[0].label}, {rest[0].total_display}" if rest else ""
        return f"{names} tie: the same exact total, {total}{behind}."
    ahead = exact_text(first[0].total - rest[0].total)
    return (
        f"{first[0].label} is ahead: {total} against {rest[0].total_display} for {rest[0].label}, "
        f"by {ahead}."
    )


def _contests(cards: Sequence[Scorecard], among: Sequence[Alternative]) -> tuple[Contest, ...]:
    rows = list(zip(*(card.lines for card in cards), strict=True))
    margins = [_margin(lines) for lines in rows]
    leads = aligned_text(margin.lead or Fraction() for margin in margins)
    worths = aligned_text(margin.worth for margin in margins)
    shown = aligned_text(line.raw for lines in rows for line in lines)
    raws = [tuple(shown[at : at + len(cards)]) for at in range(0, len(shown), len(cards))]
    return tuple(
        _contest(among, *parts)
        for parts in zip(rows, raws, margins, zip(leads, worths, strict=True), strict=True)
    )


class _Margin(NamedTuple):
    """Who leads under a criterion, by their number; by what raw score; and what that is worth."""

    leaders: tuple[int, ...]
    lead: Fraction | None
    worth: Fraction


def _margin(lines: Sequence[Line]) -> _Margin:
    alike = len({line.weight_percent for line in lines}) == 1
    counted = [line.raw if alike else line.contribution for line in lines]
    highest = max(counted)
    next_best = max((count for count in counted if count < highest), default=None)
    if next_best is None:
        return _Margin((), Fraction() if alike else None, Fraction())
    leaders = tuple(at for at, count in enumerate(counted) if count == highest)
    runner_up = counted.index(next_best)
    worth = lines[leaders[0]].contribution - lines[runner_up].contribution
    return _Margin(leaders, highest - next_best if alike else None, worth)


def _contest(
    among: Sequence[Alternative],
    lines: Sequence[Line],
    raws: Sequence[str],
    margin: _Margin,
    shown: tuple[str, str],
) -> Contest:
    """The contest of *lines*; *raws* and *shown* are their scores and *margin* as displayed."""
    weights = {line.weight_percent for line in lines}
    leaders = tuple(among[at].id for at in margin.leaders)
    return Contest(
        criterion=lines[0].criterion,
        title=lines[0].title,
        question=lines[0].question,
        weight_percent=lines[0].weight_percent if len(weights) == 1 else None,
        weight_display=_weights(lines),
        standings=tuple(
            Standing(
                alternative=one.id,
                raw=line.raw,
                raw_display=raw,
                weight_percent=line.weight_percent,
                contribution=line.contribution,
                contribution_display=line.contribution_display,
                leads=one.id in leaders,
            )
            for one, line, raw in zip(among, lines, raws, strict=True)
        ),
        leaders=leaders,
        leaders_display=", ".join(leaders) or "level",
        lead=margin.lead,
        lead_display="" if margin.lead is None else shown[0],
        worth=margin.worth,
        worth_display=shown[1],
    )


def _weights(lines: Sequence[Line]) -> str:
    """The weight, or where audiences differ that of each, in their order."""
    shown = [line.weight_display for line in lines]
    return shown[0] if len(set(shown)) == 1 else " / ".join(shown)


def _duel(one: Alternative, other: Alternative, first: Scorecard, second: Scorecard) -> Duel:
    pairs = list(zip(first.lines, second.lines, strict=True))
    alike = all(mine.weight_percent == theirs.weight_percent for mine, theirs in pairs)
    counted = [
        (mine.raw, theirs.raw) if alike else (mine.contribution, theirs.contribution)
        for mine, theirs in pairs
    ]
    ahead = sum(mine > theirs for mine, theirs in counted)
    behind = sum(mine < theirs for mine, theirs in counted)
    dominant = None
    if alike and not (ahead and behind):
        dominant = one if ahead else other if behind else None
    difference = one.total - other.total
    if not ahead and not behind:
        told = f"{one.label} and {other.label} have the same score on every criterion."
    elif dominant:
        dominated = other if dominant is one else one
        nowhere = (
            "at least as good on every criterion and better on one, "
            "so no weights can reverse the order"
        )
        told = f"{dominant.label} dominates {dominated.label}: {nowhere}."
    elif not alike:
        told = f"{one.label} and {other.label} use different weights, so neither dominates."
    elif difference:
        hangs = "which is better depends on the weights"
        told = f"Neither {one.label} nor {other.label} dominates: {hangs}."
    else:
        told = f"{one.label} and {other.label} tie under these weights; neither dominates."
    return Duel(
        first=one.id,
        second=other.id,
        difference=difference,
        difference_display=exact_text(difference),
        ahead=ahead,
        behind=behind,
        level=len(pairs) - ahead - behind,
        dominant=dominant.id if dominant else None,
        display=told,
    )

"""Scorecards over the criteria that apply to all of them, so that totals can be compared."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from certeval.analysis.figures import exact, shown
from certeval.analysis.group_lines import weight_places_of
from certeval.analysis.rounding import rating_of
from certeval.analysis.score import band_of
from certeval.analysis.weighted_sum import contribution
from certeval.errors import UsageError
from certeval.model.rubric import Rubric
from certeval.results.figures import Quantity
from certeval.results.scorecard import Line, Scorecard

_WHOLE = 100


def over_shared_criteria(cards: Sequence[Scorecard], rubric: Rubric) -> tuple[Scorecard, ...]:
    """Leave out criteria that do not apply to all certificates, and rescale the other weights.

    Args:
        cards: scorecards under one rubric.
        rubric: the rubric.

    Returns:
        The same scorecards if they have the same criteria; otherwise, scorecards with other totals
        and a warning of what is not compared.

    Raises:
        UsageError: no criterion applies to all of them.

    """
    shared = set.intersection(*({line.criterion for line in card.lines} for card in cards))
    if all(len(card.lines) == len(shared) for card in cards):
        return tuple(cards)
    if not shared:
        raise UsageError("no criterion applies to all of them", "judge them one by one")
    titles = {line.criterion: line.title for card in cards for line in card.lines}
    warnings = tuple(
        f"{title}: not compared, as it does not apply to all of them"
        for name, title in titles.items()
        if name not in shared
    )
    return tuple(_over(card, rubric, shared, warnings) for card in cards)


def _over(
    card: Scorecard, rubric: Rubric, shared: set[str], warnings: tuple[str, ...]
) -> Scorecard:
    kept = [line for line in card.lines if line.criterion in shared]
    whole = sum((line.weight_percent.value for line in kept), Fraction())
    lines = tuple(_rescaled(line, line.weight_percent.value * _WHOLE / whole) for line in kept)
    low = sum((line.contribution.value for line in lines), Fraction())
    high = sum(((line.contribution_high or line.contribution).value for line in lines), Fraction())
    places = len(card.total.display.partition(".")[2])
    ratings = [rating_of(end, rubric.rounding) for end in (low, high)]
    bands = [band_of(rubric, rating) for rating in ratings]
    rating, rating_high = (Quantity(Fraction(one), f"{one:f}") for one in ratings)
    return replace(
        card,
        lines=lines,
        rating=rating,
        rating_high=rating_high if card.total_high else None,
        band=bands[0],
        band_high=bands[1] if card.total_high else None,
        total=shown(low, places),
        total_high=shown(high, places) if card.total_high else None,
        weight_total_percent=exact(Fraction(_WHOLE), "%"),
        warnings=(*card.warnings, *warnings),
    )


def _rescaled(line: Line, percent: Fraction) -> Line:
    """Return a line under another weight, in percent."""
    low, high = contribution(percent, line.raw.value), None
    if line.raw_high:
        high = _like(line.contribution, contribution(percent, line.raw_high.value))
    return replace(
        line,
        weight_percent=shown(percent, weight_places_of(percent), "%"),
        contribution=_like(line.contribution, low),
        contribution_high=high,
    )


def _like(old: Quantity, value: Fraction) -> Quantity:
    """Return *value* displayed with as many decimals as *old*."""
    return shown(value, len(old.display.partition(".")[2]))

"""Where a total stands: below all that pass if it fails, and apart from equals by tie-breakers."""

from collections.abc import Sequence
from fractions import Fraction

from certeval.results.scorecard import Scorecard

Number = int | Fraction
Standing = Number | tuple[bool, Number, tuple[Number, ...]]
"""Orders totals: the total itself, or whether it passes, the total, and what breaks ties."""


def standing_of(card: Scorecard) -> Standing:
    """Return what orders the total of a scorecard.

    Args:
        card: the scorecard. Where scores are not known, the lowest that they can be count.

    Returns:
        A value that is greater for what ranks before.

    """
    scores = {line.criterion: line.raw.value for line in card.lines}
    ties = [scores.get(name, Fraction()) for name in card.tie_breakers]
    return standing(not card.failed, card.total.value, ties)


def standing(passes: bool, total: Number, ties: Sequence[Number]) -> Standing:  # noqa: FBT001
    """Return what orders a total.

    Args:
        passes: whether no criterion is below its minimum.
        total: the exact total, in a unit that all have in common.
        ties: the scores that order equal totals, the first of them first.

    Returns:
        A value that is greater for what ranks before.

    """
    return (passes, total, tuple(ties))

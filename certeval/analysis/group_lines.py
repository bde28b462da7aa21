"""Add up the criteria of each group of a rubric."""

from collections.abc import Sequence
from fractions import Fraction

from certeval.analysis.figures import shown
from certeval.analysis.rounding import places_of
from certeval.model.criterion import outer_groups
from certeval.model.rubric import Rubric
from certeval.model.weights import HUNDRED_PERCENT
from certeval.results.scorecard import GroupLine, Line

_WEIGHT_PLACES = 2


def group_lines(lines: Sequence[Line], rubric: Rubric) -> tuple[GroupLine, ...]:
    """Add up the criteria of each group.

    Args:
        lines: The criteria, with their weights in percent of the total.
        rubric: The rubric with the groups.

    Returns:
        A line per group, in the order of the rubric.

    """
    groups = {group.id: group for group in rubric.groups}
    around = {item.id: outer_groups(item, groups) for item in rubric.criteria}
    found = []
    for group in rubric.groups:
        inside = [line for line in lines if group.id in around[line.criterion]]
        weight = sum((line.weight_percent.value for line in inside), Fraction())
        points = sum((line.contribution.value for line in inside), Fraction())
        mean = points * Fraction(HUNDRED_PERCENT) / weight if weight else None
        places = rubric.rounding.contribution_places
        found.append(
            GroupLine(
                id=group.id,
                title=group.title,
                group=group.group,
                weight_percent=shown(weight, weight_places_of(weight), "%"),
                score=None if mean is None else shown(mean, places),
                contribution=shown(points, places),
            )
        )
    return tuple(found)


def weight_places_of(percent: Fraction) -> int:
    """Return the decimals to display a weight with.

    Args:
        percent: The weight, in percent.

    Returns:
        The decimals that it needs, or two if they do not end.

    """
    places = places_of(percent)
    return _WEIGHT_PLACES if places is None else places

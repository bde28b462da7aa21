"""Exact shares of all weightings, if all are equally likely.

With weights w uniform on the simplex and differences d, the share with sum w_k d_k > 0 is the
divided difference of x -> max(x, 0)^(n-1) over d_1 ... d_n (Hermite and Genocchi: a divided
difference is the mean of a derivative over the simplex). Repeated differences need derivatives
(confluent divided differences). See C. de Boor, "Divided Differences", Surveys in
Approximation Theory 1 (2005).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import comb


def share_above(differences: Sequence[Fraction]) -> Fraction:
    """Compute the share of weightings under which a weighted sum is above 0.

    Args:
        differences: what is weighted: one number per criterion.

    Returns:
        The share, 0 to 1.

    """
    return _divided(differences, len(differences) - 1)


def mean_weights_above(differences: Sequence[Fraction]) -> tuple[Fraction, ...] | None:
    """Compute the mean of the weightings under which a weighted sum is above 0.

    The derivative of the mean of max(sum w_k d_k, 0) by d_k is the mean of w_k over those
    weightings, and repeats d_k in the divided difference.

    Args:
        differences: what is weighted: one number per criterion.

    Returns:
        A weight per criterion, adding up to 1; None if there is no such weighting.

    """
    share, count = share_above(differences), len(differences)
    if share == 0:
        return None
    return tuple(_divided([*differences, own], count) / count / share for own in differences)


def _divided(nodes: Sequence[Fraction], power: int) -> Fraction:
    """Return the divided difference of x -> max(x, 0)^*power* over *nodes*."""
    points = sorted(nodes)
    column = [max(point, Fraction()) ** power if power else _step(point) for point in points]
    for order in range(1, len(points)):
        column = [
            (column[at + 1] - column[at]) / (points[at + order] - points[at])
            if points[at + order] != points[at]
            else _derivative(points[at], power, order)
            for at in range(len(points) - order)
        ]
    return column[0]


def _derivative(point: Fraction, power: int, order: int) -> Fraction:
    """Return the derivative of that *order*, divided by the factorial of the order."""
    left = power - order
    return comb(power, order) * (max(point, Fraction()) ** left if left else _step(point))


def _step(point: Fraction) -> Fraction:
    """Return 1 above 0, else 0."""
    return Fraction(point > 0)

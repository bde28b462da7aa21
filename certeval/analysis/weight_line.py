"""Compute the total as a function of one weight, with the other weights in proportion.

With t the share of one criterion, 0 to 1, the total is S(t) = t a + (1 - t) R: a straight line
from R, the total of the other criteria alone, to the criterion's own raw score a.
E. Triantaphyllou and A. Sanchez, "A Sensitivity Analysis Approach for Some Deterministic
Multi-Criteria Decision-Making Methods", Decision Sciences 28 (1997).
"""

from fractions import Fraction


def total_of_others(total: Fraction, share: Fraction, raw: Fraction) -> Fraction | None:
    """Compute R, the total of the other criteria alone.

    Args:
        total: The total of all criteria, in points of the scale.
        share: The weight of the criterion to leave out, 0 to 1.
        raw: Its raw score, in points of the scale.

    Returns:
        The total, or None if *share* is 1: weights that are all zero have no proportions.

    """
    if share == 1:
        return None
    return (total - share * raw) / (1 - share)


def total_at_share(share: Fraction, raw: Fraction, others: Fraction) -> Fraction:
    """Compute the total S(t) at a weight t of one criterion.

    Args:
        share: The weight t, 0 to 1.
        raw: The raw score of the criterion, in points of the scale.
        others: The total R of the other criteria alone.

    Returns:
        The total, in points of the scale.

    """
    return share * raw + (1 - share) * others


def break_even_share(
    raw: Fraction, others: Fraction, other_raw: Fraction, other_others: Fraction
) -> Fraction | None:
    """Compute the weight of one criterion at which two totals are equal.

    For a fixed total T, pass T as both *other_raw* and *other_others*.

    Args:
        raw: The raw score of the criterion, in points of the scale.
        others: The total of the other criteria alone.
        other_raw: The raw score of the other alternative.
        other_others: The total of its other criteria alone.

    Returns:
        The weight, where 1 is 100%; it may lie outside 0 to 1. None if the difference is the same
        at every weight.

    """
    at_one, at_zero = raw - other_raw, others - other_others
    if at_one == at_zero:
        return None
    return at_zero / (at_zero - at_one)

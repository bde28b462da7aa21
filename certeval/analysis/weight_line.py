"""The total as a function of one weight, the other weights kept in proportion to each other.

With t the share of one criterion, 0 to 1, the total is S(t) = t a + (1 - t) R: a straight line
from R, what all other criteria come to by themselves, to the criterion's own raw score a.
E. Triantaphyllou and A. Sanchez, "A Sensitivity Analysis Approach for Some Deterministic
Multi-Criteria Decision-Making Methods", Decision Sciences 28 (1997).
"""

from fractions import Fraction


def total_of_others(total: Fraction, share: Fraction, raw: Fraction) -> Fraction | None:
    """R, the total without a criterion of that *share* (0 to 1) and *raw* score, in points.

    None where its share is 1: the proportions of weights that are all zero are not known.
    """
    if share == 1:
        return None
    return (total - share * raw) / (1 - share)


def total_at_share(share: Fraction, raw: Fraction, others: Fraction) -> Fraction:
    """S(t): the total where the criterion with score *raw* has *share*, and *others* are at R."""
    return share * raw + (1 - share) * others


def break_even_share(
    raw: Fraction, others: Fraction, other_raw: Fraction, other_others: Fraction
) -> Fraction | None:
    """The share at which two totals are equal; a fixed total T has T for both of its ends.

    It may lie outside 0 to 1. None where they differ by the same whatever the share, or never.
    """
    at_one, at_zero = raw - other_raw, others - other_others
    if at_one == at_zero:
        return None
    return at_zero / (at_zero - at_one)

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.ranks import competition_ranks
from tests.analysis.comparison_cases import few

exact = st.fractions(-10, 10, max_denominator=6)


@pytest.mark.parametrize(
    ("totals", "places"),
    [
        ((), ()),
        ((5,), (1,)),
        ((5, 7, 7), (3, 1, 1)),
        ((7, 5, 7, 5, 9), (2, 4, 2, 4, 1)),
        ((3, 3, 3), (1, 1, 1)),
        ((Fraction(1, 3), Fraction("0.3333333333333333")), (1, 2)),
    ],
)
def test_competition_ranks(totals, places):
    assert competition_ranks(totals) == places


@few
@given(st.lists(exact, max_size=8))
def test_a_rank_is_one_more_than_the_number_of_those_ahead(totals):
    assert competition_ranks(totals) == tuple(
        1 + sum(other > total for other in totals) for total in totals
    )

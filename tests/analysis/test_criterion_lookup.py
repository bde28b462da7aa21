"""Criteria by id, or by the beginning of an id."""

import pytest

from certeval.analysis.criterion_lookup import find_criteria, find_criterion
from certeval.errors import UnknownCriterionError, UsageError

KNOWN = ["depth", "depth-of-pocket", "price"]


@pytest.mark.parametrize(
    ("name", "meant"), [("depth", "depth"), ("depth-", "depth-of-pocket"), ("p", "price")]
)
def test_an_id_or_its_beginning(name, meant):
    assert find_criterion("scores", name, KNOWN) == meant


def test_an_ambiguous_beginning():
    with pytest.raises(UsageError) as caught:
        find_criterion("scores", "dep", KNOWN)
    assert str(caught.value) == "scores: 'dep' may be depth or depth-of-pocket"
    assert caught.value.hint == "write more of it"


@pytest.mark.parametrize("name", ["", "prize", "ice"])
def test_an_unknown_beginning(name):
    with pytest.raises(UnknownCriterionError):
        find_criterion("scores", name, KNOWN)


def test_one_criterion_under_two_names():
    assert find_criteria("scores", {"pri": 7, "depth": 5}, KNOWN) == {"price": 7, "depth": 5}
    with pytest.raises(UsageError) as caught:
        find_criteria("scores", {"pri": 7, "price": 5}, KNOWN)
    assert str(caught.value) == "scores: 'price' is given twice"

"""Properties of the total under any rubric and any scores."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.score import score
from certeval.model.context import Case
from tests import builders

numbers = st.decimals(0, 100, allow_nan=False, places=3)


@st.composite
def cases(draw):
    """Draw a case with one to eight criteria, weights that add up to 100, and any scores."""
    count = draw(st.integers(1, 8))
    cuts = sorted(draw(st.lists(st.integers(0, 1000), min_size=count - 1, max_size=count - 1)))
    edges = [0, *cuts, 1000]
    percents = [Decimal(b - a) / 10 for a, b in pairwise(edges)]
    scores = draw(st.lists(numbers, min_size=count, max_size=count))
    names = [f"c{number}" for number in range(count)]
    terms = builders.rubric(dict(zip(names, percents, strict=True)))
    return Case(builders.certificate(dict(zip(names, scores, strict=True))), None, terms)


@given(cases())
def test_the_total_lies_between_the_lowest_and_the_highest_raw_score(case):
    card = score(case)
    raws = [line.raw.value for line in card.lines]
    assert min(raws) <= card.total.value <= max(raws)


@given(cases())
def test_contributions_add_up_exactly(case):
    card = score(case)
    assert sum(line.contribution.value for line in card.lines) == card.total.value
    assert sum(line.weight_percent.value for line in card.lines) == 100


@given(cases(), st.data())
def test_raising_a_score_never_lowers_the_total(case, data):
    name = data.draw(st.sampled_from([criterion.id for criterion in case.rubric.criteria]))
    before = next(item.raw for item in case.certificate.scores if item.criterion == name)
    after = data.draw(st.decimals(before, 100, allow_nan=False, places=3))
    assert score(case, overrides={name: after}).total.value >= score(case).total.value


@given(cases(), st.integers(1, 50))
def test_scaling_all_weights_changes_nothing(case, factor):
    scaled = {criterion.id: criterion.weight_percent * factor for criterion in case.rubric.criteria}
    assert score(case, weights=scaled, normalize=True).total.value == score(case).total.value


@given(cases())
def test_the_order_of_criteria_is_irrelevant(case):
    backwards = case.rubric.model_copy(update={"criteria": case.rubric.criteria[::-1]})
    assert score(replace(case, rubric=backwards)).total.value == score(case).total.value


@given(cases())
def test_overrides_equal_to_the_scores_change_nothing(case):
    same = {item.criterion: item.raw for item in case.certificate.scores}
    weights = {item.id: item.weight_percent for item in case.rubric.criteria}
    tried, plain = score(case, overrides=same, weights=weights), score(case)
    assert tried.total.value == plain.total.value
    assert tried.rating.display == plain.rating.display


@given(cases())
def test_the_rating_is_the_total_rounded_once(case):
    card = score(case)
    assert abs(card.rating.value - card.total.value) <= Fraction(1, 20)

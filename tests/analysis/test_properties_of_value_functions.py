"""What holds for value functions, groups and importances, whatever they are."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.rank.row_scorer import RowScorer
from certeval.analysis.score import score
from certeval.analysis.value import measurement_for, value_of
from certeval.analysis.weights import normalize_weights, resolve_weights
from certeval.model.context import Case
from certeval.model.rubric import Rubric
from certeval.model.scale import Scale
from certeval.model.value_function import ValueFunction
from tests import builders

SCALE = Scale(min=Decimal(0), max=Decimal(10))


@st.composite
def curves(draw):
    """A value function that never falls, or never rises, along its measurements."""
    at = sorted(draw(st.sets(st.integers(1, 100), min_size=2, max_size=5)))
    scores = sorted(draw(st.lists(st.integers(0, 10), min_size=len(at), max_size=len(at))))
    better = draw(st.sampled_from(["more", "less"]))
    if better == "less":
        scores.reverse()
    return ValueFunction(
        better=better,
        points={str(one): str(to) for one, to in zip(at, scores, strict=True)},
        axis=draw(st.sampled_from(["linear", "logarithmic"])),
        beyond=draw(st.sampled_from(["hold", "extend"])),
    )


@given(curves(), st.fractions(1, 120), st.fractions(1, 120))
def test_a_better_measurement_never_lowers_a_score(function, one, other):
    low, high = sorted((one, other))
    first, second = (value_of(function, at, SCALE).score for at in (low, high))
    assert first <= second if function.better == "more" else first >= second
    assert all(0 <= value <= 10 for value in (first, second))


@given(curves(), st.fractions(0, 10))
def test_what_has_to_be_measured_gives_the_score(function, wanted):
    found = measurement_for(function, wanted, SCALE)
    if found is None:
        return
    if function.axis == "linear":
        assert value_of(function, found, SCALE).score == wanted
    elif found > Fraction(1, 10):
        slack = Fraction(1, 100)  # measurements are rounded
        assert abs(value_of(function, found, SCALE).score - wanted) < slack


@given(st.sampled_from(["more", "less"]), st.fractions(0, 10))
def test_the_scale_itself_is_inverted_exactly(better, wanted):
    function = ValueFunction(better=better)
    found = measurement_for(function, wanted, SCALE)
    assert value_of(function, found, SCALE).score == wanted


@st.composite
def judged(draw):
    """The data of a rubric with groups, and measurements of two certificates."""
    groups = draw(st.lists(st.sampled_from(["", "g0", "g1"]), min_size=2, max_size=5))
    used = sorted({name for name in groups if name})
    weights = draw(st.lists(st.integers(1, 20), min_size=len(groups), max_size=len(groups)))
    of_groups = draw(st.lists(st.integers(1, 20), min_size=len(used), max_size=len(used)))
    criteria = [
        part(f"c{at}", weight, group)
        | {"question": "Q?", "value_function": {"points": {0: 10, 50: 0}}}
        for at, (weight, group) in enumerate(zip(weights, groups, strict=True))
    ]
    rows = draw(
        st.lists(
            st.lists(st.integers(0, 60), min_size=len(groups), max_size=len(groups)),
            min_size=2, max_size=2,
        )
    )  # fmt: skip
    return criteria, [part(*pair) for pair in zip(used, of_groups, strict=True)], rows


def part(name, weight, group=""):
    found = {"id": name, "title": name.upper(), "weight": str(weight), "source": "me"}
    return found | ({"group": group} if group else {})


def rubric(criteria, groups, **more):
    return Rubric.model_validate(
        {
            "kind": "rubric", "id": "rubric", "title": "Rubric", "sources": builders.SOURCES,
            "scale": {"min": "0", "max": "10"}, "criteria": criteria, "groups": groups, **more,
        }
    )  # fmt: skip


def total(terms, criteria, row):
    """The total of a certificate with these measurements, which is that of the row as well."""
    scores = [
        {"criterion": one["id"], "measured": str(at), "reason": "so", "source": "me"}
        for one, at in zip(criteria, row, strict=True)
    ]
    found = score(Case(builders.certificate({}, scores=scores), None, terms)).total.value
    weights = normalize_weights(resolve_weights(None, terms, {}), normalize=False)[0]
    scorer = RowScorer(terms, None, weights)
    by_id = {one["id"]: str(at) for one, at in zip(criteria, row, strict=True)}
    texts = [by_id[one.id] for one in terms.criteria]
    assert Fraction(scorer.score(texts).total, scorer.unit) == found
    return found


@given(judged(), st.integers(0), st.integers(2, 9))
def test_what_changes_no_total(case, seed, factor):
    criteria, groups, (row, _) = case
    expected = total(rubric(criteria, groups), criteria, row)
    chance = Random(seed)  # noqa: S311 - any order will do
    mixed = chance.sample(criteria, len(criteria))
    assert total(rubric(mixed, groups[::-1]), criteria, row) == expected
    scaled, scaled_groups = (
        [{**one, "weight": str(int(one["weight"]) * factor)} for one in parts]
        for parts in (criteria, groups)
    )
    assert total(rubric(scaled, scaled_groups), criteria, row) == expected
    alone = [
        one if "group" in one else {**one, "group": f"alone-{one['id']}", "weight": "3"}
        for one in criteria
    ]
    of_one = [part(f"alone-{one['id']}", one["weight"]) for one in criteria if "group" not in one]
    assert total(rubric(alone, [*groups, *of_one]), criteria, row) == expected


@given(judged(), st.integers(0, 4), st.integers(0, 60))
def test_a_better_measurement_never_lowers_a_total(case, at, better):
    criteria, groups, (row, _) = case
    at %= len(row)
    improved = [*row[:at], min(row[at], better), *row[at + 1 :]]  # less is better
    terms = rubric(criteria, groups)
    assert total(terms, criteria, improved) >= total(terms, criteria, row)


@given(judged())
def test_subtotals_add_up(case):
    criteria, groups, (row, _) = case
    terms = rubric(criteria, groups)
    scores = [
        {"criterion": one["id"], "measured": str(at), "reason": "so", "source": "me"}
        for one, at in zip(criteria, row, strict=True)
    ]
    card = score(Case(builders.certificate({}, scores=scores), None, terms))
    assert sum(line.weight_percent.value for line in card.lines) == 100
    outside = [line for line in card.lines if line.group is None]
    assert sum(one.contribution.value for one in (*outside, *card.groups)) == card.total.value
    for group in card.groups:
        assert group.score.value * group.weight_percent.value == group.contribution.value * 100


@pytest.mark.parametrize(
    ("beyond", "better", "wanted", "found"),
    [
        ("extend", "more", 10, 50), ("extend", "less", 9, 5), ("hold", "more", 10, None),
        ("extend", "more", 1, 5), ("extend", "less", 1, 45),
    ],
)  # fmt: skip
def test_measurements_beyond_the_points(beyond, better, wanted, found):
    ends = ("2", "8") if better == "more" else ("8", "2")
    function = ValueFunction(
        better=better, points=dict(zip(("10", "40"), ends, strict=True)), beyond=beyond
    )
    assert measurement_for(function, Fraction(wanted), SCALE) == found


def test_words_have_no_measurement():
    function = ValueFunction(words={"yes": "10"}, beyond="extend")
    assert measurement_for(function, Fraction(5), SCALE) is None

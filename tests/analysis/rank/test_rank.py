"""Ranks, ties, and the ranks of the same certificates for two audiences."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from certeval.analysis.decision_matrix import score_all
from certeval.analysis.rank.rank import rank
from certeval.model.context import Case
from certeval.render.layout.standings import rank_text
from tests import builders

CASES = Path(__file__).parents[2] / "cases"
SUMS = yaml.load((CASES / "weighted_sum.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - ours
RANKS = [{"A1": "3", "A2": "1=", "A3": "1="}, {"X": "1=", "Y": "1="}, {"X": "1"}]
NAMES = ("c0", "c1", "c2")
WEIGHTS = ["50", "30", "20"]
scores = st.lists(st.integers(0, 4), min_size=3, max_size=3)
fields = st.lists(scores, min_size=1, max_size=8)


def cases_of(rows, weights=WEIGHTS, reader=None, low=0, high=100, **more):
    """Return a case per row, with the ids c00, c01, ... unless *rows* names them."""
    names = [f"c{number}" for number in range(len(weights))]
    terms = builders.rubric(dict(zip(names, weights, strict=True)), low, high, **more)
    named = (
        rows.items() if isinstance(rows, dict) else ((f"c{n:02}", r) for n, r in enumerate(rows))
    )
    return [
        Case(
            builders.certificate(given_scores(names, row), id=name.lower(), title=name),
            reader,
            terms,
        )
        for name, row in named
    ]


def given_scores(names, row):
    return {name: raw for name, raw in zip(names, row, strict=True) if raw is not None}


def ranking_of(cases, **more):
    against = more.pop("against", ())
    return rank(score_all(cases), cases[0].rubric, against=score_all(against), **more)


@pytest.mark.parametrize(("case", "expected"), [*zip(SUMS, RANKS, strict=True)])
def test_published_tables(case, expected):
    weights = [builders.percent(weight) for weight in case["weights"]]
    rows = {name: row["scores"] for name, row in case["rows"].items()}
    low, high = case["scale"]
    found = ranking_of(cases_of(rows, weights, low=low, high=high)).entries
    assert {one.title: rank_text(one.rank, tied=one.tied) for one in found} == expected
    for one in found:
        assert one.total.value == Fraction(Decimal(case["rows"][one.title]["total"]))


def test_ties_have_their_exact_totals():
    found = ranking_of(cases_of([[10, 0, 0], [0, 10, 10], [2, 2, 2], [2, 2, 2], [2, 2, 2]]))
    assert [(one.id, one.rank, one.tied) for one in found.entries] == [
        ("c00", 1, True), ("c01", 1, True), ("c02", 3, True), ("c03", 3, True), ("c04", 3, True),
    ]  # fmt: skip
    assert found.tie_count == 2
    first, second = found.ties
    assert (first.rank, first.total.display, first.count, first.ids) == (1, "5", 2, ("c00", "c01"))
    assert (second.rank, second.total.value, second.count) == (3, 2, 3)
    assert [one.behind.display for one in found.entries] == ["0", "0", "3", "3", "3"]


def test_at_most_ten_ties_are_listed_with_ten_ids_each():
    few = ranking_of(cases_of([[4, 4, 4]] * 12))
    assert (few.ties[0].count, len(few.ties[0].ids)) == (12, 10)
    many = ranking_of(cases_of([[number, 0, 0] for number in range(12) for _ in (1, 2)]))
    assert (many.tie_count, len(many.ties)) == (12, 10)


def test_equal_ratings_are_not_ties():
    """7.05 and 7.1 are both printed as 7.1."""
    cases = cases_of([["7.05"], ["7.1"]], ["100"])
    found = ranking_of(cases).entries
    assert [(one.total.display, one.rating.display, one.rank) for one in found] == [
        ("7.1", "7.1", 1),
        ("7.05", "7.1", 2),
    ]
    assert found[1].behind.value == Fraction("0.05")


def test_a_tie_beyond_the_top_is_counted():
    cases = cases_of([[4, 4, 4], [3, 3, 3], [3, 3, 3], [3, 3, 3], [1, 1, 1]])
    found = ranking_of(cases, top=2)
    assert [rank_text(one.rank, tied=one.tied) for one in found.entries] == ["1", "2="]
    assert (found.ranked, found.more_at_last_rank) == (5, 2)
    assert (found.ties[0].count, found.ties[0].ids) == (3, ("c01",))


def test_a_single_certificate():
    found = ranking_of(cases_of([[4, 4, 4]]))
    assert [rank_text(one.rank, tied=one.tied) for one in found.entries] == ["1"]
    assert (found.ties, found.similarity, found.against) == ((), None, None)


def test_the_band_follows_from_the_printed_rating():
    bands = [{"from": "7.1", "label": "good", "meaning": "Good."},
             {"from": "0", "label": "poor", "meaning": "Poor."}]  # fmt: skip
    found = ranking_of(cases_of([["7.05"], ["7.04"]], ["100"], bands=bands)).entries
    assert [(one.rating.display, one.band) for one in found] == [("7.1", "good"), ("7.0", "poor")]


def test_ranks_for_another_audience():
    """Five certificates in the order 1 2 3 4 5 and 1 3 2 4 5: Salabun and Urbaniak, 2020."""
    rows = [[50], [40], [30], [20], [10]]
    cases = cases_of(rows, ["100"])
    swapped = cases_of([[50], [30], [40], [20], [10]], ["100"], builders.audience())
    found = ranking_of(cases, against=swapped)
    assert [one.against.rank for one in found.entries] == [1, 3, 2, 4, 5]
    assert found.entries[1].against.total.value == 30
    assert found.against.id == "reader"
    measured = found.similarity
    assert (measured.spearman.value, measured.ws.value) == (Fraction(9, 10), Fraction(41, 48))
    assert (measured.spearman.display, measured.ws.display) == ("0.900", "0.854")
    shown = ranking_of(cases, against=swapped, top=2)
    assert shown.similarity == measured, "over all, not over those that are shown"
    assert [one.against.rank for one in shown.entries] == [1, 3]


def test_a_single_certificate_has_no_similarity():
    cases = cases_of([[5]], ["100"])
    found = ranking_of(cases, against=cases_of([[5]], ["100"], builders.audience()))
    assert found.similarity.spearman is found.similarity.ws is None


def test_a_warning_names_the_certificates_it_is_about():
    cases = cases_of([[1, 2, 3], [1, 2, None]], missing_score="lowest")
    cases = [replace(case, warnings=("of all",)) for case in cases]
    assert ranking_of(cases).warnings == (
        "of all",
        "c01: no score for C2: counted as the scale's minimum",
    )


def test_certificates_that_are_left_out():
    found = ranking_of(cases_of([[1, 2, 3]]), left_out=[("x", "it has no scores")])
    assert [(one.id, one.reason) for one in found.left_out] == [("x", "it has no scores")]


def ranks_by_id(rows):
    return {one.id: one.rank for one in ranking_of(cases_of(rows)).entries}


@given(fields)
def test_dominated_certificates_never_rank_higher(rows):
    found = ranks_by_id(rows)
    for one, first in enumerate(rows):
        for two, second in enumerate(rows):
            if all(x >= y for x, y in zip(first, second, strict=True)):
                assert found[f"c{one:02}"] <= found[f"c{two:02}"]


@given(fields, st.data())
def test_a_higher_score_never_worsens_a_rank(rows, data):
    who = data.draw(st.integers(0, len(rows) - 1))
    what = data.draw(st.integers(0, 2))
    higher = [list(row) for row in rows]
    higher[who][what] += data.draw(st.integers(1, 3))
    assert ranks_by_id(higher)[f"c{who:02}"] <= ranks_by_id(rows)[f"c{who:02}"]


@given(fields, st.integers())
def test_the_order_of_arguments_is_irrelevant(rows, seed):
    cases = cases_of(rows)
    shuffled = Random(seed).sample(cases, len(cases))  # noqa: S311 - any order will do
    assert ranking_of(cases).entries == ranking_of(shuffled).entries


@given(fields, st.integers(1, 9))
def test_the_top_is_the_beginning_of_the_whole(rows, top):
    cases = cases_of(rows)
    whole, cut = ranking_of(cases), ranking_of(cases, top=top)
    assert cut.entries == whole.entries[:top]
    last = cut.entries[-1].rank
    assert cut.more_at_last_rank == sum(one.rank == last for one in whole.entries[top:])


@given(fields)
def test_ranks_are_competition_ranks(rows):
    found = ranking_of(cases_of(rows)).entries
    for one in found:
        assert one.rank == 1 + sum(other.total.value > one.total.value for other in found)
        assert one.tied == (sum(other.total.value == one.total.value for other in found) > 1)
        assert one.behind.value == found[0].total.value - one.total.value
    for one, two in pairwise(found):
        assert (one.total.value, two.id) > (two.total.value, one.id)

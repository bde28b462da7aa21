"""Exact figures and how they are displayed; citations and their age."""

from dataclasses import replace
from fractions import Fraction

import pytest

from certeval.analysis.citation import cite, each_once
from certeval.analysis.figures import share, span
from certeval.analysis.money import dollars, money
from certeval.analysis.rounding import grouped, half_up
from certeval.analysis.score import score
from certeval.model.context import Case
from certeval.model.scalars import PartialDate
from certeval.results.citation import Citation
from tests import builders

TWO_YEARS = builders.rubric({"a": 100}, facts_fresh_for_months="24")


@pytest.mark.parametrize(
    ("low", "high", "places", "shown"),
    [
        (120, 150, 0, "120-150"),
        (12, 12, 0, "12"),
        (Fraction(120, 7), Fraction(150, 7), 1, "17.1-21.4"),
        (Fraction(241, 20), Fraction(242, 20), 1, "12.1"),  # equal once they are rounded
        (1234, 12345, 0, "1,234-12,345"),
    ],
)
def test_a_span(low, high, places, shown):
    found = span(low, high, places)
    assert (found.low, found.high, found.display) == (low, high, shown)


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (236, 295, "$236-$295"),
        (177, 177, "$177"),
        (0, 0, "$0"),
        (Fraction("49.99"), Fraction("99.98"), "$49.99-$99.98"),
        (1000, 12_000, "$1,000-$12,000"),
    ],
)
def test_a_span_of_dollars(low, high, shown):
    found = dollars(low, high)
    assert (found.low, found.high, found.display) == (low, high, shown)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Fraction(236), "$236"),
        (Fraction("49.5"), "$49.50"),
        (Fraction("0.005"), "$0.01"),
        (Fraction("0.004"), "$0.00"),
        (Fraction("-0.004"), "$0.00"),
        (Fraction(-1234), "-$1,234"),
        (Fraction("-1234.567"), "-$1,234.57"),
    ],
)
def test_money(amount, shown):
    assert money(amount) == shown


def test_a_share_in_percent():
    found = share(6, 9)
    assert (found.share, found.display) == (Fraction(2, 3), "6 of 9 (67%)")
    assert share(1, 8).display == "1 of 8 (13%)"  # 12.5
    nothing = share(0, 0)
    assert (nothing.count, nothing.of, nothing.share, nothing.display) == (0, 0, None, "none")


def test_thousands_are_grouped():
    assert grouped(half_up(Fraction(12_345_678, 10), 1)) == "1,234,567.8"


@pytest.mark.parametrize(
    ("date", "old"),
    [("2024-11-22", False), ("2024-11-21", True), ("2024-11", False), ("2024-10", True)],
)
def test_a_fact_is_old_after_a_number_of_months(date, old):
    sources = [{"id": "me", "title": "Notes", "publisher": "Me", "date": date}]
    judged = builders.certificate(
        {}, sources=sources, program=builders.facts_of_a_program(month=59)
    )
    context = builders.context(judged, rubric=TWO_YEARS)
    cited = cite(context, judged, judged.program.prices[0])
    assert cited == Citation("Notes", "Me", date, None, old)
    assert context.freshness.words == "more than 24 months before 2026-11-22"


def test_a_fact_with_its_own_date():
    judged = builders.program("one", level=None, retired={"as_of": "2020-01-02", "source": "me"})
    cited = cite(builders.context(judged, rubric=TWO_YEARS), judged, judged.program.retired)
    assert (cited.date, cited.old) == ("2020-01-02", True)


def test_nothing_is_old_without_a_limit():
    judged = builders.program("one", retired={"as_of": "1990", "source": "me"})
    context = builders.context(judged)
    assert not cite(context, judged, judged.program.retired).old
    assert context.freshness.words is None


def test_citations_keep_the_order_of_their_first():
    one, other = Citation("A", "x", "2026"), Citation("B", "x", "2026")
    assert each_once([one, other, one]) == (one, other)
    assert each_once([one, Citation("A", "x", "2026", old=True)])[0] is one


def test_a_scorecard_warns_of_old_sources():
    case = Case(builders.certificate({"a": 6}), None, TWO_YEARS)
    card = score(replace(case, today=PartialDate(2029, 1, 1)))
    assert card.warnings == ("Me, Notes, 2026: more than 24 months before 2029-01-01",)
    assert card.sources[0].old
    assert score(replace(case, today=PartialDate(2028, 12, 31))).warnings == ()
    assert score(case).warnings == ()

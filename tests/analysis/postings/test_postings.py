"""What is made of the counts: rates with intervals, and a definition to keep."""

from fractions import Fraction
from pathlib import Path

import pytest

from certeval import postings
from certeval.analysis.count_interval import proportion_interval
from certeval.analysis.postings.market import market_id, market_of
from certeval.library.yaml_writer import to_yaml
from tests.conftest import TESTS

GUILD = TESTS / "cases" / "library"
FILE = TESTS / "cases" / "postings.csv"


def counted(**more):
    return postings(FILE, role="fabricator", library=GUILD, date="2026-11", **more)


def test_rates_have_exact_intervals():
    found = counted()
    assert (found.read, found.distinct, found.repeats, found.problem_count) == (5, 4, 1, 1)
    low, high = proportion_interval(2, 4, Fraction(95))
    (tig,) = [one for one in found.skills if one.id == "tig-welding"]
    assert (tig.count, tig.share_percent.value) == (2, 50)
    assert (tig.interval_percent.low, tig.interval_percent.high) == (low * 100, high * 100)
    (welding,) = [one for one in found.certificates if one.id == "welding"]
    assert (welding.count, welding.per_10000.value, str(welding.per_10000)) == (1, 2500, "2,500.0")
    assert welding.interval_per_10000.low < 2500 < welding.interval_per_10000.high


def test_what_is_never_named_has_a_bound():
    (soldering,) = [one for one in counted().certificates if one.id == "soldering"]
    assert (soldering.count, soldering.interval_per_10000.low) == (0, 0)
    assert soldering.interval_per_10000.high > 5000


def test_the_importance_is_that_of_the_role():
    found = {one.id: one.importance for one in counted().skills}
    assert (found["measuring"], found["metallurgy"], found["forging"]) == ("core", "useful", None)


def test_the_most_named_come_first():
    found = counted()
    for lines in (found.certificates, found.skills):
        assert [one.count for one in lines] == sorted((one.count for one in lines), reverse=True)


@pytest.mark.parametrize("name", ["tig-welding", "TIG welding", "Tig Welding"])
def test_what_to_show_is_named_by_id_or_title(name):
    shown = counted(show=name).shown
    assert (shown.id, shown.count, len(shown.examples)) == ("tig-welding", 2, 2)
    assert shown.examples[0].line == 2


def test_a_certificate_can_be_shown():
    shown = counted(show="welding").shown
    assert (shown.title, shown.count) == ("Certificate of Welding", 1)
    shown = counted(show="soldering").shown
    assert (shown.title, shown.count, shown.examples) == ("Certificate of Soldering", 0, ())


@pytest.mark.parametrize(
    ("role", "region", "date", "name"),
    [
        ("welder", None, "2026", "welder-2026"),
        ("welder", "New York, NY", "2026-11", "welder-new-york-ny-2026-11"),
        ("welder", "Zürich", "2026-11-30", "welder-zurich-2026-11-30"),
        ("welder", "東京", "2026", "welder-2026"),
        ("welder", "x" * 99, "2026", "welder-2026"),
    ],
)
def test_a_market_has_an_id(role, region, date, name):
    assert market_id(role, region, date) == name


def test_a_market_has_the_counts_and_no_text():
    found = counted(region="Harbor")
    market = market_of(found)
    assert (market.id, market.role, market.region) == (
        "fabricator-harbor-2026-11", "fabricator", "Harbor",
    )  # fmt: skip
    assert (market.of, market.date.year, market.date.day) == (4, 2026, None)
    assert {one.certificate: one.count for one in market.mentions} == {
        one.id: one.count for one in found.certificates
    }
    assert {one.skill: one.postings for one in market.demand}["tig-welding"] == 2
    assert "wanted" not in to_yaml(market)


def test_a_market_needs_no_region():
    assert market_of(counted()).title == "Metal fabricator, 2026-11"


def test_a_single_path_or_several(tmp_path):
    one = tmp_path / "one.txt"
    one.write_text("Forging", encoding="utf-8")
    found = postings([FILE, str(one)], role="fabricator", library=GUILD)
    assert (found.files, found.distinct) == (2, 5)
    assert postings(Path(one), role="fabricator", library=GUILD).distinct == 1

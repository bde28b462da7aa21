"""Counts of the user's own: which there are for a role."""

from pathlib import Path

from certeval.library.library import Library
from certeval.library.markets import markets_for, with_demand, with_mentions
from tests.conftest import TESTS

MARKET = (TESTS / "cases" / "market.yaml").read_text(encoding="utf-8")


def of(name, date="2026-11", role="ml-engineer", of=1200):
    text = MARKET.replace("ml-engineer-berlin-2026-11", name)
    return text.replace("date: 2026-11\nof: 1200", f"date: {date}\nof: {of}").replace(
        "role: ml-engineer", f"role: {role}"
    )


def test_the_latest_comes_first_and_those_with_errors_are_left_out(library):
    folder = library(
        markets={
            "a": of("a", "2026-10"),
            "b": of("b", "2026"),
            "c": of("c", role="data-analyst"),
            "d": of("d", of=1),
        }
    )
    found = markets_for(Library(folder), "ml-engineer")
    assert [market.id for market in found] == ["b", "a"]


def test_there_may_be_none():
    assert markets_for(Library(()), "ml-engineer") == []


def test_own_counts_stand_beside_those_of_the_files(library):
    found = Library(library(markets={"a": of("a"), "c": of("c", role="data-analyst")}))
    markets = [found.read("market", name).valid for name in ("a", "c")]
    before = found.certificates["ibm-ml"]
    after = with_mentions(before, markets)
    assert after.mentions[: len(before.mentions)] == before.mentions
    own = after.mentions[len(before.mentions) :]
    assert [(one.role, one.count, one.of, one.region) for one in own] == [
        ("ml-engineer", 0, 1200, "Berlin"), ("data-analyst", 0, 1200, "Berlin"),
    ]  # fmt: skip
    assert str(after.date_of(own[0])) == "2026-11"
    assert list(after.problems()) == []
    role = found.roles["ml-engineer"]
    wanted = with_demand(role, markets)
    own = wanted.demand[len(role.demand) :]
    assert [(one.skill, one.postings, one.source) for one in own] == [
        ("python", 950, "a"), ("pytorch", 480, "a"),
    ]  # fmt: skip
    assert list(wanted.problems()) == []
    assert with_mentions(found.certificates["pmp"], markets).mentions == (
        found.certificates["pmp"].mentions
    )


def test_a_market_is_a_definition_as_any_other(library, certeval):
    folder = library(markets={"ml-engineer-berlin-2026-11": MARKET})
    assert Path(folder, "markets").is_dir()
    options = ("--library", folder)
    assert certeval("check", folder).out == "1 file checked, no problems\n"
    assert "ml-engineer-berlin-2026-11" in certeval("list", "markets", *options).out
    assert "Berlin" in certeval("show", "ml-engineer-berlin-2026-11", *options).out

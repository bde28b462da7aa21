"""Counts of the user's own: which there are for a role."""

from pathlib import Path

from certeval.facade.evidence import evidence, evidence_cards
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


def test_the_users_counts_come_before_those_of_the_files(library):
    found = Library(library(markets={"a": of("a"), "c": of("c", role="data-analyst")}))
    markets = [found.read("market", name).valid for name in ("a", "c")]
    before = found.certificates["ibm-ml"]
    after = with_mentions(before, markets)
    own = after.mentions[:2]
    assert after.mentions[2:] == before.mentions
    assert [(one.role, one.count, one.of, one.region) for one in own] == [
        ("ml-engineer", 0, 1200, "Berlin"), ("data-analyst", 0, 1200, "Berlin"),
    ]  # fmt: skip
    assert str(after.date_of(own[0])) == "2026-11"
    assert list(after.problems()) == []
    role = found.roles["ml-engineer"]
    wanted = with_demand(role, markets)
    own = wanted.demand[:2]
    assert wanted.demand[2:] == role.demand
    assert [(one.skill, one.postings, one.source) for one in own] == [
        ("python", 950, "a"), ("pytorch", 480, "a"),
    ]  # fmt: skip
    assert list(wanted.problems()) == []
    other = found.certificates["pmp"]
    assert with_mentions(other, markets) is other
    assert with_demand(role, markets[1:]) is role


def test_evidence_uses_the_users_counts_first_with_their_own_source(library):
    folder = library(markets={"a": of("a")})
    for report in (evidence("ibm-ml", role="ml-engineer", library=folder),
                   evidence("ibm-ml", role="data-analyst", library=folder)):  # fmt: skip
        (mentions,) = (
            one
            for line in report.lines
            for one in line.measures
            if one.measure == "mentions-per-10000"
        )
        is_own = report.role.id == "ml-engineer"
        assert (mentions.detail == "0 of 1,200") is is_own
        assert (mentions.facts[0].citation.publisher == "The reader") is is_own
    (card,) = evidence_cards("ibm-ml", role="ml-engineer", library=folder).cards
    assert any(source.publisher == "The reader" for source in card.sources)


def test_a_market_is_a_definition_as_any_other(library, certeval):
    folder = library(markets={"ml-engineer-berlin-2026-11": MARKET})
    assert Path(folder, "markets").is_dir()
    options = ("--library", folder)
    assert certeval("check", folder).out == "1 file checked, no problems\n"
    assert "ml-engineer-berlin-2026-11" in certeval("list", "markets", *options).out
    assert "Berlin" in certeval("show", "ml-engineer-berlin-2026-11", *options).out

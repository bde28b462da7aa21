"""Counts of the user's own: which there are for a role."""

from pathlib import Path

from certeval.library.library import Library
from certeval.library.markets import markets_for
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


def test_a_market_is_a_definition_as_any_other(library, certeval):
    folder = library(markets={"ml-engineer-berlin-2026-11": MARKET})
    assert Path(folder, "markets").is_dir()
    options = ("--library", folder)
    assert certeval("check", folder).out == "1 file checked, no problems\n"
    assert "ml-engineer-berlin-2026-11" in certeval("list", "markets", *options).out
    assert "Berlin" in certeval("show", "ml-engineer-berlin-2026-11", *options).out

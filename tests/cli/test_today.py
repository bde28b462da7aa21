"""The day by which facts are old: where it comes from, and that every format flags them."""

import csv
import io
import json
import re

import pytest

from certeval.render.formats import Display, Format
from certeval.render.render import render
from tests.render.runs import RUNS
from tests.render.shown import results_of_runs

LATE = "2029-01-01"  # more than 24 months after the end of 2026
EARLY = "2024-06-30"
NAMES = (
    "review", "verdict", "cost", "fit", "curriculum", "gaps", "stack", "overlap", "interview",
    "what-if", "show-certificate", "score",
)  # fmt: skip
FORMS = ("table", "markdown", "csv", "json")
RUBRIC = """
kind: rubric
id: judge
title: Judge
sources: [{{id: new, title: New, publisher: Me, date: 2026}}]
scale: {{min: 1, max: 10}}
criteria: [{{id: all, title: All, weight_percent: 100, question: Is it?, source: new}}]
{months}
"""
CERTIFICATE = """
kind: certificate
id: judged
title: Judged
provider: Somebody
rubric: judge
sources: [{id: notes, title: Notes, publisher: Me, date: 2020-06}]
scores: [{criterion: all, raw: 5, reason: So it is., source: notes}]
"""


def is_flagged(form, out):
    """Whether *out* says of anything that it is old."""
    if form == "json":
        return any(flag in (True, "old") for flag in flags(json.loads(out)))
    if form == "csv":
        header, *records = csv.reader(io.StringIO(out))
        cells = [pair for record in records for pair in zip(header, record, strict=True)]
        return any(
            text == "true"
            if name.endswith("old") and text in ("true", "false")
            # the limit itself is always there: "more than 24 months before 2026-01-31"
            else "months before" in text and not text.startswith("more than")
            for name, text in cells
        )
    return bool(re.search(r"more than \d+ months before \d{4}-\d\d-\d\d\.", out))


def flags(value):
    if isinstance(value, dict):
        yield value.get("old")
        if value.get("kind") == "definition":
            yield bool(value["old"])
        for part in value.values():
            yield from flags(part)
    elif isinstance(value, list):
        for part in value:
            yield from flags(part)


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize("name", NAMES)
def test_what_is_old_is_flagged_and_nothing_else(name, certeval):
    for day, old in ((LATE, True), (EARLY, False)):
        with results_of_runs() as shown:
            assert certeval(*RUNS[name], "--today", day).code == 0
        ((result, choices),) = shown
        for form in FORMS:
            assert is_flagged(form, render(result, Format(form), Display(), **choices)) == old


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize("name", ["curriculum", "review", "cost"])
def test_the_source_that_is_old_says_so(name, certeval):
    out = certeval(*RUNS[name]).out
    assert "\n- Smith & Daughters, Almanac of Trades, 2023-03 (old)\n" in out
    assert "\n- Harbor School, Prospectus, 2026\n" in out
    assert out.endswith("\nOld: more than 24 months before 2026-11-22.\n")
    fresh = certeval(*RUNS[name], "--today", EARLY).out
    assert "\n- Smith & Daughters, Almanac of Trades, 2023-03\n" in fresh
    assert not re.search(r"\bold\b", fresh, re.IGNORECASE)


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize("command", ["cost", "verdict", "stack", "review"])
def test_an_old_price_is_marked_wherever_it_counts(command, certeval):
    out = certeval(command, "inspector").out
    assert "$310" in out
    assert "\n- Former candidates, Notes on the exam, 2022 (old)\n" in out


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize("name", ["fit-skip", "gaps", "stack"])
def test_facts_about_other_certificates_have_sources_too(name, certeval):
    out = certeval(*RUNS[name]).out
    assert "Inspector's Card" in out
    assert "\n- Former candidates, Notes on the exam, 2022 (old)\n" in out


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize(
    ("day", "old"), [("2025-03-31", False), ("2025-04-01", True), ("2024-01-01", False)]
)
def test_a_fact_of_march_is_fresh_through_march(day, old, certeval):
    found = json.loads(certeval("curriculum", "welding", "--today", day, "-f", "json").out)
    assert {item["old"] for item in found["sources"] if item["date"] == "2023-03"} == {old}
    assert found["today"] == day
    assert found["old"] == f"more than 24 months before {day}"


@pytest.fixture
def judged(library):
    """A library with a certificate, and a rubric by which facts age in 12 months, or never."""

    def make(months):
        rubric = RUBRIC.format(months=months and f"facts_fresh_for_months: {months}")
        root = library(methodology={"judge": rubric}, certificates={"judged": CERTIFICATE})
        return ["--library", root]

    return make


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", ["score", "show", "review"])
def test_the_rubric_says_how_long_facts_are_fresh(command, form, judged, certeval):
    here = judged("12")
    for day, old in (("2021-06-30", False), ("2021-07-01", True)):
        ran = certeval(command, "judged", *here, "--today", day, "-f", form)
        assert (ran.code, ran.err) == (0, "")
        assert is_flagged(form, ran.out) == old


def test_a_score_warns_of_what_it_rests_on(judged, certeval):
    here = judged("12")
    out = certeval("score", "judged", *here, "--today", "2021-07-01").out
    assert "\nWarning: Me, Notes, 2020-06: more than 12 months before 2021-07-01.\n" in out
    card = json.loads(certeval("score", "judged", *here, "-f", "json").out)
    assert [item["old"] for item in card["sources"]] == [True, False]
    assert card["warnings"] == ["Me, Notes, 2020-06: more than 12 months before 2026-11-22"]


@pytest.mark.parametrize("command", ["score", "show", "review", "verdict"])
def test_without_a_limit_nothing_is_ever_old(command, judged, certeval):
    out = certeval(command, "judged", *judged(""), "--today", "2099-12-31").out
    assert not re.search(r"\bold\b|months before", out, re.IGNORECASE)


@pytest.mark.usefixtures("guild")
def test_the_variable_says_which_day_it_is(certeval, monkeypatch):
    def day():
        return json.loads(certeval("curriculum", "welding", "-f", "json").out)["today"]

    assert day() == "2026-11-22"
    monkeypatch.setenv("CERTEVAL_TODAY", "2030-02-03")
    assert day() == "2030-02-03"
    for name in ("review", "score", "what-if"):
        late = certeval(*RUNS[name], "-f", "json").out
        assert late == certeval(*RUNS[name], "-f", "json", "--today", "2030-02-03").out


def test_the_option_wins_over_the_variable(certeval, monkeypatch):
    monkeypatch.setenv("CERTEVAL_TODAY", "nonsense")
    ran = certeval("curriculum", "ibm-ml", "-f", "json", "--today", "2026-01-31")
    assert json.loads(ran.out)["today"] == "2026-01-31"
    ran = certeval("curriculum", "ibm-ml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: --today: expected a date, found 'nonsense'\n  help: write 2026-01-31\n"
    )


def test_without_either_it_is_today(certeval, monkeypatch):
    from datetime import date

    monkeypatch.delenv("CERTEVAL_TODAY")
    before = date.today().isoformat()  # noqa: DTZ011 - the reader's own day is meant
    found = json.loads(certeval("curriculum", "ibm-ml", "-f", "json").out)["today"]
    assert before <= found <= date.today().isoformat()  # noqa: DTZ011


@pytest.mark.parametrize("command", ["list", "check", "schema"])
def test_what_does_not_age_asks_for_no_day(command, certeval):
    ran = certeval(command, "--today", "2026-01-31")
    assert ran.code == 2
    assert ran.err.startswith("error: no such option: --today")

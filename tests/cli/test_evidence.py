"""``--by opinion|evidence``: what is judged, what comes out, and what is refused."""

import json

import pytest

from tests.conftest import TESTS

GUILD = ("--library", str(TESTS / "cases" / "library"), "--today", "2026-11-22")
SCORED, UNSCORED = "welding", "inspector"


@pytest.fixture
def ask(certeval):
    def answer(*arguments):
        ran = certeval(*arguments, *GUILD, "-f", "json")
        return json.loads(ran.out)

    return answer


@pytest.mark.parametrize(
    "command",
    [
        ("score",), ("compare", "soldering"), ("rank", "soldering"), ("sensitivity",),
        ("robustness", "--draws", "10"), ("target", "--score", "5"),
        ("what-if", "--weight", "demand=40", "--normalize"),
    ],
)  # fmt: skip
class TestBy:
    def by(self, ask, command, name, *more):
        first, *others = command
        options = [one for one in others if one != "soldering"]
        second = [one for one in others if one == "soldering"]
        found = ask(first, name, *second, *options, *more)
        return found.get("by", "opinion")

    def test_opinion_comes_first_if_all_have_one(self, command, ask):
        assert self.by(ask, command, SCORED) == "opinion"

    def test_without_one_all_are_judged_by_evidence(self, command, ask):
        assert self.by(ask, command, UNSCORED) == "evidence"

    def test_evidence_on_demand(self, command, ask):
        assert self.by(ask, command, SCORED, "--by", "evidence") == "evidence"

    def test_the_first_line_says_so(self, command, certeval):
        first, *others = command
        out = certeval(first, UNSCORED, *others, *GUILD).out
        assert "evidence" in "".join(out.splitlines()[:3])


@pytest.mark.parametrize(
    "command",
    [("score", UNSCORED), ("compare", SCORED, UNSCORED), ("rank", SCORED, UNSCORED),
     ("sensitivity", UNSCORED), ("robustness", UNSCORED), ("target", UNSCORED, "--score", "5"),
     ("what-if", UNSCORED, "--weight", "demand=30")],
)  # fmt: skip
def test_without_scores_there_is_no_opinion(command, certeval):
    ran = certeval(*command, "--by", "opinion", *GUILD)
    assert ran.code == 2
    assert "no scores yet" in ran.err


@pytest.mark.parametrize(
    "command",
    [("score", SCORED, "--set", "depth=7"), ("target", SCORED, "--score", "5", "--set", "depth=7"),
     ("what-if", SCORED, "--set", "depth=7"), ("rank", SCORED, "--against", "master")],
)  # fmt: skip
def test_what_works_with_a_reviewers_scores_only(command, certeval):
    ran = certeval(*command, "--by", "evidence", *GUILD)
    assert ran.code == 2
    assert "works with reviewers' scores only" in ran.err


def test_a_table_is_not_judged_by_evidence(certeval):
    table = str(TESTS / "cases" / "candidates.csv")
    ran = certeval("rank", "--from", table, "--by", "evidence", *GUILD)
    assert "--by and --role are for certificates" in ran.err


def test_all_that_can_be_taken_are_ranked(ask):
    found = ask("rank", "--all", "--rubric", "craft")
    assert found["kind"] == "interval-ranking"
    assert len(found["entries"]) == 5
    reasons = {one["id"]: one["reason"] for one in found["left_out"]}
    assert reasons["forging"] == "it was retired on 2026-03-31 and can no longer be taken"
    assert reasons["ibm-ml"] == "it names the rubric career-certificate"


def test_price_and_pace_change_what_evidence_says(ask):
    found = ask("what-if", SCORED, "--by", "evidence", "--price", "200", "--hours-per-week", "5")
    lines = {line["criterion"]: line for line in found["score"]["lines"]}
    assert lines["price"]["changed"]
    assert not lines["depth"]["changed"]
    assert found["score"]["total"]["difference"] < 0


@pytest.mark.parametrize(
    ("least", "condition", "code"),
    [("6.8", "holds", 0), ("7", "cannot_be_determined", 1), ("7.2", "fails", 1)],
)
def test_a_lowest_rating_of_an_interval(least, condition, code, certeval):
    ran = certeval("score", SCORED, "--by", "evidence", "--min-score", least, *GUILD, "-f", "json")
    assert json.loads(ran.out)["condition"] == condition
    assert ran.code == code
    assert ("cannot be determined" in ran.err) is (condition == "cannot_be_determined")


def test_the_working_names_each_source(certeval):
    out = certeval("evidence", SCORED, *GUILD, "-f", "markdown").out
    for text in ("12 of 800", "Smith & Daughters", "The highest of these counts", "(logarithmic)"):
        assert text in out.replace("&amp;", "&").replace("\\", "")


def test_a_comparison_stands_beside_a_reviewers_scores(certeval):
    for command in (("score", SCORED, "--explain"), ("verdict", SCORED), ("review", SCORED)):
        out = " ".join(certeval(*command, *GUILD, "-f", "markdown").out.split())
        assert "since 12 of 800 postings name it" in out
    assert "since" not in certeval("score", SCORED, *GUILD).out

"""``what-if`` on the command line: what it says, and that it agrees with ``score`` and ``cost``."""

import csv
import io
import json

import pytest

from tests import yaml_files as files


def records(out, name):
    """The records of that name in a CSV."""
    return [one for one in csv.DictReader(io.StringIO(out)) if one["record"] == name]


def data_of(ran):
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def verdict(ran):
    """The line after the table of scores."""
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split("╯\n\n")[1].split("\n")[0]


TRIED = ["--set", "hiring-impact=8.5", "--weight", "accessibility=20", "--normalize"]


@pytest.mark.parametrize("reader", [[], ["-a", "career-changer"]])
def test_before_and_after_are_what_score_says(reader, certeval):
    both = data_of(certeval("what-if", "ibm-ml", *TRIED, *reader, "-f", "json"))["score"]
    before = data_of(certeval("score", "ibm-ml", *reader, "-f", "json"))
    after = data_of(certeval("score", "ibm-ml", *TRIED, *reader, "-f", "json"))
    for figure in ("total", "rating"):
        assert both[figure]["before"] == before[figure]
        assert both[figure]["after"] == after[figure]
    for at, line in enumerate(both["lines"]):
        for figure in ("raw", "weight_percent", "contribution"):
            assert line[figure]["before"] == before["lines"][at][figure]
            assert line[figure]["after"] == after["lines"][at][figure]
            shown = f"{figure.removesuffix('_percent')}_display"
            assert line[figure]["after_display"] == after["lines"][at][shown]


def test_before_and_after_are_what_cost_says(certeval):
    tried = ["--price", "39", "--hours-per-week", "10"]
    both = data_of(certeval("what-if", "ibm-ml", *tried, "-f", "json"))["cost"]
    before = data_of(certeval("cost", "ibm-ml", "-f", "json"))
    after = data_of(certeval("cost", "ibm-ml", *tried, "-f", "json"))
    lines = {line["title"]: line for line in both["lines"]}
    figures = {"Weeks": "weeks", "Months billed": "months_billed", "Total cost": "total_usd"}
    for title, figure in figures.items():
        assert lines[title]["before"] == before[figure]
        assert lines[title]["after"] == after[figure]


@pytest.mark.parametrize(
    ("tried", "sentence"),
    [
        (["--set", "hiring-impact=8"], "7.3 becomes 7.5: still good."),
        (["--set", "hiring-impact=7"], "7.3 stays 7.3: still good."),
        (
            ["--set", "hiring-impact=10"],
            "7.3 becomes 8.0, and good becomes strong: worth it for most people it is meant for.",
        ),
        (
            ["--set", "hiring-impact=3", "--set", "accessibility=5"],
            ("7.3 becomes 6.1, and good becomes mixed: worth it only if you need exactly what it "
            "does well."),
        ),
    ],
)  # fmt: skip
def test_the_sentence_at_the_end(tried, sentence, certeval):
    assert verdict(certeval("what-if", "ibm-ml", *tried)) == sentence


def test_a_certificate_that_was_not_rated(certeval):
    names = ["curriculum-quality", "hiring-impact", "skill-to-job-match", "value-for-money",
             "portfolio-and-interview-prep", "accessibility"]  # fmt: skip
    tried = [word for name in names for word in ("--set", f"{name}=7")]
    ran = certeval("what-if", "mlops-duke", *tried)
    sentence = "Not rated before; 7.0 is good: worth it if it fits your background and timing."
    assert verdict(ran) == sentence
    assert "unscored to 7.0" in ran.out
    assert "\nExact total: 7.\n" in ran.out
    lines = records(certeval("what-if", "mlops-duke", *tried, "--format", "csv").out, "score_lines")
    assert [(one["raw_before"], one["raw_after"]) for one in lines] == [("", "7")] * 6


def test_without_bands(certeval, library):
    root = library(
        methodology={"mine": files.rubric()},
        certificates={"welding": files.certificate(), "tin": files.program("tin")},
    )
    here = ["--library", root, "--rubric", "mine"]
    assert verdict(certeval("what-if", "welding", "--set", "depth=90", *here)) == (
        "68.0 becomes 74.0."
    )
    new = certeval("what-if", "tin", "--set", "depth=90", "--set", "price=10", *here)
    assert verdict(new) == "Not rated before; 58.0 after."


def test_only_what_is_tried_is_shown(certeval):
    score = certeval("what-if", "ibm-ml", "--set", "accessibility=9").out
    assert "Cost" not in score
    cost = certeval("what-if", "ibm-ml", "--price", "39").out
    assert "Criterion" not in cost
    both = certeval("what-if", "ibm-ml", "--set", "accessibility=9", "--price", "39").out
    assert "Total cost" in both
    assert "Accessibility" in both


def test_what_is_unknown_is_shown(certeval):
    out = certeval("what-if", "google-pmle", "--price", "100").out
    assert "\nUnknown: hours: not known.\n" in out
    assert "Weeks" not in out
    nothing = certeval("what-if", "google-pmle", "--hours-per-week", "3", "-f", "csv").out
    (cost,) = records(nothing, "what-if")
    assert cost["cost_unknown"] == "hours: not known"
    hours = records(nothing, "cost_lines")[1]
    assert (hours["before_low"], hours["after_low"], hours["difference_low"]) == ("7", "3", "-4")


def test_differences_are_numbers_for_a_spreadsheet(certeval):
    out = certeval("what-if", "ibm-ml", "--set", "hiring-impact=6", "--price", "60", "-fcsv").out
    line = next(one for one in records(out, "score_lines") if one["criterion"] == "hiring-impact")
    assert [line[f"raw_{what}"] for what in ("before", "after", "difference")] == ["7", "6", "-1"]
    assert line["contribution_difference"] == "-0.25"
    assert "'" not in out


def test_what_changes_is_marked(certeval):
    out = certeval("what-if", "ibm-ml", "--set", "accessibility=9", "--color", "always").out
    yellow = [line for line in out.splitlines() if "\x1b[33m" in line]
    assert len(yellow) == 1
    assert "6.5 to 9.0" in yellow[0]


def test_a_faulty_weight_is_reported_as_by_score(certeval):
    for command in ("score", "what-if"):
        ran = certeval(command, "ibm-ml", "--weight", "hiring-impact=35")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("error: weights add up to 110%, not 100%\n")

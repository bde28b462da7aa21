"""What ``certeval target`` is asked, and what it says, reached or not."""

import csv
import io
import json

import pytest

from tests import yaml_files

TARGET = ["target", "ibm-ml", "--score"]


def output_of(certeval, *arguments):
    ran = certeval(*arguments)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.fixture
def free(library):
    """A library with a rubric that has no steps, and weights 60 and 40."""
    root = library(
        methodology={"mine": yaml_files.rubric()},
        certificates={"welding": yaml_files.certificate()},
    )
    return ["target", "welding", "--library", root, "--score"]


def test_the_answer_comes_first(certeval):
    lines = output_of(certeval, *TARGET, "8.0").splitlines()
    assert lines[0].endswith(": target 8.0 for Data professional")
    assert lines[2] == (
        "0.725 points short of 8.0 (exact total 7.275). "
        "Only Hiring Impact at 10.0 could get there alone."
    )
    assert lines[4] == "This means the exact total: from 7.95 it is printed as 8.0 already."


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["9"], ("1.725 points short of 9.0 (exact total 7.275). "
                 "No criterion could get there alone.")),
        (["8", "--printed"],
         ("0.675 points short of a printed 8.0 (exact total 7.275; needs at least 7.95). "
          "Only Hiring Impact at 10.0 could get there alone.")),
        (["7.6", "--exceed"],
         ("More than 0.325 points short of more than 7.6 (exact total 7.275). "
          "Each of these could get there alone: Curriculum Quality at 9.5, Hiring Impact at 8.5, "
          "Skill-to-Job Match at 9.0, Accessibility at 10.0.")),
        (["7"], "7.0 is reached: the exact total is 7.275, 0.275 above it."),
        (["7.275"], "7.275 is reached: the exact total is 7.275, just enough."),
        (["7.3", "--printed"],
         "A printed 7.3 is reached: the exact total is 7.275, 0.025 above 7.25."),
        (["10", "--exceed"], "More than 10.0 cannot be reached: the scale ends at 10."),
        (["10", "--exceed", "--printed"],
         "A printed 10.1 cannot be reached: the scale ends at 10."),
    ],
)  # fmt: skip
def test_answers(arguments, answer, certeval):
    assert output_of(certeval, *TARGET, *arguments).splitlines()[2] == answer


def test_equality_is_not_more(certeval):
    answer = output_of(certeval, *TARGET, "7.275", "--exceed").splitlines()[2]
    assert answer.startswith(
        "More than 7.275 is not reached: the total is 7.275. Each of these could get there alone: "
    )


def test_what_cannot_be_reached_is_an_answer(certeval):
    out = output_of(certeval, *TARGET, "10", "--exceed", "--raise", "accessibility")
    assert "More than 10.0 cannot be reached by these alone (at most 7.625)." in out
    assert "steps in all" not in out
    assert "Changing one weight" not in out


def test_what_is_reached_says_how_far_it_may_fall(certeval):
    out = output_of(certeval, *TARGET, "7", "--exceed", "--raise", "accessibility")
    assert "│ Hiring Impact                │ 7.0 │       above 5.900 │             6.0 │" in out
    assert "More than 7.0 is already reached: nothing has to be raised." in out
    assert "│ Accessibility                │ 6.5 │    10% │ less than about 41.935% │" in out
    assert "steps in all" not in out


def test_without_steps(free, certeval):
    out = output_of(certeval, *free, "90", "--exceed", "--raise", "price", "--raise", "depth")
    assert "│ Depth     │  80 │   about 116.667 │ out of range │            80 │" in out
    assert (
        "Smallest total change (the scale has no steps)\n"
        "More than 45 points, to more than 90:\n"
        "- Depth: 80 to 100\n"
        "- Price: 50 to more than 75\n"
    ) in out
    assert (
        "Raised together: Depth, Price\n"
        "Raising each by more than 25 is enough. The total is then more than 90.\n"
    ) in out


def test_without_steps_what_holds(free, certeval):
    out = output_of(certeval, *free, "50")
    assert "│ Depth     │  80 │            50 │" in out
    assert "│ Price     │  50 │             5 │" in out
    out = output_of(certeval, *free, "80", "--weight", "depth=0", "--weight", "price=100")
    assert "│ Depth     │  80 │ no weight │        never │            50 │" in out
    assert "│ Price     │  50 │        80 │          yes │           100 │" in out
    out = output_of(certeval, *free, "40", "--weight", "depth=0", "--weight", "price=100")
    assert "│ Depth     │  80 │     any score │" in out


def test_one_step_is_one_step(certeval):
    out = output_of(certeval, *TARGET, "7.3")
    assert "\n1 step of 0.5, to 7.375:\n- Curriculum Quality: 7.5 to 8.0 (1 step)\n" in out


def test_it_is_asked_of_what_would_be_scored(certeval):
    """Scores, weights and reader are those that ``score`` takes, and come to the same total."""
    options = ["--audience", "career-changer", "--set", "accessibility=9", "--weight",
               "hiring-impact=50", "--normalize", "--format", "json"]  # fmt: skip
    card = json.loads(output_of(certeval, "score", "ibm-ml", *options))
    found = json.loads(output_of(certeval, *TARGET, "8", *options))
    for field in ("certificate", "audience", "rubric", "total", "rating", "warnings"):
        assert found[field] == card[field]
    assert found["warnings"] == ["weights added up to 125% and were rescaled to 100%"]


def test_warnings_are_shown(certeval):
    out = output_of(certeval, *TARGET, "8", "--today", "2029-01-01")
    assert "\nWarning: The Interview Guys, IBM Machine Learning" in out
    assert "more than 24 months before 2029-01-01.\n" in out


def test_another_rubric(library, certeval):
    other = yaml_files.rubric("other", more="").replace("weight_percent: 60", "weight_percent: 20")
    root = library(
        methodology={
            "mine": yaml_files.rubric(),
            "other": other.replace("weight_percent: 40", "weight_percent: 80"),
        },
        certificates={"welding": yaml_files.certificate()},
    )
    asked = ["target", "welding", "--library", root, "--score", "60", "--rubric", "other"]
    assert "4 points short of 60.0 (exact total 56)." in output_of(certeval, *asked)


def test_an_unknown_criterion(certeval):
    ran = certeval(*TARGET, "8", "--raise", "hiring-impct", "--format", "json")
    assert (ran.code, json.loads(ran.out)["error"]["kind"]) == (2, "unknown-criterion")
    assert ran.err == (
        "error: --raise: the rubric has no criterion 'hiring-impct'\n"
        "  help: did you mean 'hiring-impact'?\n"
    )


def test_the_score_is_asked_for(certeval):
    ran = certeval("target", "ibm-ml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: missing option '--score'\n")


def test_csv_has_the_losses_the_single_criteria_the_steps_and_the_weights(certeval):
    out = output_of(certeval, *TARGET, "8.0", "--raise", "curriculum-quality", "-f", "csv")
    records = list(csv.DictReader(io.StringIO(out)))
    kinds = [record["record"] for record in records]
    assert kinds == [
        "target", *["losses"] * 6, *["singles"] * 6, "steps_moves", "combination_criteria",
        *["weights"] * 6,
    ]  # fmt: skip
    whole = records[0]
    assert (whole["threshold_total"], whole["total"]) == ("8", "7.275")
    assert whole["combination_reachable"] == "false"
    assert sum(float(record["loss"]) for record in records[1:7]) == pytest.approx(2.725)
    alone = next(one for one in records[7:13] if one["reachable"] == "true")
    assert (alone["criterion"], alone["needed"], alone["on_grid"]) == ("hiring-impact", "9.9", "10")
    assert (records[13]["to"], records[13]["steps"]) == ("10", "6")


def test_a_process_of_its_own(process):
    ran = process(*TARGET, "8.0", env={"COLUMNS": "60"})
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= 60

"""What people and programs are shown, kept whole in files that can be read."""

import json
import re

import pytest

pytestmark = pytest.mark.usefixtures("at_root")
SCORE = ["score", "ibm-ml", "--audience", "career-changer"]
RUNS = {
    "score.txt": SCORE,
    "score.md": [*SCORE, "--format", "markdown"],
    "score.csv": [*SCORE, "--format", "csv"],
    "score.json": [*SCORE, "--format", "json"],
    "score-explained.txt": [*SCORE, "--explain"],
    "score-explained.md": [*SCORE, "--explain", "--format", "markdown"],
    "score-primary.txt": ["score", "ibm-ml"],
    "score-all.txt": ["score", "ibm-ml", "--all-audiences"],
    "score-all.md": ["score", "ibm-ml", "--all-audiences", "--format", "markdown"],
    "score-all.csv": ["score", "ibm-ml", "--all-audiences", "--format", "csv"],
    "score-all.json": ["score", "ibm-ml", "--all-audiences", "--format", "json"],
    "score-tried.txt": [
        "score", "ibm-ml", "--set", "accessibility=9", "--weight", "hiring-impact=35",
        "--normalize", "--explain",
    ],
    "list.txt": ["list"],
    "list.md": ["list", "-f", "markdown"],
    "list.csv": ["list", "-f", "csv"],
    "list.json": ["list", "-f", "json"],
    "show-certificate.txt": ["show", "ibm-ml"],
    "show-rubric.txt": ["show", "career-certificate"],
    "show-audience.md": ["show", "career-changer", "-f", "markdown"],
    "show-audience.csv": ["show", "career-changer", "-f", "csv"],
    "show-audience.json": ["show", "career-changer", "-f", "json"],
}  # fmt: skip
ANSWERS = {
    "cost": ["cost", "ibm-ml", "--raise", "10000"],
    "fit": ["fit", "ibm-ml"],
    "fit-skip": [
        "fit", "ibm-ml", "--skill", "python=none", "--deadline-days", "90",
        "--goal", "hired-for-the-name",
    ],
    "curriculum": ["curriculum", "ibm-ml"],
    "gaps": ["gaps", "ibm-ml"],
    "stack": ["stack", "ibm-ml"],
    "overlap": ["overlap", "ibm-ml", "--have", "ml-specialization"],
    "interview": ["interview", "ibm-ml"],
    "verdict": ["verdict", "ibm-ml", "-a", "career-changer"],
    "verdict-unrated": ["verdict", "mlops-duke"],
    "review": ["review", "ibm-ml", "-a", "career-changer"],
}  # fmt: skip
CRAFT = ["--library", "tests/cases/library"]
DECISIONS = {
    "target": [
        "target", "ibm-ml", "--score", "8.0", "--raise", "curriculum-quality",
        "--raise", "skill-to-job-match",
    ],
    "what-if": [
        "what-if", "ibm-ml", "--set", "hiring-impact=8", "--set", "accessibility=9", "--price",
        "39.5", "--hours-per-week", "10",
    ],
    "what-if-weights": [
        "what-if", "ibm-ml", "-a", "career-changer", "--weight", "hiring-impact=35", "--normalize",
    ],
    "weights": [
        "weights", "hiring", "skill,value", "curriculum", "portfolio", "accessibility",
    ],
    "weights-swing": [
        "weights", "--method", "swing", "hiring=100", "skill,value=80", "curriculum=50",
        "portfolio=12.5", "accessibility=0",
    ],
    "target-reached": ["target", "ibm-ml", "--score", "7.3", "--printed"],
    "compare": ["compare", "welding", "soldering", "brazing", *CRAFT],
    "compare-audiences": ["compare", "ibm-ml", "--all-audiences"],
    "rank": ["rank", "welding", "soldering", "brazing", "--against", "master", *CRAFT],
    "rank-all": ["rank", "--all"],
    "rank-table": ["rank", "--from", "tests/cases/candidates.csv", "--map", "title=Name"],
    "sensitivity": ["sensitivity", "ibm-ml"],
    "sensitivity-two": ["sensitivity", "welding", "soldering", *CRAFT],
    "robustness": ["robustness", "ibm-ml", "--score", "7.0"],
    "robustness-two": ["robustness", "welding", "soldering", *CRAFT],
    "robustness-drawn": [
        "robustness", "welding", "soldering", "brazing", "--score-error", "0.5", "--draws", "1000",
        *CRAFT,
    ],
}  # fmt: skip
DRAWN = {"robustness-drawn"}
"""Their last digits are the machine's own: kept as they are rounded, not as exact numbers."""
SHOWN = ANSWERS | DECISIONS
ENDINGS = {"txt": "table", "md": "markdown", "csv": "csv", "json": "json"}
RUNS |= {
    f"{name}.{ending}": [*arguments, "-f", form]
    for name, arguments in SHOWN.items()
    for ending, form in ENDINGS.items()
    if name not in DRAWN or ending in ("txt", "md")
}
COMPARE_WEIGHTS = ["compare", "welding", "-a", "apprentice", "-a", "master", *CRAFT]
RUNS |= {
    "compare-weights.txt": COMPARE_WEIGHTS,
    "compare-weights.json": [*COMPARE_WEIGHTS, "-f", "json"],
    "worksheet.md": ["interview", "ibm-ml", "--soar"],
    "worksheet.csv": ["interview", "ibm-ml", "--soar", "-f", "csv"],
    "worksheet.json": ["interview", "ibm-ml", "--soar", "-f", "json"],
}


@pytest.mark.parametrize("name", RUNS)
def test_output(name, certeval, golden):
    ran = certeval(*RUNS[name])
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")
    golden(f"golden/{name}", ran.out)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "name", ["score-explained.txt", "score-all.txt", "list.txt", "show-rubric.txt"]
)
def test_width(columns, name, certeval, golden, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = certeval(*RUNS[name])
    assert max(map(len, ran.out.splitlines())) <= columns
    golden(f"golden/{columns}/{name}", ran.out)


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("name", SHOWN)
def test_width_of_answers(columns, name, certeval, golden, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = certeval(*SHOWN[name])
    assert max(map(len, ran.out.splitlines())) <= columns
    golden(f"golden/{columns}/{name}.txt", ran.out)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("name", SHOWN)
def test_amounts_and_shares_are_never_cut(columns, name, certeval, monkeypatch):
    def amounts(out):
        return set(re.findall(r"\$[\d,.]*\d|[\d,.]*\d%|\d[\d,.]+\d", out))

    whole = certeval(*SHOWN[name]).out
    monkeypatch.setenv("COLUMNS", str(columns))
    narrow = certeval(*SHOWN[name]).out
    assert max(map(len, narrow.splitlines())) <= columns
    assert amounts(narrow) <= amounts(whole)


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize("name", SHOWN)
def test_no_word_is_broken(columns, name, certeval, monkeypatch):
    def words(out):
        return set(re.sub("[\u2500-\u257f\u2588\u2591]", " ", out).split())

    whole = words(certeval(*SHOWN[name]).out)
    monkeypatch.setenv("COLUMNS", str(columns))
    narrow = words(certeval(*SHOWN[name]).out)
    assert narrow - whole - {"Not", "shown", "at", "this", "width:"} <= {
        f"{word}{end}" for word in whole for end in ",."
    }


def test_colour(certeval, golden):
    golden("golden/score-coloured.txt", certeval(*SCORE, "--color", "always").out)


def test_colour_of_answers(certeval, golden):
    golden("golden/cost-coloured.txt", certeval(*ANSWERS["cost"], "--color", "always").out)


def test_colour_says_nothing(certeval):
    for name, arguments in ANSWERS.items():
        coloured = certeval(*arguments, "--color", "always").out
        plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
        lines = [line.rstrip() for line in plain.splitlines()]
        assert lines == certeval(*arguments).out.splitlines(), name


def test_ascii(process, golden):
    ran = process(*ANSWERS["curriculum"], env={"PYTHONIOENCODING": "ascii", "COLUMNS": "80"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    golden("golden/curriculum-ascii.txt", ran.out)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("sensitivity", ["sensitivity", "ibm-ml"]),
        ("robustness", ["robustness", "ibm-ml", "--weights", "stated", "--draws", "500"]),
    ],
)
def test_bars_in_ascii(name, arguments, process, golden):
    ran = process(*arguments, env={"PYTHONIOENCODING": "ascii", "COLUMNS": "80"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    golden(f"golden/{name}-ascii.txt", ran.out)


def test_the_file_itself(certeval):
    from pathlib import Path

    ran = certeval("show", "career-changer", "--format", "yaml")
    assert ran.out == Path("rubrics/audiences/career-changer.yaml").read_text(encoding="utf-8")


def test_json_is_the_interface_that_scripts_rely_on(certeval):
    card = json.loads(certeval(*SCORE, "-f", "json").out)
    assert {
        "schema_version", "kind", "certificate", "audience", "rubric", "lines", "total", "rating",
        "scale", "band", "warnings",
    } <= set(card)  # fmt: skip
    assert (card["schema_version"], card["kind"]) == (1, "scorecard")
    assert (card["total"], card["rating"]) == (7.05, 7.1)
    assert card["scale"] == {"min": 1.0, "max": 10.0}
    assert {
        "criterion", "title", "raw", "base_raw", "origin", "weight_percent", "contribution",
        "contribution_display", "reason",
    } <= set(card["lines"][0])  # fmt: skip
    cards = json.loads(certeval("score", "ibm-ml", "--all-audiences", "-f", "json").out)
    assert list(cards) == ["schema_version", "kind", "scorecards"]
    assert cards["scorecards"][1] == card

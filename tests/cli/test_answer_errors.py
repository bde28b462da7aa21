"""What the commands beyond the score say, word for word, where they cannot run."""

import json

import pytest

from tests.conftest import TESTS

NOBODY = "kind: audience\nid: nobody-yet\ntitle: Nobody yet\nhours_per_week: 5\n"
BARE = "kind: certificate\nid: bare\ntitle: Bare\nprovider: Somebody\n"
RUBRIC = """
kind: rubric
id: plain
title: Plain
sources: [{id: me, title: Notes, publisher: Me, date: 2026}]
scale: {min: 1, max: 10, step: 0.5}
criteria: [{id: all, title: All, weight_percent: 100, question: Is it?, source: me}]
"""
TOLD = (TESTS / "golden" / "could-not-run.txt").read_text(encoding="utf-8")
CASES = dict(part.split("\n", 1) for part in f"\n{TOLD}".split("\n$ ")[1:])
"""What is written to standard error, by command line."""


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A folder with definitions that lack what some commands need."""
    for name, text in (("nobody", NOBODY), ("bare", BARE), ("plain", RUBRIC)):
        (tmp_path / f"{name}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", CASES)
def test_could_not_run(line, certeval):
    assert certeval(*line.split()) == (2, "", f"{CASES[line].rstrip()}\n")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", CASES)
def test_could_not_run_as_json(line, certeval):
    message = f"{CASES[line].rstrip()}\n"
    ran = certeval(*line.split(), "--format", "json")
    assert (ran.code, ran.err) == (2, message)
    error = json.loads(ran.out)["error"]
    hint = f"  help: {error['hint']}\n" if error["hint"] else ""
    assert f"error: {error['message']}\n{hint}" == message
    unknown = message.startswith(("error: unknown ", "error: --skill: unknown "))
    assert error["kind"] == ("unknown-id" if unknown else "usage")
    assert error["diagnostics"] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("review", "missing argument 'CERT'"),
        ("cost ibm-ml --prize-money 5", "no such option: --prize-money"),
    ],
)
def test_what_the_command_line_itself_refuses(line, message, certeval):
    ran = certeval(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")
    assert ran.err.endswith(f"\n  help: see 'certeval {line.split()[0]} --help'\n")


@pytest.mark.parametrize("command", ["cost", "fit", "gaps", "stack", "review", "verdict"])
def test_problems_of_a_file_have_a_place(command, certeval, tmp_path):
    path = tmp_path / "x.yaml"
    sources = "sources: [{id: me, title: Notes, publisher: Me, date: 2026}]\n"
    hours = "program: {hours: [{low: many, high: 1, source: me}]}\n"
    path.write_text(f"{BARE}{hours}{sources}")
    ran = certeval(command, path, "-f", "json")
    assert ran.code == 2
    error = json.loads(ran.out)["error"]
    assert error["kind"] == "definition"
    assert [item["line"] for item in error["diagnostics"]] == [5]
    assert ran.err.startswith(f"{path}:5:")


def test_an_unknown_reader_of_the_environment(certeval, monkeypatch):
    monkeypatch.setenv("CERTEVAL_AUDIENCE", "nobody")
    for command in ("cost", "fit", "gaps", "stack", "overlap", "verdict", "review"):
        ran = certeval(command, "ibm-ml")
        assert ran.code == 2
        assert ran.err.startswith("error: unknown audience 'nobody'\n")

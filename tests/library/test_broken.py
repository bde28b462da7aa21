"""Each file in ``broken/`` has one defect and its name; the text beside it is the message."""

from pathlib import Path

import pytest

BROKEN = Path(__file__).parent.parent / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_message(path, certeval, golden, monkeypatch):
    monkeypatch.chdir(BROKEN)
    ran = certeval("check", path.name)
    assert ran.code == 1
    assert ran.err == ""
    golden(f"broken/{path.stem}.txt", ran.out)


def test_no_message_is_left_over():
    assert {path.stem for path in BROKEN.glob("*.txt")} == {path.stem for path in FILES}


def test_all_problems_of_all_files_come_together(certeval, golden, monkeypatch):
    monkeypatch.chdir(BROKEN)
    ran = certeval(
        "score", "several-at-once.yaml", "-a", "change-between-steps.yaml", "--rubric",
        "weight-negative.yaml",
    )  # fmt: skip
    assert (ran.code, ran.out) == (2, "")
    golden("golden/errors-of-three-files.txt", ran.err)


def test_errors_as_json(certeval, golden, monkeypatch):
    monkeypatch.chdir(BROKEN)
    ran = certeval("score", "several-at-once.yaml", "--format", "json")
    assert ran.code == 2
    assert "several-at-once.yaml:3:1: error: unknown field 'titel'" in ran.err
    golden("golden/error.json", ran.out)


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_reports(form, certeval, golden, monkeypatch):
    monkeypatch.chdir(BROKEN)
    ran = certeval("check", "several-at-once.yaml", "tab-indentation.yaml", "--format", form)
    assert (ran.code, ran.err) == (1, "")
    golden(f"golden/check.{form}.txt", ran.out.replace(_version(), "VERSION"))


def _version():
    from certeval import __version__

    return f'"version": "{__version__}"'

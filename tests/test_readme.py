"""What the README shows is what comes out."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from certeval.cli.app import COMMANDS
from tests.readme import README, block

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent


def test_the_output_at_the_top(certeval):
    command, shown = re.search(r"```console\n\$ certeval (.+)\n([^`]+)```", TEXT).groups()
    assert certeval(*shlex.split(command)).out == shown


@pytest.mark.parametrize("line", block("run: examples").splitlines())
def test_the_examples_run(line, certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert certeval(*shlex.split(line)[1:]).code == 0


def test_the_certificate_of_ones_own(certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("dataviz.yaml").write_text(block("file: dataviz.yaml"), encoding="utf-8")
    for line in block("run: own certificate").splitlines():
        assert certeval(*shlex.split(line)[1:]).code == 0


def test_deciding_between_certificates(certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("dataviz.yaml", "nurse.yaml"):
        Path(name).write_text(block(f"file: {name}"), encoding="utf-8")
    for line in block("run: decide").splitlines():
        assert certeval(*shlex.split(line)[1:]).code == 0


def test_a_table_of_ones_own(certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("candidates.csv").write_text(block("file: candidates.csv"), encoding="utf-8")
    line = block("run: rank a table").strip()
    ran = certeval(*shlex.split(line)[1:])
    assert ran.code == 0
    assert "candidates.csv:4: error: " in ran.err
    assert certeval(*shlex.split(line)[1:], "--strict").code == 2


def test_the_reader_of_ones_own(certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("nurse.yaml").write_text(block("file: nurse.yaml"), encoding="utf-8")
    for line in block("run: nurse").splitlines():
        assert certeval(*shlex.split(line)[1:]).code == 0
    told = certeval("fit", "ibm-ml", "--audience", "nurse.yaml", "--strict")
    assert told.code == 1
    assert told.err.startswith("ibm-ml: not yet: Python: fluent is needed, basic is there. Linear")


def test_the_skills_of_ones_own(certeval, library, tmp_path):
    listed = re.search(r"```yaml\n(kind: skills\n[^`]+)```", TEXT)[1]
    root = library(certificates={})
    (root / "skills.yaml").write_text(listed, encoding="utf-8")
    assert certeval("check", root / "skills.yaml").out == "1 file checked, no problems\n"


def test_the_message_it_shows(certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    good = block("file: dataviz.yaml")
    Path("dataviz.yaml").write_text(good.replace("raw: 4,", "raw: four,"), encoding="utf-8")
    shown = re.search(r"\$ certeval check dataviz\.yaml\n([^`]+)```", TEXT)[1]
    assert certeval("check", "dataviz.yaml").out == shown


def test_the_python_example():
    done = subprocess.run(
        [sys.executable, "-c", block("run: python")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "7.1 141/20\n"


def test_every_command_has_its_line():
    documented = re.findall(r"^\| `certeval ([\w-]+)", TEXT, re.MULTILINE)
    assert tuple(documented) == COMMANDS


def test_every_dependency_has_its_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    needed = {re.match(r"\w+", line)[0].lower() for line in project["dependencies"]}
    section = TEXT.split("## What it needs")[1].split("##")[0]
    assert {name.lower() for name in re.findall(r"^\| \[(\w+)\]", section, re.MULTILINE)} == needed


@pytest.mark.parametrize("option", ["--library", "--output", "--audience", "--color", "--format"])
def test_options_it_names_are_there(option, certeval):
    assert option in certeval("score", "--help").out

"""The README names every command once and stays short; its examples run in tests/documents."""

import re
import tomllib

from certeval.cli.app import PANELS
from tests.documents import DOCUMENTS, ROOT
from tests.readme import README, block

TEXT = README.read_text(encoding="utf-8")


def test_every_command_has_its_line_under_its_panel():
    lines = re.findall(r"^\| (?:\*\*(.+)\*\*|`certeval ([\w-]+).*`) \|", TEXT, re.MULTILINE)
    expected = [name for title, names in PANELS.items() for name in (title, *names)]
    assert [title or name for title, name in lines] == expected


def test_it_stays_short():
    assert len(TEXT.splitlines()) < 180


def test_the_blocks_that_ci_runs():
    assert "certeval score ibm-ml --audience career-changer" in block("run: main job")
    assert "pytest" in block("run: tests")


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.match(r"\w+", line)[0].lower() for line in project["dependencies"]}
    text = DOCUMENTS[".github/ARCHITECTURE.md"].read_text("utf-8").split("## Dependencies")[1]
    assert {name.lower() for name in re.findall(r"^\| \[(\w+)\]", text, re.MULTILINE)} == needed

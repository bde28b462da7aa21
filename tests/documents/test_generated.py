"""What is generated is current, and says what it is generated from."""

import subprocess
import sys

from certeval.cli.app import COMMANDS
from certeval.library.definitions import KINDS
from tests.documents import DOCS, ROOT
from tests.documents.__main__ import generated, main


def test_what_is_generated_is_current():
    # In a process of its own: other tests look at the same commands.
    ran = subprocess.run(
        [sys.executable, "-m", "tests.documents", "--check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr


def test_checking_and_writing(tmp_path, monkeypatch, capsys):
    path = tmp_path / "page.md"
    monkeypatch.setattr("tests.documents.__main__.ROOT", tmp_path)
    monkeypatch.setattr("tests.documents.__main__.generated", lambda: iter([(path, "new")]))
    assert main("--check") == 1
    assert capsys.readouterr().out == "page.md is out of date: run python -m tests docs\n"
    assert (main(), capsys.readouterr().out) == (0, "wrote page.md\n")
    assert path.read_text() == "new"
    assert (main("--check"), capsys.readouterr().out) == (0, "")


def test_every_command_and_option_is_documented(certeval):
    text = (DOCS / "commands.md").read_text("utf-8")
    for command in COMMANDS:
        assert f"\n## {command}\n" in text
        for line in certeval(command, "--help").out.splitlines():
            if line.startswith("  -"):
                option = line.replace(",", " ").split()[-1 if "--" not in line else 0]
                assert option in text, f"{command} {option}"


def test_every_kind_of_definition_is_documented():
    text = dict(generated())[DOCS / "definitions.md"]
    assert all(f"\n## {kind}\n" in text for kind in KINDS)

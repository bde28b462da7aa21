"""Help says what a command answers, and its examples run."""

import re
import shlex

import pytest

from certeval import __version__
from certeval.cli.app import COMMANDS


def test_version(certeval):
    assert certeval("--version") == (0, f"certeval {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_every_command(arguments, certeval):
    ran = certeval(*arguments)
    assert (ran.code, ran.err) == (0, "")
    listed = re.findall(r"^  ([\w-]+)  +\S", ran.out.split("Commands:")[1], re.MULTILINE)
    assert tuple(listed) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(command, option, certeval):
    ran = certeval(command, option)
    assert ran.code == 0
    assert re.search(r"\n\n  [A-Z][^\n]+\?", ran.out), "starts with what it answers"
    assert max(map(len, ran.out.splitlines())) <= 80


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_examples_run(command, certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = certeval(*([command] if command else []), "--help").out
    examples = re.findall(r"^    certeval (.+)$", out, re.MULTILINE)
    assert len(examples) == 2
    for example in examples:
        assert certeval(*shlex.split(example)).code == 0

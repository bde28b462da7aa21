"""Only what a command needs is loaded."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from certeval.cli.app import COMMANDS
from certeval.library.folders import FOLDERS

RUBRICS = Path(__file__).parent.parent.parent / "rubrics"
HEAVY = ("rich", "yaml", "certeval.model", "certeval.analysis", "certeval.library.yaml")


PROGRAM = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, sep="\\n", file=sys.stderr))
from certeval.__main__ import main
main()
"""


def loaded(tmp_path, *arguments, **env):
    """The names of the modules that a run loads, and what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, **env},
        check=True,
    )
    return set(done.stderr.splitlines()), done.stdout


def ids(folder):
    return sorted(path.stem for path in (RUBRICS / folder).glob("*.yaml"))


def completion(words, tmp_path):
    return loaded(
        tmp_path,
        _CERTEVAL_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split(" ")) - 1),
    )


@pytest.mark.parametrize("name", HEAVY)
def test_the_version_loads_next_to_nothing(name, tmp_path):
    modules, out = loaded(tmp_path, "--version")
    assert out.startswith("certeval ")
    assert name not in modules


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("certeval sco", ["score"]),
        ("certeval ", [*COMMANDS]),
        ("certeval score ", ids("certificates")),
        ("certeval score ibm-m", ["ibm-ml"]),
        ("certeval score ibm-ml --audience c", ["career-changer"]),
        ("certeval score ibm-ml --rubric ", ["career-certificate"]),
        ("certeval cost ibm-ml --role ml", ["ml-engineer"]),
        ("certeval overlap ibm-ml --have ml-s", ["ml-specialization"]),
        ("certeval compare ibm-ml ml-s", ["ml-specialization"]),
        ("certeval compare ibm-ml --audience c", ["career-changer"]),
        ("certeval sensitivity ibm-m", ["ibm-ml"]),
        ("certeval robustness ibm-ml --weights s", ["stated"]),
        ("certeval list s", ["skills"]),
        ("certeval show ", [name for folder in FOLDERS.values() for name in ids(folder)]),
        ("certeval score ibm-ml --format ", ["table", "json", "csv", "markdown"]),
        ("certeval score --library nowhere ", []),
    ],
)
def test_completion_lists_file_names_only(words, expected, tmp_path):
    modules, out = completion(words, tmp_path)
    assert out.split() == expected
    for name in HEAVY:
        assert name not in modules


@pytest.mark.parametrize(
    ("words", "expected"), [("sc", "score"), ("score --al", "--all-audiences")]
)
def test_completion_in_zsh_loads_nothing_heavy_either(words, expected, tmp_path):
    modules, out = loaded(
        tmp_path, _CERTEVAL_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS=f"certeval {words}"
    )
    assert expected in out
    assert "rich" not in modules


def test_completion_looks_into_the_library_that_is_named(tmp_path):
    (tmp_path / "mine" / "certificates").mkdir(parents=True)
    (tmp_path / "mine" / "certificates" / "zither.yaml").touch()
    _, out = completion("certeval score --library mine z", tmp_path)
    assert out.split() == ["zither"]


def test_a_command_loads_no_other(tmp_path):
    modules, _ = loaded(tmp_path, "score", "ibm-ml")
    ours = {name for name in modules if name.startswith("certeval.cli.")}
    assert "certeval.cli.commands.score" in ours
    others = {f"certeval.cli.commands.{name}" for name in ("list", "show", "check")}
    assert not ours & others
    assert "certeval.model.role" not in modules
    for name in ("alternatives", "compare", "sensitivity", "robustness", "simulation", "tornado"):
        assert f"certeval.analysis.{name}" not in modules
    assert "certeval.library.alternatives" not in modules


def test_a_machine_format_loads_no_rich(tmp_path):
    for form in ("json", "csv", "markdown"):
        modules, _ = loaded(tmp_path, "score", "ibm-ml", "-f", form)
        assert "rich" not in modules


def test_importing_the_package_costs_nothing(tmp_path):
    code = (
        "import sys, certeval; print(sorted(m for m in sys.modules if m.startswith('certeval.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout == "[]\n"

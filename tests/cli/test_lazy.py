"""Only what a command needs is loaded."""

import json
import subprocess
import sys
from pathlib import Path

from certeval.cli.app import COMMANDS
from certeval.library.folders import FOLDERS

RUBRICS = Path(__file__).parent.parent.parent / "rubrics"
HEAVY = ("rich", "yaml", "certeval.model", "certeval.analysis", "certeval.library.yaml_reader")


PROGRAM = """
import io, json, os, sys
from contextlib import redirect_stdout
from certeval.cli.run import run

printed = []
for arguments, env in json.loads(sys.argv[1]):
    os.environ.update(env)
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with redirect_stdout(out):
        run(arguments)
    out.seek(0)
    printed.append(out.read())
print(json.dumps([printed, [*sys.modules]]))
"""


def loaded(tmp_path, *runs):
    """What some runs print, one after the other in one process, and the modules they load."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(runs)],
        capture_output=True, text=True, cwd=tmp_path, check=True,
    )  # fmt: skip
    printed, modules = json.loads(done.stdout)
    return printed, set(modules)


def ids(folder):
    return sorted(path.stem for path in (RUBRICS / folder).glob("*.yaml"))


def completion(words):
    """The run that Bash asks for what *words* can go on with."""
    at = str(len(words.split(" ")) - 1)
    return [], {"_CERTEVAL_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": at}


def test_the_version_loads_next_to_nothing(tmp_path):
    (out,), modules = loaded(tmp_path, (["--version"], {}))
    assert out.startswith("certeval ")
    assert not modules.intersection(HEAVY)


COMPLETIONS = {
    "certeval sco": ["score"],
    "certeval ": [*COMMANDS],
    "certeval score ": ids("certificates"),
    "certeval score ibm-m": ["ibm-ml"],
    "certeval score ibm-ml --audience c": ["career-changer"],
    "certeval score ibm-ml --rubric ": ["career-certificate"],
    "certeval cost ibm-ml --role ml": ["ml-engineer"],
    "certeval overlap ibm-ml --have ml-s": ["ml-specialization"],
    "certeval compare ibm-ml ml-s": ["ml-specialization"],
    "certeval compare ibm-ml --audience c": ["career-changer"],
    "certeval sensitivity ibm-m": ["ibm-ml"],
    "certeval robustness ibm-ml --sampling s": ["stated"],
    "certeval list s": ["skills"],
    "certeval show ": [name for folder in FOLDERS.values() for name in ids(folder)],
    "certeval score ibm-ml --format ": ["table", "json", "csv", "markdown"],
    "certeval score --library nowhere ": [],
    "certeval score --library mine z": ["zither"],
}


def test_completion_lists_file_names_only(tmp_path):
    (tmp_path / "mine" / "certificates").mkdir(parents=True)
    (tmp_path / "mine" / "certificates" / "zither.yaml").touch()
    printed, modules = loaded(tmp_path, *map(completion, COMPLETIONS))
    found = [out.split() for out in printed]
    assert dict(zip(COMPLETIONS, found, strict=True)) == COMPLETIONS
    assert not modules.intersection(HEAVY)


def test_completion_in_zsh_loads_nothing_heavy_either(tmp_path):
    asked = ("sc", "score --al")
    zsh = [
        ([], {"_CERTEVAL_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": f"certeval {words}"})
        for words in asked
    ]
    (score, option), modules = loaded(tmp_path, *zsh)
    assert "score" in score
    assert "--all-audiences" in option
    assert "rich" not in modules


def test_a_command_loads_no_other(tmp_path):
    _, modules = loaded(tmp_path, (["score", "ibm-ml"], {}))
    ours = {name for name in modules if name.startswith("certeval.cli.")}
    assert "certeval.cli.commands.score" in ours
    others = {f"certeval.cli.commands.{name}" for name in ("list", "show", "check")}
    assert not ours & others
    assert "certeval.model.role" not in modules
    for name in ("alternatives", "compare", "sensitivity", "robustness", "simulation", "tornado"):
        assert f"certeval.analysis.{name}" not in modules
    assert "certeval.library.alternatives" not in modules


def test_a_machine_format_loads_no_rich(tmp_path):
    forms = ("json", "csv", "markdown")
    printed, modules = loaded(tmp_path, *((["score", "ibm-ml", "-f", form], {}) for form in forms))
    assert all(printed)
    assert "rich" not in modules


def test_importing_the_package_costs_nothing(tmp_path):
    code = (
        "import sys, certeval; print(sorted(m for m in sys.modules if m.startswith('certeval.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout == "[]\n"

"""Real processes at the edges: pipes, terminals, encodings, closed streams, other folders."""

import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

SCORE = ("score", "ibm-ml", "-a", "career-changer")
CERTEVAL = f"{sys.executable} -m certeval"


def shell(command, tmp_path, **env):
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, **env},
        timeout=60,
        check=False,
    )


@pytest.fixture
def terminal(processes, tmp_path):
    """What the program writes to a terminal: ``terminal("score", ..., columns=80, TERM="dumb")``.

    Keywords are variables of its environment.
    """

    def run(*arguments, columns=80, **env):
        main, side = pty.openpty()
        termios.tcsetwinsize(side, (50, columns))
        env = {"TERM": "xterm-256color", **env}
        wait = processes.start(arguments, tmp_path, (side, side, side), env)
        os.close(side)
        written = b""
        while True:
            try:
                part = os.read(main, 65536)
            except OSError:
                break
            if not part:
                break
            written += part
        os.close(main)
        assert wait() == 0
        return written.decode().replace("\r\n", "\n")

    return run


def test_a_reader_that_leaves(to_a_reader_that_leaves):
    first = "IBM Machine Learning Professional Certificate: score for Career changer\n"
    assert to_a_reader_that_leaves(*SCORE, "--explain") == (0, first, "")


@pytest.mark.parametrize(
    "what", ["show ibm-ml -f yaml", "--help", "score -h", "schema certificate"]
)
def test_a_reader_that_never_came(what, to_a_reader_that_leaves):
    assert to_a_reader_that_leaves(*what.split(), lines=0) == (0, "", "")


def test_a_condition_is_still_reported_after_the_pipe_is_closed(to_a_reader_that_leaves):
    code, _, errors = to_a_reader_that_leaves("score", "ibm-ml", "--min-score", "9", lines=0)
    assert code == 1
    assert errors.startswith("ibm-ml")


def test_in_a_shell_too(tmp_path):
    done = shell(f"{CERTEVAL} {' '.join(SCORE)} --explain | head -1", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_stdout(tmp_path):
    done = shell(f"{CERTEVAL} {' '.join(SCORE)} >&-", tmp_path)
    assert done.returncode == 2
    assert done.stderr == (
        "error: standard output is closed\n  help: write to a file with --output\n"
    )


def test_closed_stderr(tmp_path):
    assert shell(f"{CERTEVAL} score nobody 2>&-", tmp_path).returncode == 2


needs_full = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is always full"
)


@needs_full
def test_full_disk(written_to):
    full = os.open("/dev/full", os.O_WRONLY)
    message = "error: cannot write to standard output: no space left on device\n"
    assert written_to(full, *SCORE) == (2, message)


@needs_full
@pytest.mark.parametrize("what", ["score nobody -f json", "--help", "--version", "score -h"])
def test_a_full_disk_is_no_bug(what, written_to):
    code, errors = written_to(os.open("/dev/full", os.O_WRONLY), *what.split())
    assert code == 2
    assert "Traceback" not in errors
    assert "internal error" not in errors


def test_output_to_a_stream_by_its_name(tmp_path):
    done = shell(f"{CERTEVAL} list -f csv -o /dev/stdout | cat", tmp_path)
    assert done.stdout.startswith("record,number,id,title,path,")


def test_check_writes_what_the_stream_can_show(process, tmp_path):
    (tmp_path / "x.yaml").write_text("kind: caf\u00e9\n", encoding="utf-8")
    ran = process("check", "x.yaml", env={"PYTHONIOENCODING": "ascii"})
    assert "unknown kind 'caf\\xe9'" in ran.out


def test_a_pipe_gets_the_whole_width_and_no_colour(process):
    ran = process(*SCORE, "--explain")
    assert "\x1b" not in ran.out
    assert max(map(len, ran.out.splitlines())) > 120


def test_variables_that_force_typer_force_nothing_here(process):
    forcing = {"GITHUB_ACTIONS": "1", "PY_COLORS": "1"}
    for arguments in (SCORE, ("--help",), ("score", "--help"), ("score", "nobody")):
        ran = process(*arguments, env=forcing)
        assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_a_terminal_is_never_overrun(columns, terminal):
    out = terminal(*SCORE, "--explain", "--color", "never", columns=columns)
    assert max(map(len, out.splitlines())) <= columns
    assert ("\u2588" in out) == (columns == 120)
    assert "7.1 / 10" in out


def test_columns_wins_over_the_terminal(terminal):
    out = terminal(*SCORE, "--color=never", columns=120, COLUMNS="60")
    assert max(map(len, out.splitlines())) <= 60


@pytest.mark.parametrize(
    ("env", "colored"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "0"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"CERTEVAL_COLOR": "never"}, False),
    ],
)
def test_colour_in_a_terminal(env, colored, terminal):
    assert ("\x1b[" in terminal(*SCORE, **env)) == colored


@pytest.mark.parametrize(
    ("env", "arguments", "colored"),
    [
        ({"FORCE_COLOR": "1"}, (), True),
        ({"CLICOLOR_FORCE": "1"}, (), True),
        ({"FORCE_COLOR": "false"}, (), False),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
        ({"FORCE_COLOR": "1"}, ("-f", "markdown"), False),
    ],
)
def test_colour_in_a_pipe(env, arguments, colored, process):
    assert ("\x1b[" in process(*SCORE, *arguments, env=env).out) == colored


@pytest.fixture
def cat(tmp_path):
    """An audience whose title is not ASCII."""
    path = tmp_path / "x.yaml"
    text = "kind: audience\nid: x\ntitle: Caf\u00e9 \u732b\nhours_per_week: 1\n"
    path.write_text(text, encoding="utf-8")


OTHER_ENCODINGS = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.usefixtures("cat")
@pytest.mark.parametrize("env", [{"LANG": "C"}, {"LC_ALL": "C"}, *OTHER_ENCODINGS])
def test_encodings(env, process):
    ran = process("score", "ibm-ml", "-a", "x.yaml", "--explain", env={"COLUMNS": "130", **env})
    assert (ran.code, ran.err) == (0, "")
    assert "7.3 / 10" in ran.out
    if env in OTHER_ENCODINGS:
        assert "\u2588" not in ran.out
        assert "+----" in ran.out


@pytest.mark.usefixtures("cat")
@pytest.mark.parametrize("env", OTHER_ENCODINGS)
def test_machines_get_utf_8_and_names_are_escaped(env, process):
    machine = process("score", "ibm-ml", "-a", "x.yaml", "-f", "json", env=env)
    assert json.loads(machine.out)["audience"]["title"] == "Caf\u00e9 \u732b"
    wrong = process("check", "caf\u00e9.yaml", env=env)
    assert "cannot be read: no such file" in wrong.out
    assert "Traceback" not in wrong.err


def test_standard_input(process):
    text = process("show", "ibm-ml", "--format", "yaml").out
    ran = process("score", "-", "-f", "json", stdin=text)
    card = json.loads(ran.out)
    assert (card["rating"], card["certificate"]["file"]) == (7.3, "<stdin>")
    broken = process("score", "-", stdin=text.replace("raw: 7.5", "raw: 75"))
    assert broken.err.startswith("<stdin>:")
    assert broken.code == 2


def test_a_named_pipe_is_a_file(tmp_path):
    done = shell(f"{CERTEVAL} score <({CERTEVAL} show ibm-ml -f yaml) -f json", tmp_path)
    assert json.loads(done.stdout)["rating"] == 7.3

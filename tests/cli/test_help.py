"""Help names the question of each command, in the domain's words; its examples run."""

import re
import shlex

import pytest

from certeval import __version__
from certeval.cli.app import COMMANDS, PANELS

WIDTHS = (60, 80, 120)
PAGES = ["", *COMMANDS]
PYTHON_TYPES = re.compile(
    r"\b(TEXT|INTEGER|FLOAT|BOOLEAN|PATH range|str|int|bool|None|Decimal|Fraction|Path|list\[|"
    r"tuple\[|[A-Z]\w+Kind)\b|<\w|lambda|x>=|<=x"
)
NOT_SAID = re.compile(
    r"held against|\btold\b|\bsettled\b|\bat hand\b|\bin all\b|by itself|hangs? on|speaks for|"
    r"\breckon|cannot be told|whoever|so many|\bis no \w|that there (is|are)|\breaders?\b|"
    r"\d %|May be repeated|isation|colour|licence|judgement|programme",
    re.IGNORECASE,
)


@pytest.fixture
def page(certeval, monkeypatch):
    """Return the help page of a command on a terminal of that width."""

    def show(command, width=80):
        monkeypatch.setenv("COLUMNS", str(width))
        ran = certeval(*([command] if command else []), "--help")
        assert (ran.code, ran.err) == (0, "")
        return ran.out

    return show


def words(text):
    return re.sub(r"\s+", " ", text)


def test_version(certeval):
    assert certeval("--version") == (0, f"certeval {__version__}\n", "")


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_every_command_in_its_panel(arguments, certeval):
    ran = certeval(*arguments)
    assert (ran.code, ran.err) == (0, "")
    for title, names in PANELS.items():
        panel = ran.out.split(f"\n{title}:\n")[1].split("\n\n")[0]
        assert tuple(re.findall(r"^  ([\w-]+)  +\S", panel, re.MULTILINE)) == names


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_begins_with_what_the_command_does(command, page):
    text = page(command)
    (summary,) = re.findall(r"\n\n  ([A-Z][^\n]+(?:\n  [^\n]+)*)\n\n", text)[:1]
    assert words(summary).endswith(".")
    assert words(summary) in words(page("")), "and so does the list of commands"


@pytest.mark.parametrize("command", COMMANDS)
def test_two_options_ask_for_it(command, certeval):
    assert certeval(command, "-h") == certeval(command, "--help")


@pytest.mark.parametrize("command", PAGES)
def test_a_page_names_no_python_type_and_speaks_plainly(command, page):
    text = page(command)
    assert not PYTHON_TYPES.search(text)
    assert not NOT_SAID.search(words(text))


@pytest.mark.parametrize("command", PAGES)
def test_a_page_is_as_wide_as_the_terminal_and_nothing_is_cut(command, page):
    whole = page(command, 900)
    for width in WIDTHS:
        text = page(command, width)
        assert max(map(len, text.splitlines())) <= width
        assert "".join(text.split()) == "".join(whole.split())
        assert max(map(len, text.splitlines())) > width - 25


@pytest.mark.parametrize("command", PAGES)
def test_the_examples_run(command, page, certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("jobs.csv", "jobs/one.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("description\nSQL on AWS\n", encoding="utf-8")
    examples = re.findall(r"^    certeval (.+)$", page(command), re.MULTILINE)
    assert len(examples) == 2
    for example in examples:
        assert certeval(*shlex.split(example)).code == 0

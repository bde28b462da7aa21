"""What all commands beyond the score have in common: formats, files, pipes, encodings."""

import json
import re

import pytest

from tests.render import hostile_library
from tests.render.runs import RUNS


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize(
    ("name", "form"),
    [
        *((name, "table") for name in ("score", "cost", "curriculum", "rank-table", "list")),
        *(("review", form) for form in ("table", "markdown", "csv", "json")),
    ],
)
def test_a_file_has_what_a_pipe_gets(name, form, certeval, tmp_path, monkeypatch):
    path = tmp_path / "file"
    arguments = [*RUNS[name], "-f", form]
    piped = certeval(*arguments).out
    monkeypatch.setenv("COLUMNS", "40")
    ran = certeval(*arguments, "--output", path)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {path}\n")
    assert path.read_text(encoding="utf-8") == piped


@pytest.mark.usefixtures("guild")
def test_a_worksheet_is_markdown_unless_another_format_is_asked_for(certeval, tmp_path):
    ran = certeval(*RUNS["worksheet"], "-o", tmp_path / "stories.md")
    assert ran.code == 0
    text = (tmp_path / "stories.md").read_text(encoding="utf-8")
    assert text.startswith("# Certificate of Welding: PART worksheet\n")
    assert text.count("\n## Course ") == 3, "those with a project"
    for part in ("Problem", "Action", "Result", "Takeaway"):
        assert text.count(f"\n### {part}\n") == 3
    explicit = certeval(*RUNS["worksheet"], "-f", "markdown").out
    assert explicit == text


def test_the_result_is_the_same_from_a_file_and_from_standard_input(process, tmp_path):
    text = process("show", "ibm-ml", "-f", "yaml").out
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    from_file = process("review", "x.yaml", "-f", "json").out
    typed = process("review", "-", "-f", "json", stdin=text).out
    assert typed == from_file.replace('"x.yaml"', '"<stdin>"')
    assert '"<stdin>"' in typed


@pytest.mark.parametrize(
    ("form", "first"),
    [
        ("table", "IBM Machine Learning Professional Certificate: review for Data professional"),
        ("json", "{"),
        ("markdown", "---"),
    ],
)
def test_a_reader_that_leaves(form, first, to_a_reader_that_leaves):
    assert to_a_reader_that_leaves("review", "ibm-ml", "-f", form) == (0, f"{first}\n", "")


@pytest.mark.parametrize(
    ("command", "code"),
    [("review ibm-ml", 0), ("fit ibm-ml --skill python=none --strict", 1)],
)
def test_a_reader_that_never_came(command, code, to_a_reader_that_leaves):
    ended, _, errors = to_a_reader_that_leaves(*command.split(), lines=0)
    assert ended == code
    assert "Traceback" not in errors


ASCII = [
    {"PYTHONIOENCODING": "ascii"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
]


@pytest.fixture(scope="session")
def foreign(tmp_path_factory):
    """A library whose texts are not ASCII."""
    texts = ["Caf\u00e9 \u732b", "na\u00efve \u2013 words", "\u201cquoted\u201d", "\u2603"]
    return hostile_library.write(tmp_path_factory.mktemp("foreign"), texts)


SHOWN_IN_ASCII = [
    *(
        (name, 0)
        for name in sorted(set(hostile_library.COMMANDS) - {"score", "worksheet", "show-role"})
    ),
    ("review", 1),
    ("curriculum", 1),
]


@pytest.mark.parametrize(("name", "env"), SHOWN_IN_ASCII)
def test_where_only_ascii_can_be_shown(name, env, foreign, process):
    ran = process(*hostile_library.COMMANDS[name], *foreign, env={**ASCII[env], "COLUMNS": "90"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    assert re.search(r"\\xe9|\\u732b|\\u201c|\\u2013|\\u2603", ran.out)
    if name == "curriculum":
        assert "|- " in ran.out
        assert "`- " in ran.out


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_for_machines_it_is_utf_8_everywhere(form, foreign, process):
    name = {"json": "review", "csv": "cost", "markdown": "worksheet"}[form]
    ran = process(*hostile_library.COMMANDS[name], *foreign, "-f", form, env=ASCII[1])
    assert (ran.code, ran.err) == (0, "")
    assert "Caf\u00e9 \u732b" in ran.out
    if form == "json":
        assert json.loads(ran.out)["kind"] == "review"

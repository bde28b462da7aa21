"""``certeval postings``: from files to an answer, and to a file in the user's own library."""

import json
import os

import pytest

from certeval.library import folders
from certeval.library import library as library_module
from tests import yaml_files
from tests.conftest import TESTS

GUILD = TESTS / "cases" / "library"
ASK = ("postings", TESTS / "cases" / "postings.csv", "--role", "fabricator", "--library", GUILD)


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """The folder that markets are saved in."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "certeval" / "markets"


def test_rows_that_cannot_be_read_are_reported(certeval):
    ran = certeval(*ASK)
    assert ran.code == 0
    assert ran.err.endswith("tests/cases/postings.csv:7: error: no text\n")
    assert "1 file or row could not be read" in ran.out


def test_standard_input(process):
    ran = process("postings", "-", "--role", "data-analyst", stdin='{"text": "SQL and [Excel]"}')
    assert (ran.code, ran.err) == (0, "")
    assert "SQL" in ran.out


def test_examples_do_not_act(certeval, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Forging \x1b[31m now \u202eis asked for", encoding="utf-8")
    ran = certeval("postings", path, *ASK[2:], "--show", "forging")
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    assert "[Forging]" in ran.out


def test_saving(certeval, saved):
    ran = certeval(*ASK, "--region", "Harbor", "--date", "2026-11", "--save")
    path = saved / "fabricator-harbor-2026-11.yaml"
    assert ran.code == 0
    assert ran.err.endswith(f"wrote {path}\n")
    text = path.read_text(encoding="utf-8")
    assert "Welder wanted" not in text
    assert certeval("check", path, GUILD).code == 0
    shown = certeval("show", "fabricator-harbor-2026-11", "-f", "json", "--library", GUILD)
    assert json.loads(shown.out)["definition"]["of"] == 4


def test_nothing_is_overwritten_without_asking(certeval, saved):
    assert certeval(*ASK, "--save").code == 0
    path = saved / "fabricator-2026-11-22.yaml"
    path.write_text("mine", encoding="utf-8")
    assert certeval(*ASK, "--save") == (
        2, "", f"error: --save: '{path}' already exists\n  help: add --replace to overwrite it\n",
    )  # fmt: skip
    assert path.read_text(encoding="utf-8") == "mine"
    assert certeval(*ASK, "--save", "--replace").code == 0
    assert path.read_text(encoding="utf-8").startswith("kind: market\n")


def test_replace_needs_save(certeval):
    assert certeval(*ASK, "--replace").err.startswith("error: --replace needs --save\n")


@pytest.mark.skipif(os.name == "nt", reason="a file in place of a folder is told otherwise")
def test_a_folder_that_cannot_be_made(certeval, saved):
    saved.parent.parent.parent.mkdir(exist_ok=True)
    saved.parent.parent.write_text("a file", encoding="utf-8")
    ran = certeval(*ASK, "--save")
    assert ran.code == 2
    assert ran.err.endswith(f"error: cannot create '{saved}': not a directory\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--text-column", "body"), "no column 'body'"),
        (("--date", "soon"), "error: --date: expected a date, found 'soon'"),
        (("--show", "forgin"), "error: --show: no certificate or skill 'forgin'\n  help: did you"),
        (("--region", ""), "error: --region: must be a printable text"),
    ],
)
def test_errors_name_the_option(options, message, certeval):
    ran = certeval(*ASK, *options)
    assert ran.code == 2
    assert message in ran.err


def test_a_role_that_is_not_there(certeval):
    ran = certeval("postings", ASK[1], "--role", "data-analist")
    assert ran.code == 2
    assert ran.err.startswith("error: unknown role 'data-analist'\n")


def test_a_certificate_with_errors_is_left_out(certeval, library):
    folder = library(certificates={"broken": "kind: certificate\nid: broken\n"})
    ran = certeval(*ASK, "--library", folder)
    assert ran.code == 0
    assert "the certificate 'broken' was skipped because its file has errors" in ran.out


@pytest.mark.parametrize(
    ("name", "says"),
    [("soldering", "No posting names it."), ("fusion", "Postings name it only by its parts.")],
)
def test_examples_that_there_are_none_of(name, says, certeval):
    assert says in certeval(*ASK, "--show", name).out


def test_more_examples_than_are_shown(certeval, tmp_path):
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(f"Forging {number}", encoding="utf-8")
    ran = certeval("postings", tmp_path, *ASK[2:], "--show", "forging")
    assert ran.out.count("[Forging]") == 10
    assert "Shown: 10 of 12 postings." in ran.out


def test_a_library_without_certificates(certeval, library, monkeypatch):
    folder = library(roles={"welder": yaml_files.role(core="arc")})
    (folder / "skills.yaml").write_text(yaml_files.skills("arc"), encoding="utf-8")
    for module in (folders, library_module):
        monkeypatch.setattr(module, "built_in", lambda: folder)
    ran = certeval("postings", ASK[1], "--role", "welder")
    assert "4 distinct postings; the library has no certificate to look for." in ran.out

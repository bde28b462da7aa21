"""``--output`` writes a file whole or not at all."""

import os
import stat
import threading

import pytest

from certeval.cli import output
from certeval.cli.output import ColorChoice, display_for


def test_a_file_is_written_and_noted(certeval, tmp_path):
    path = tmp_path / "score.md"
    ran = certeval("score", "ibm-ml", "-f", "markdown", "--output", path)
    assert (ran.code, ran.out, ran.err) == (0, "", f"wrote {path}\n")
    assert path.read_text().startswith("# IBM Machine Learning")
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~output._umask()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("command", "name", "start"),
    [
        (["score", "ibm-ml"], "a.md", "# IBM"),
        (["score", "ibm-ml"], "a.MARKDOWN", "# IBM"),
        (["score", "ibm-ml"], "a.json", "{"),
        (["score", "ibm-ml"], "a.csv", "record,"),
        (["score", "ibm-ml"], "a.yaml", "IBM"),
        (["score", "ibm-ml", "-f", "json"], "a.md", "{"),
        (["show", "ibm-ml"], "a.yaml", "# yaml"),
        (["check"], "a.sarif", "{"),
    ],
)
def test_the_ending_of_the_file_sets_the_format(command, name, start, certeval, tmp_path):
    assert certeval(*command, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_format_in_the_environment_comes_before_the_ending(certeval, tmp_path, monkeypatch):
    monkeypatch.setenv("CERTEVAL_FORMAT", "json")
    certeval("score", "ibm-ml", "-o", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("{")


def test_a_table_in_a_file_is_plain_and_whole(certeval, tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    certeval("score", "ibm-ml", "--explain", "-o", tmp_path / "x")
    text = (tmp_path / "x").read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) > 120


def test_a_file_that_is_there_keeps_its_mode(certeval, tmp_path):
    path = tmp_path / "x"
    path.touch(0o600)
    certeval("list", "-o", path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_written_through(certeval, tmp_path):
    (tmp_path / "link").symlink_to("real")
    certeval("list", "-o", tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text()


def test_what_is_no_plain_file_is_written_to_and_not_replaced(certeval, tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read = []
    reader = threading.Thread(target=lambda: read.append(path.read_text()))
    reader.start()
    assert certeval("list", "-o", path).code == 0
    reader.join(10)
    assert "ibm-ml" in read[0]
    assert path.is_fifo()


def test_no_folder_is_made(certeval, tmp_path):
    ran = certeval("list", "-o", tmp_path / "no" / "x")
    assert ran.code == 2
    assert ran.err == (
        f"error: cannot write '{tmp_path}/no/x': no such file or directory\n"
        f"  help: the folder '{tmp_path}/no' does not exist; create it first\n"
    )


def test_a_folder_is_no_file(certeval, tmp_path):
    assert "is a directory" in certeval("list", "-o", tmp_path).err


def test_what_was_there_stays_when_writing_fails(certeval, tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_text("precious")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(path), "replace", fail)
    ran = certeval("list", "-o", path)
    assert ran.err == f"error: cannot write '{path}': no space left on device\n"
    assert path.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_written_where_the_command_cannot_run(certeval, tmp_path):
    certeval("score", "nobody", "-o", tmp_path / "x")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("columns", ["0", "-5", "wide", "\u0663", ""])
def test_a_width_that_is_none_is_ignored(columns):
    class Pipe:
        encoding = "utf-8"

        def isatty(self):
            return False

    assert display_for(Pipe(), ColorChoice.auto, {"COLUMNS": columns}).width is None


def test_a_terminal_of_unknown_width():
    class Odd:
        encoding = None

        def isatty(self):
            return True

        def fileno(self):
            raise ValueError

    look = display_for(Odd(), ColorChoice.auto, {})
    assert look == (None, True, True)

"""Files that are not what they should be end in a message, at once."""

import io
import os
import sys
import time

import pytest

from certeval.library import text as text_module
from certeval.library.text import MAX_BYTES, UnreadableText, read_text

HEAD = "kind: certificate\nid: x\ntitle: x\nprovider: "


def refusal(certeval, path):
    started = time.perf_counter()
    ran = certeval("check", path)
    assert time.perf_counter() - started < 5
    assert "Traceback" not in ran.err
    return ran.code, ran.out.splitlines()[0].replace(f"{path}", "FILE")


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b"", 1, "FILE: error: the file is empty"),
        (b" \n\n", 1, "FILE: error: the file is empty"),
        (b"title: caf\xe9\n", 1, "FILE: error: not UTF-8: byte 0xe9 in line 1"),
        ("title: x".encode("utf-16"), 1, "FILE: error: not UTF-8: byte 0xff in line 1"),
        (b"a: \x07\n", 1, "FILE:1:4: error: the control character U+0007 is not allowed"),
        (b"a: x\nb: \x00\n", 1, "FILE:2:4: error: the control character U+0000 is not allowed"),
        (b"x" * 50_000_000, 1, "FILE: error: larger than 1000 kB"),
        (b"a: " + b"[" * 1000 + b"]" * 1000, 1, "FILE:1:43: error: nested more than 40 deep"),
        (b"a: " + b"[" * 400_000, 1, "FILE:1:43: error: nested more than 40 deep"),
        (
            b"".join(b"  " * depth + b"a:\n" for depth in range(300)),
            1,
            "FILE:41:81: error: nested more than 40 deep",
        ),
        (
            b"a: &a [x,x,x,x,x,x,x,x,x]\n"
            + b"".join(
                f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n".encode()
                for before, name in zip("abcdefgh", "bcdefghi", strict=True)
            ),
            1,
            "FILE:1:4: error: the anchor '&a' is not supported",
        ),
        (b"- " * 3 + b"x", 1, "FILE:1:1: error: expected a mapping, found a list"),
    ],
    ids=[
        "empty", "blank", "latin-1", "utf-16", "bell", "nul", "50-mb", "nested-1000",
        "nested-400000", "nested-block", "billion-laughs", "list",
    ],
)  # fmt: skip
def test_a_file_that_is_no_definition(content, code, message, certeval, tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes(content)
    assert refusal(certeval, path) == (code, message)


def test_a_large_file_is_refused_unread(tmp_path, monkeypatch):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    monkeypatch.setattr(text_module.stat, "S_ISREG", lambda mode: True)
    with pytest.raises(UnreadableText, match="larger than 1000 kB"):
        read_text(path)


def test_a_file_that_is_not_there(certeval, tmp_path):
    assert refusal(certeval, tmp_path / "no.yaml") == (
        2,
        "FILE: error: cannot be read: no such file",
    )


def test_a_folder_given_as_a_file(certeval, tmp_path):
    ran = certeval("score", f"{tmp_path}/")
    assert ran.code == 2
    assert "error: cannot be read: it is a folder, not a file" in ran.err
    assert "help: name a file in it, or check the whole folder" in ran.err


def test_an_unreadable_file(certeval, tmp_path, monkeypatch):
    path = tmp_path / "secret.yaml"
    path.write_text(HEAD)

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    assert refusal(certeval, path) == (2, "FILE: error: cannot be read: permission denied")


def test_a_path_through_a_file(certeval, tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD)
    code, message = refusal(certeval, tmp_path / "a.yaml" / "b.yaml")
    assert (code, message) == (2, "FILE: error: cannot be read: not a directory")


def test_a_file_that_disappears_after_it_was_listed(certeval, library, monkeypatch):
    root = library(certificates={"here": HEAD + "me\n", "gone": HEAD + "me\n"})
    real = os.walk

    def then_remove(path, **how):
        found = list(real(path, **how))
        (root / "certificates" / "gone.yaml").unlink()
        return found

    monkeypatch.setattr(os, "walk", then_remove)
    ran = certeval("check", root)
    assert ran.code == 2
    assert "gone.yaml: error: cannot be read: no such file" in ran.out
    assert "here.yaml" in ran.out


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfkind: role\n")
    assert read_text(path).text == "kind: role\n"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"kind: role\n")))
    assert read_text(text_module.STDIN) == ("<stdin>", "kind: role\n")


def test_closed_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableText, match="cannot be read: standard input is closed"):
        read_text(text_module.STDIN)


def test_a_path_that_is_not_text_is_still_shown(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.yaml")
    assert text_module.display_path(path).endswith("\\xff.yaml")


def test_a_path_is_shown_relative_to_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert text_module.display_path(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert text_module.display_path(tmp_path.parent / "b.yaml") == str(tmp_path.parent / "b.yaml")

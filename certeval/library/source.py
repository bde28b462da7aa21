"""The text of a definition file, read with care: bounded, UTF-8, and nothing but a file."""

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from certeval.diagnostics import Diagnostic, Rule

MAX_BYTES = 1_000_000
"""The largest definition file that is read; the largest built-in one is under 50 kB."""

STDIN = Path("-")


class SourceText(NamedTuple):
    """A file's text, and the path that messages call it by."""

    path: str
    text: str


class UnreadableSource(Exception):  # noqa: N818 - it carries a diagnostic to its reader
    """The file has no text that could be read; says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Carry *diagnostic*."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def display_path(path: Path) -> str:
    """*path* as messages show it: relative where it lies under the working directory."""
    if path == STDIN:
        return "<stdin>"
    try:
        here, full = (os.path.realpath(place) for place in (os.curdir, path))
        inside = here.rstrip(os.sep) + os.sep
        shown = str(path)
        if full.startswith(inside):
            shown = full.removeprefix(inside).replace(os.sep, "/")
    except (OSError, ValueError):
        shown = str(path)
    return os.fsencode(shown).decode("utf-8", "backslashreplace")


def read_source(path: Path) -> SourceText:
    """The text of the file at *path*; ``-`` is standard input.

    Raises:
        UnreadableSource: no such file, not a file, too large, not UTF-8, empty.

    """
    shown = display_path(path)
    try:
        raw = _bytes(path)
    except OSError as error:
        hint = None
        if isinstance(error, IsADirectoryError):
            hint = "name a file in it, or check the whole folder with 'certeval check'"
        raise _refused(shown, "unreadable", f"cannot be read: {reason_of(error)}", hint) from None
    if len(raw) > MAX_BYTES:
        raise _refused(
            shown,
            "too-large",
            f"larger than {MAX_BYTES // 1000} kB",
            "no definition needs to be so large: is this the right file?",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} in line {line}"
        raise _refused(shown, "encoding", message, "save the file as UTF-8") from None
    if not text.strip():
        raise _refused(shown, "structure", "the file is empty", _HOW_TO_START)
    return SourceText(shown, text)


_HOW_TO_START = "'certeval show ID --format yaml' prints one to start from"


def _bytes(path: Path) -> bytes:
    if path == STDIN:
        return standard_input().read(MAX_BYTES + 1)
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size > MAX_BYTES:
            return bytes(MAX_BYTES + 1)  # refused by size, unread
        return file.read(MAX_BYTES + 1)


def standard_input() -> BinaryIO:
    """Standard input, as bytes.

    Raises:
        OSError: it is closed.

    """
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer


def reason_of(error: OSError) -> str:
    """Why a file could not be read, in few words."""
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder, not a file"
    return (error.strerror or str(error)).lower()


def _refused(path: str, rule: Rule, message: str, hint: str | None) -> UnreadableSource:
    return UnreadableSource(Diagnostic(path=path, message=message, rule=rule, hint=hint))

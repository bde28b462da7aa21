"""Read the text of a definition file safely: limited in size, and nothing but UTF-8."""

import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, NamedTuple

from certeval.diagnostics import Diagnostic, Rule
from certeval.errors import UsageError

MAX_BYTES = 1_000_000
"""The largest definition file that is read; the largest built-in one is under 50 kB."""

STDIN = Path("-")


class FileText(NamedTuple):
    """The text of a file, and the path that messages show for it."""

    path: str
    text: str


class UnreadableText(Exception):  # noqa: N818 - it takes a diagnostic to the reader of the file
    """The text of a file could not be read; ``diagnostic`` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep *diagnostic*."""
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def require_stdin_once(*references: str | None) -> None:
    """Require that standard input is named at most once.

    Args:
        references: ids, paths and ``-``; None is ignored.

    Raises:
        UsageError: it is named several times.

    """
    if references.count(str(STDIN)) > 1:
        raise UsageError("standard input can be read only once", "give a file for the other")


def display_path(path: Path) -> str:
    """Return a path for messages.

    Args:
        path: the path of a file, which need not exist.

    Returns:
        The path, relative if it is below the working directory; ``<stdin>`` for standard input.

    """
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


def read_text(path: Path) -> FileText:
    """Read the text of a file.

    Args:
        path: the file; ``-`` is standard input.

    Returns:
        The text without a byte-order mark, and the path for messages.

    Raises:
        UnreadableText: there is no such file, or it is a folder, too large, empty, or not UTF-8.

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
            "definitions are far smaller: is this the right file?",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte 0x{raw[error.start]:02x} in line {line}"
        raise _refused(shown, "encoding", message, "save the file as UTF-8") from None
    if not text.strip():
        raise _refused(shown, "structure", "the file is empty", _HOW_TO_START)
    return FileText(shown, text)


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
    """Return standard input as a stream of bytes.

    Returns:
        The stream, which is not to be closed.

    Raises:
        OSError: it is closed.

    """
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer


def reason_of(error: OSError) -> str:
    """Return why a file could not be read, in a few words.

    Args:
        error: the error of the operating system.

    Returns:
        The reason, in lower case and without the path.

    """
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, IsADirectoryError):
        return "it is a folder, not a file"
    return (error.strerror or str(error)).lower()


def _refused(path: str, rule: Rule, message: str, hint: str | None) -> UnreadableText:
    return UnreadableText(Diagnostic(path=path, message=message, rule=rule, hint=hint))

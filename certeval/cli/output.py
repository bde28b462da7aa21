"""Where text goes: streams and files, and what they can show."""

import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from certeval.errors import OutputError
from certeval.render.formats import Display

_NOT_FORCING = frozenset({"", "0", "false"})


class ColorChoice(StrEnum):
    """When to style the table."""

    auto = "auto"
    always = "always"
    never = "never"


def display_for(stream: TextIO | None, choice: ColorChoice, environ: Mapping[str, str]) -> Display:
    """What *stream* can show. None is a file: UTF-8, as wide as need be, plain unless forced."""
    if stream is None:  # a file is read by who knows whom: no variable colours it
        return Display(color=choice is ColorChoice.always)
    terminal, encoding = stream.isatty(), stream.encoding or "ascii"
    return Display(
        width=_width(stream, environ),
        color=_colored(choice, environ, terminal=terminal),
        ascii=not encoding.lower().replace("-", "").startswith("utf"),
    )


def _colored(choice: ColorChoice, environ: Mapping[str, str], *, terminal: bool) -> bool:
    if choice is not ColorChoice.auto:
        return choice is ColorChoice.always
    if environ.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environ.get(name, "").lower() not in _NOT_FORCING:
            return True
    return terminal and environ.get("TERM") != "dumb"


def _width(stream: TextIO, environ: Mapping[str, str]) -> int | None:
    """COLUMNS, else the terminal's own width, else None: a pipe is as wide as its text."""
    columns = environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    if not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def write_stdout(text: str, *, machine: bool) -> None:
    """Write *text* to standard output: UTF-8 for machines, what the stream can show for people.

    A reader that has gone away (``| head -1``) has what it wanted, so that is no error.

    Raises:
        OutputError: closed, or the disk behind it is full.

    """
    if sys.stdout is None:
        raise OutputError("standard output is closed", "write to a file with --output")
    encoding = "utf-8" if machine else sys.stdout.encoding or "ascii"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        silence_stdout()
    except OSError as error:
        silence_stdout()
        raise OutputError(f"cannot write to standard output: {_reason(error)}") from None


def silence_stdout() -> None:
    """Send what is still buffered nowhere, so that closing the stream at the end cannot fail."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def write_stderr(text: str) -> None:
    """Write a note or an error for people; whatever the stream cannot show is escaped."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        encoding = sys.stderr.encoding or "ascii"
        shown = text.encode(encoding, "backslashreplace").decode(encoding)
        sys.stderr.write(shown)
        sys.stderr.flush()


def write_file(path: Path, text: str) -> None:
    """Write *text* to *path* as UTF-8, whole or not at all; what was there stays until then.

    Raises:
        OutputError: no such folder, a folder, or it cannot be written.

    """
    if path == Path():
        raise OutputError("--output names no file", "give a file's name, or - for standard output")
    content = text.encode("utf-8", "backslashreplace")
    try:
        status = path.stat() if os.path.exists(path) else None  # noqa: PTH110 - never raises
        if status and not stat.S_ISREG(status.st_mode):
            path.write_bytes(content)  # a device or a pipe is written to, never replaced
        else:
            target = Path(os.path.realpath(path))
            _replace(target, content, status.st_mode if status else 0o666 & ~_umask())
    except OSError as error:
        hint = None
        if not os.path.isdir(path.parent):  # noqa: PTH112 - never raises
            hint = f"the folder '{path.parent}' does not exist; certeval creates none"
        raise OutputError(f"cannot write '{path}': {_reason(error)}", hint) from None


def _replace(target: Path, content: bytes, mode: int) -> None:
    import tempfile

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".certeval-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(stat.S_IMODE(mode))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()

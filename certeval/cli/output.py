"""Write text to streams and files, and find out what they can show."""

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
    """When to color the table."""

    auto = "auto"
    always = "always"
    never = "never"


def display_for(stream: TextIO | None, choice: ColorChoice, environ: Mapping[str, str]) -> Display:
    """Return what *stream* can show; None is a file: UTF-8, as wide as need be, plain by default.

    Args:
        stream: standard output, or None for a file.
        choice: the value of ``--color``.
        environ: the environment; ``NO_COLOR``, ``FORCE_COLOR``, ``CLICOLOR_FORCE``, ``TERM`` and
            ``COLUMNS`` count.

    """
    if stream is None:  # a file outlives the terminal, so only --color always colors it
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
    """Return COLUMNS, else the terminal's width, else None: a pipe is as wide as its text."""
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
    """Write *text* to standard output: in UTF-8 for machines, in the stream's encoding for people.

    It is not an error if the reader closes the pipe (``| head -1``): it has what it wanted.

    Raises:
        OutputError: the stream is closed, or the disk behind it is full.

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
    """Discard what is still buffered, so that closing the stream at exit cannot fail."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def write_stderr(text: str) -> None:
    """Write a note or an error for people, escaping what the stream cannot show."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        encoding = sys.stderr.encoding or "ascii"
        shown = text.encode(encoding, "backslashreplace").decode(encoding)
        sys.stderr.write(shown)
        sys.stderr.flush()


def write_file(path: Path, text: str) -> None:
    """Write *text* to *path* as UTF-8, atomically: an existing file is replaced at the very end.

    Raises:
        OutputError: the folder does not exist, or the file cannot be written.

    """
    if path == Path():
        message = "--output: the file name is empty"
        raise OutputError(message, "name a file, or - for standard output")
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
            hint = f"the folder '{path.parent}' does not exist; create it first"
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

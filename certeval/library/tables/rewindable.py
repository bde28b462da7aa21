"""Open a file of any size that can be read more than once."""

import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import BinaryIO

from certeval.diagnostics import Diagnostic
from certeval.errors import DefinitionError
from certeval.library.text import STDIN, display_path, reason_of, standard_input


def open_rewindable(path: Path) -> BinaryIO:
    """Open a file so that it can be read more than once.

    A source that cannot be rewound, such as a pipe, is first copied to an anonymous temporary file.

    Args:
        path: the file; ``-`` is standard input.

    Returns:
        The open file, to be closed by the caller.

    Raises:
        DefinitionError: the file cannot be read.

    """
    try:
        if path == STDIN:
            return _copy(standard_input())
        file = path.open("rb")
        if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return file
        with file:
            return _copy(file)
    except OSError as error:
        message = f"cannot be read: {reason_of(error)}"
        problem = Diagnostic(display_path(path), message, "unreadable")
        raise DefinitionError([problem]) from None


def _copy(source: BinaryIO) -> BinaryIO:
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        shutil.copyfileobj(source, copy)
    except BaseException:
        copy.close()
        raise
    return copy

"""A pseudo-terminal that runs the program and types the answers to its questions."""

import os
import pty
import select
import time
from typing import NamedTuple

import pytest

CTRL_C, CTRL_D = "\x03", "\x04"


class Asked(NamedTuple):
    """What a run on a terminal left behind: ``shown`` is what stood on the terminal."""

    code: int
    out: str
    shown: str


def run(processes, folder, typed, *arguments):
    """Run the program with a terminal for input and errors, its output in a pipe, and type."""
    main, side = pty.openpty()
    read, out = os.pipe()
    streams, env = (side, out, side), {"TERM": "dumb"}
    wait = processes.start(arguments, folder, streams, env, in_the_foreground=True)
    os.close(side)
    os.close(out)
    shown = ""
    for answer in typed:
        shown += _until_asked(main)
        os.write(main, _keys(answer))
    shown += rest(main)
    os.close(main)
    with os.fdopen(read, encoding="utf-8") as pipe:
        written = pipe.read()
    return Asked(wait(), written, shown.replace("\r\n", "\n"))


def _keys(answer):
    """What is sent for *answer*: a line, a key that ends it all, or bytes that are no text."""
    if isinstance(answer, bytes):
        return answer + b"\n"
    return (answer if answer in (CTRL_C, CTRL_D) else f"{answer}\n").encode()


def _until_asked(main):
    """What is shown up to the end of the next question."""
    shown = ""
    end = time.monotonic() + 60
    while not shown.rstrip(" ").endswith("]:"):
        assert time.monotonic() < end, f"no question after {shown!r}"
        if select.select([main], [], [], 1)[0]:
            try:
                shown += os.read(main, 4096).decode(errors="replace")
            except OSError:
                pytest.fail(f"it ended, and did not ask after {shown!r}")
    return shown


def rest(main):
    shown = b""
    while True:
        assert select.select([main], [], [], 60)[0], f"it waits after {shown!r}"
        try:
            part = os.read(main, 4096)
        except OSError:
            return shown.decode(errors="replace")
        if not part:
            return shown.decode(errors="replace")
        shown += part

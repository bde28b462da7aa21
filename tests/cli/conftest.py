"""A terminal to run the program on, and readers that leave."""

import os
from functools import partial

import pytest

from tests.cli import terminal


@pytest.fixture
def on_a_terminal(processes, tmp_path):
    """Run the program on a terminal: ``on_a_terminal(["typed", "lines"], "fit", ...)``."""
    return partial(terminal.run, processes, tmp_path)


@pytest.fixture
def written_to(processes, tmp_path):
    """``written_to(out, "score", ...)``: exit code and errors of a run that writes to *out*.

    It is a file descriptor, which is closed here; *before* is done while the run writes.
    """

    def run(out, *arguments, before=lambda: None):
        nothing = os.open(os.devnull, os.O_RDONLY)
        read, err = os.pipe()
        wait = processes.start(arguments, tmp_path, (nothing, out, err))
        for end in (nothing, out, err):
            os.close(end)
        before()
        with os.fdopen(read, encoding="utf-8") as pipe:
            errors = pipe.read()
        return wait(), errors

    return run


@pytest.fixture
def to_a_reader_that_leaves(written_to):
    """Run the program with a reader that takes one line, or *lines*, and goes."""

    def run(*arguments, lines=1):
        read, out = os.pipe()
        reader = os.fdopen(read, encoding="utf-8")
        found = []

        def leave():
            found.extend(reader.readline() for _ in range(lines))
            reader.close()

        if not lines:
            leave()
        code, errors = written_to(out, *arguments, before=leave if lines else lambda: None)
        return code, "".join(found), errors

    return run

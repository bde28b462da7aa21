"""A terminal to run the program on."""

from functools import partial

import pytest

from tests.cli import terminal


@pytest.fixture
def on_a_terminal(tmp_path):
    """Run the program on a terminal: ``on_a_terminal(["typed", "lines"], "fit", ...)``."""
    return partial(terminal.run, tmp_path)

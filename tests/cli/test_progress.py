"""Progress is for those who wait at a terminal: late, on standard error, and taken away again."""

from contextlib import closing
from io import StringIO
from types import SimpleNamespace

import pytest

from certeval.cli import progress
from certeval.cli.progress import Progress
from tests.conftest import TESTS

LIBRARY = TESTS / "cases" / "library"
THREE = ("robustness", "welding", "soldering", "brazing", "--library", str(LIBRARY))


class Stream(StringIO):
    """Standard error, on a terminal or not."""

    def __init__(self, *, terminal):
        super().__init__()
        self.terminal = terminal

    def isatty(self):
        return self.terminal


def attached(stream, monkeypatch):
    """*stream* as standard error, for progress alone: what runs the tests has its own."""
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setattr(progress, "write_stderr", getattr(stream, "write", None))
    return stream


class Clock:
    """Shows the time that it is set to."""

    def __init__(self):
        self.now = 100.0

    def monotonic(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    found = Clock()
    monkeypatch.setattr(progress, "time", found)
    return found


@pytest.fixture
def stream(monkeypatch):
    return attached(Stream(terminal=True), monkeypatch)


def test_nothing_in_the_first_half_second(clock, stream):
    shown = Progress("sampling", 1000)
    for passed in (0.0, 0.2, 0.49):
        clock.now = 100 + passed
        shown(100)
    assert stream.getvalue() == ""
    shown.close()
    assert stream.getvalue() == "", "what was never shown need not be taken away"


def test_from_then_on_ten_times_a_second_at_most(clock, stream):
    shown = Progress("sampling", 1000)
    for passed, done in ((0.5, 125), (0.55, 125), (0.59, 125), (0.61, 250), (0.9, 375)):
        clock.now = 100 + passed
        shown(done)
    assert stream.getvalue() == "\rsampling: 12%\rsampling: 62%\rsampling: 100%"


def test_the_line_is_taken_away(clock, stream):
    with closing(Progress("sampling", 1000)) as shown:
        clock.now += 1
        shown(50)
        clock.now += 1
        shown(950)
    line = "sampling: 100%"
    assert stream.getvalue() == f"\rsampling: 5%\r{line}\r{' ' * len(line)}\r"


def test_the_line_is_cleared_before_an_error_is_printed(clock, stream):
    def interrupted():
        with closing(Progress("sampling", 1000)) as shown:
            clock.now += 1
            shown(500)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert stream.getvalue() == f"\rsampling: 50%\r{' ' * len('sampling: 50%')}\r"


@pytest.mark.parametrize("stderr", [Stream(terminal=False), None])
def test_a_pipe_shows_no_progress(clock, monkeypatch, stderr):
    attached(stderr, monkeypatch)
    shown = Progress("sampling", 10)
    clock.now += 60
    shown(10)
    shown.close()
    assert stderr is None or stderr.getvalue() == ""


def impatient(monkeypatch):
    monkeypatch.setattr(progress, "_PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(progress, "_INTERVAL_SECONDS", 0.0)


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ([], ["50%", "100%"]),
        (["--score-error", "1"], ["25%", "50%", "75%", "100%"]),
        (["--sampling", "stated"], ["50%", "100%"]),
    ],
)
def test_what_is_drawn_comes_to_all_of_it(more, last, certeval, monkeypatch, stream):
    impatient(monkeypatch)
    ran = certeval(*THREE, "--draws", "1000", *more)
    assert ran.code == 0
    assert "sampling:" not in ran.out
    parts = stream.getvalue().split("\r")
    assert parts[1:-2] == [f"sampling: {percent}" for percent in last]
    assert (parts[-2].strip(), parts[-1]) == ("", "")


def test_what_is_exact_shows_no_progress(certeval, monkeypatch, stream):
    impatient(monkeypatch)
    assert certeval(*THREE[:3], *THREE[4:]).code == 0
    assert stream.getvalue() == ""


def test_one_certificate_that_is_drawn(certeval, monkeypatch, stream):
    impatient(monkeypatch)
    ran = certeval(*THREE[:2], *THREE[4:], "--draws", "1000", "--score-error", "1")
    assert ran.code == 0
    assert stream.getvalue().split("\r")[1:-2] == ["sampling: 50%", "sampling: 100%"]


def test_a_short_wait_on_a_terminal_shows_nothing(on_a_terminal):
    ran = on_a_terminal([], *THREE, "--draws", "50")
    assert (ran.code, ran.shown) == (0, "")
    assert "50 draws, seed 1" in ran.out

"""Progress on standard error, for those who wait at a terminal."""

import sys
import time

from certeval.cli.output import write_stderr

_PATIENCE_SECONDS = 0.5
_INTERVAL_SECONDS = 0.1


class Progress:
    """Shows how much of *whole* is done, once it takes longer than half a second.

    Call it with what has been done since the last time; ``close`` takes the line away again.
    """

    def __init__(self, what: str, whole: int) -> None:
        """Nothing is done yet."""
        self.what, self.whole, self.done = what, whole, 0
        self.watched = sys.stderr is not None and sys.stderr.isatty()
        self.next = time.monotonic() + _PATIENCE_SECONDS
        self.length = 0

    def __call__(self, more: int) -> None:
        """*more* is done."""
        self.done += more
        now = time.monotonic()
        if self.watched and now >= self.next:
            line = f"{self.what}: {100 * self.done // self.whole}%"
            write_stderr(f"\r{line}")
            self.next, self.length = now + _INTERVAL_SECONDS, len(line)

    def close(self) -> None:
        """Take the line away."""
        if self.length:
            write_stderr(f"\r{' ' * self.length}\r")

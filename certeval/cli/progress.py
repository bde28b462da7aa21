"""Show progress on standard error, on a terminal."""

import sys
import time

from certeval.cli.output import write_stderr

_PATIENCE_SECONDS = 0.5
_INTERVAL_SECONDS = 0.1


class Progress:
    """Shows what percentage of *whole* is done, once that takes longer than half a second.

    Call it with the amount done since the last call; ``close`` clears the line.
    """

    def __init__(self, what: str, whole: int) -> None:
        """Start at 0%; *what* names the work, *whole* is its amount."""
        self.what, self.whole, self.done = what, whole, 0
        self.watched = sys.stderr is not None and sys.stderr.isatty()
        self.next = time.monotonic() + _PATIENCE_SECONDS
        self.length = 0

    def __call__(self, more: int) -> None:
        """Add *more* to what is done."""
        self.done += more
        now = time.monotonic()
        if self.watched and now >= self.next:
            line = f"{self.what}: {100 * self.done // self.whole}%"
            write_stderr(f"\r{line}")
            self.next, self.length = now + _INTERVAL_SECONDS, len(line)

    def close(self) -> None:
        """Clear the line."""
        if self.length:
            write_stderr(f"\r{' ' * self.length}\r")

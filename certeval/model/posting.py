"""A job posting: its text, and the place it was read from."""

from typing import NamedTuple


class Posting(NamedTuple):
    """A job posting as it is read.

    Attributes:
        path: the file, as messages name it.
        line: the line on which its row begins, from 1; None if the posting is a file of its own.
        text: the whole text.

    """

    path: str
    line: int | None
    text: str

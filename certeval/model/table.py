"""The rows of a table of raw scores, one for each certificate."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class RawRow(NamedTuple):
    """A row as it was read, before it is scored.

    Attributes:
        line: the line in which it begins, from 1.
        id: the certificate's id, not empty.
        title: the certificate's title; None if it has none.
        scores: the text of each raw score, in the order of the rubric's criteria; blank for none.

    """

    line: int
    id: str
    title: str | None
    scores: Sequence[str]


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be ranked: the line in which it begins, and the reason."""

    line: int
    message: str
    hint: str | None

"""A known fact about a program."""

from dataclasses import dataclass

from certeval.results.citation import Citation


@dataclass(frozen=True)
class Fact:
    """Something known of the program, in words."""

    name: str
    text: str
    citation: Citation

"""The code blocks of a Markdown file, for the tests and for ``.ci/run``.

As a program, print the README's block with a mark: ``python tests/readme.py "run: main job"``.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"(?:^<!-- ([^\n]+) -->\n)?^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A code block: the line it starts on, the mark in a comment above it, language and text."""

    line: int
    mark: str
    language: str
    text: str


def blocks(markdown: str) -> Iterator[Block]:
    """Return the code blocks of *markdown*, in order."""
    for found in _BLOCK.finditer(markdown):
        line = markdown.count("\n", 0, found.start(2)) + 1
        yield Block(line, found[1] or "", found[2], found[3])


def block(mark: str) -> str:
    """Return the text of the README's block below ``<!-- MARK -->``."""
    for one in blocks(README.read_text(encoding="utf-8")):
        if one.mark == mark:
            return one.text
    raise LookupError(f"the README has no block marked '{mark}'")


if __name__ == "__main__":
    sys.stdout.write(block(sys.argv[1]))

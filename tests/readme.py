"""The marked blocks of the README, for the tests and for ``.ci/run``."""

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def block(mark: str) -> str:
    """The code block that follows ``<!-- MARK -->``."""
    pattern = rf"<!-- {re.escape(mark)} -->\n```\w+\n(.*?)```"
    found = re.search(pattern, README.read_text(encoding="utf-8"), re.DOTALL)
    if found is None:
        raise LookupError(f"the README has no block marked '{mark}'")
    return found[1]


if __name__ == "__main__":
    sys.stdout.write(block(sys.argv[1]))

"""Writes what is generated: ``python -m tests.documents``; with ``--check`` only compares."""

import sys
from collections.abc import Iterator
from pathlib import Path

from certeval.library.definitions import KINDS
from certeval.render.schema import schema_text
from tests.documents import DOCS, ROOT, commands, definitions


def generated() -> Iterator[tuple[Path, str]]:
    """Return each file that is generated, and what belongs into it."""
    for kind in KINDS:
        yield ROOT / "rubrics" / "schema" / f"{kind}.schema.json", schema_text(kind)
    yield DOCS / "definitions.md", definitions.page()
    yield DOCS / "commands.md", commands.page()


def outdated() -> list[str]:
    """Return the names of the files that are not what they should be."""
    return [
        path.relative_to(ROOT).as_posix()
        for path, text in generated()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]


def main(*arguments: str) -> int:
    """Write the files, or name those that are out of date."""
    names = outdated()
    if arguments == ("--check",):
        for name in names:
            print(f"{name} is out of date: run python -m tests docs")
        return bool(names)
    for path, text in generated():
        path.write_text(text, encoding="utf-8")
    for name in names:
        print(f"wrote {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""The documents: examples run, links lead somewhere, generated pages are current."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / ".github" / "docs"
DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path
    for path in (ROOT / "README.md", *sorted((ROOT / ".github").rglob("*.md")))
}

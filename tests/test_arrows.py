"""Imports follow the arrows: YAML, model, analysis, results, render; the commands join them."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "certeval"
SHARED = {"errors", "diagnostics", "phrases"}
ALLOWED = {
    "model": {"model", "phrases"},
    "results": {"results", "model", "diagnostics"},
    "analysis": {"analysis", "model", "results"} | SHARED,
    "library": {"library", "model", "results"} | SHARED,
    "render": {"render", "results"} | SHARED,
    "facade": {"facade", "render", "results", "library", "analysis", "model"} | SHARED,
    "cli": {"cli", "facade", "render", "results", "library", "analysis", "model"} | SHARED,
}
EXCEPTIONS = {
    ("results/base.py", "render"),  # a result can write itself: it loads its renderer when asked
    ("render/schema.py", "library"),  # definitions have schemas, too
}
RICH = {"cli", "render/terminal.py", "render/rich_table.py", "render/column_widths.py"}
OUTSIDE = {"typer": {"cli"}, "rich": RICH}
MODULES = [path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE]


def imports(path):
    """The modules that *path* imports for more than types, however deep in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports(path):
    place = path.relative_to(PACKAGE)
    room = place.parts[0]
    for name in imports(path):
        first, *rest = name.split(".")
        if first == "certeval" and rest:
            excepted = (place.as_posix(), rest[0]) in EXCEPTIONS
            assert rest[0] in ALLOWED[room] or excepted, f"{room} may not import {name}"
        if first in OUTSIDE:
            homes = OUTSIDE[first]
            assert room in homes or place.as_posix() in homes, f"{first} has no place here"


def test_no_rule_is_left_over():
    assert {path.relative_to(PACKAGE).parts[0] for path in MODULES} == set(ALLOWED)

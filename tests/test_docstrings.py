"""Public functions of the analysis and the library say what they take, return and raise."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "certeval"
ROOMS = ("analysis", "library", "facade")
SELF = {"self", "cls"}


def functions():
    """Each public function and method of the rooms, with its module."""
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for node in ast.walk(tree):
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    yield pytest.param(node, id=f"{path.relative_to(PACKAGE)}:{node.name}")


def parameters(function):
    """The names that a caller of *function* passes values to."""
    every = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return {one.arg for one in every} - SELF


def documented(docstring):
    """The names under ``Args:``."""
    section = docstring.partition("\nArgs:\n")[2].partition("\n\n")[0]
    entries = [line for line in section.splitlines() if line[:4].isspace() and line[4:5].strip()]
    return {entry.split(":")[0].strip(" *") for entry in entries}


def gives_something(function):
    """Whether a caller gets a value."""
    returns = function.returns
    return not (isinstance(returns, ast.Constant) and returns.value is None)


@pytest.mark.parametrize("function", list(functions()))
def test_a_docstring_has_args_and_returns(function):
    docstring = ast.get_docstring(function) or ""
    decorators = {ast.unparse(one) for one in function.decorator_list}
    if decorators & {"property", "cached_property", "overload"}:
        return
    assert parameters(function) <= documented(docstring)
    if gives_something(function):
        assert "\nReturns:\n" in docstring or "\nYields:\n" in docstring

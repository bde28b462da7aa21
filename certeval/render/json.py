"""JSON: the result itself, field by field."""

from typing import Any

from pydantic import TypeAdapter

from certeval.result import Result


def render(result: Result) -> str:
    """*result* as JSON, indented, in the order of its fields. Numbers are JSON numbers."""
    return TypeAdapter[Any](type(result)).dump_json(result, indent=2).decode() + "\n"

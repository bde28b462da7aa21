"""The descriptions of fields: the text below each field, for editors and documents.

pydantic's own ``use_attribute_docstrings`` and ``Field(description=...)`` take effect whenever a
class is made, and every command makes all of them. Here the texts are read only for a schema.
"""

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import Any

from pydantic import BaseModel


def describe_fields(model: type[BaseModel], schema: dict[str, Any]) -> None:
    """Give each property of *schema*, the JSON Schema of *model*, the description of its field."""
    described = descriptions(model)
    for name, info in model.model_fields.items():
        if name in described:
            schema["properties"][info.alias or name]["description"] = described[name]


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return the descriptions of the fields of *model*, its own and those it inherits, by name."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if issubclass(cls, BaseModel) and cls is not BaseModel:
            found |= _described_in(cls)
    return found


def _described_in(cls: type) -> dict[str, str]:
    """Return the strings below the fields in the source of *cls*."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    return {
        field.target.id: " ".join(below.value.value.split())
        for field, below in pairwise(getattr(tree, "body", ()))
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if isinstance(below.value.value, str)
    }

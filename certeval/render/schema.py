"""JSON Schemas of the definitions that people write and of the JSON that certeval prints.

Editors' YAML servers read draft 7 best, so that is the draft.
"""

import json
from typing import Any

from pydantic import TypeAdapter

from certeval.library.definitions import KINDS as DEFINITIONS
from certeval.library.definitions import model_of
from certeval.render.kinds import KINDS as RESULTS

KINDS = (*DEFINITIONS, *RESULTS)
"""The kinds with a schema: of definitions, which people write, and of results, as JSON."""

_DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_text(kind: str) -> str:
    """Return the JSON Schema of *kind*, a definition or a result, as it is published."""
    published: dict[str, Any] = {"$schema": _DRAFT, "title": f"certeval {kind}"}
    published |= _definition_schema(kind) if kind in DEFINITIONS else _result_schema(kind)
    return json.dumps(published, indent=2, ensure_ascii=False) + "\n"


def _definition_schema(kind: str) -> dict[str, Any]:
    adapter = TypeAdapter[Any](model_of(kind))
    schema = adapter.json_schema(ref_template="#/definitions/{model}")
    parts = schema.pop("$defs", {})
    schema.pop("title", None)
    return {**schema, "definitions": parts}


def _result_schema(kind: str) -> dict[str, Any]:
    from certeval.render.result_schema import result_schema  # noqa: PLC0415 - only for results

    return result_schema(kind)

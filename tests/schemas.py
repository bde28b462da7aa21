"""What is printed as JSON, held against the schema of its kind."""

import json

import jsonschema

from certeval.render.schema import schema_text


def check_against_schema(text: str, kind: str) -> None:
    """Fail where *text* is not a result of *kind* as its schema has it, field by field."""
    printed = json.loads(text)
    schema = json.loads(schema_text(kind))
    jsonschema.validate(printed, schema, jsonschema.Draft7Validator)
    if kind == "error":
        return
    assert printed["kind"] == kind
    for part in (schema, *schema["definitions"].values()):
        if "properties" in part:
            part.setdefault("additionalProperties", False)
    jsonschema.validate(printed, schema, jsonschema.Draft7Validator)

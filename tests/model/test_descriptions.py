"""Every field of every definition is explained where it is typed, and so is every part."""

import json
import re

import pytest

from certeval.library.definitions import KINDS
from certeval.render.schema import schema_text

SCHEMAS = {kind: json.loads(schema_text(kind)) for kind in KINDS}
PARTS = [
    (kind, name, part)
    for kind, schema in SCHEMAS.items()
    for name, part in [("", schema), *schema["definitions"].items()]
]
FIELDS = [
    (kind, f"{name}.{field}", described)
    for kind, name, part in PARTS
    for field, described in part["properties"].items()
]


def ids(parameters):
    return [f"{kind} {name}" for kind, name, _ in parameters]


def test_there_are_as_many_fields_as_ever():
    assert len(FIELDS) > 200
    assert {kind for kind, *_ in PARTS} == set(KINDS)


@pytest.mark.parametrize(("kind", "name", "part"), PARTS, ids=ids(PARTS))
def test_every_part_has_a_description(kind, name, part):
    assert is_plain(part.get("description", ""))


@pytest.mark.parametrize(("kind", "name", "field"), FIELDS, ids=ids(FIELDS))
def test_every_field_has_a_description(kind, name, field):
    assert is_plain(field.get("description", ""))


def test_every_field_with_a_unit_names_it():
    for _, name, field in FIELDS:
        words = field.get("description", "")
        for ending, unit in UNITS.items():
            if name.endswith(ending):
                assert re.search(unit, words), f"{name}: {words}"


UNITS = {
    "_percent": "percent",
    "_usd": "USD",
    "_usd_per_year": "USD per year",
    ".hours_per_week": "per week.*hours",
    ".hours": "hours",
    "_months": "months",
    "minutes": "minutes",
    "_years": "years",
    "_days": "days",
    "_places": "Decimal places",
    ".raw": "points",
    ".change": "points",
    "score_change": "points",
}


def is_plain(text):
    """Whether *text* is one or more sentences without markup, at most as long as a tooltip."""
    return (
        text[:1].isupper()
        and text.endswith((".", "?"))
        and "`" not in text
        and "\n" not in text
        and not re.search(r"\w- ", text)
        and 20 <= len(text) <= 220
    )

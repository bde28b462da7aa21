"""The documents speak the field's language, and the glossary names what is there."""

import json
import re

import pytest

from tests.documents import DOCS, DOCUMENTS

PLAIN = {
    r"held against|hold against|at hand|hangs? on|speaks? for|reckon|whoever|settled": "dialect",
    r"\d %": "write 20%, without a space",
    r"visualisation|organis|programme\b|licence|judgement|learnt|colour|practis": "American",
    r"can ?not be told|nobody can tell|is no \w+ of": "say unknown, or is not",
}
ROWS = re.findall(
    r"^\| \*\*(.+?)\*\*.*? \| (.+) \| (.+) \|$",
    (DOCS / "glossary.md").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_plain_words(name):
    text = DOCUMENTS[name].read_text("utf-8")
    for pattern, why in PLAIN.items():
        found = re.search(pattern, text)
        assert not found, f"{name}: {found[0]!r}: {why}"


def test_one_entry_a_word():
    words = [word for word, _, _ in ROWS]
    assert len(words) == len(set(words)) > 50


@pytest.fixture(scope="module")
def schemas():
    from certeval.render.schema import schema_text

    return lambda kind: json.loads(schema_text(kind))


@pytest.mark.parametrize(("word", "where"), [(word, where) for word, _, where in ROWS])
def test_what_the_glossary_names_is_there(word, where, certeval, schemas):
    named = re.findall(r"`([^`]+)`", where)
    assert named, f"{word} is found nowhere"
    for name in named:
        if name.startswith("certeval "):
            command = name.split()[1]
            assert certeval(command, "--help").code == 0, name
        elif not name.startswith("--"):
            kind, *path = name.split(".")
            demand_field(schemas(kind), path)


def demand_field(schema, path):
    """Follow *path* through the properties of *schema*."""
    part = schema
    for step in path:
        part = fields(schema, part)
        assert step in part, f"no {step} among {', '.join(part)}"
        part = part[step]


def fields(schema, part):
    """The properties of *part*: of itself, of its items, or of what it refers to."""
    if "$ref" in part:
        return fields(schema, schema["definitions"][part["$ref"].rsplit("/", 1)[1]])
    if "properties" in part:
        return part["properties"]
    for inner in [part.get("items", {}), *part.get("anyOf", ()), *part.get("allOf", ())]:
        if inner and (found := fields(schema, inner)):
            return found
    return {}

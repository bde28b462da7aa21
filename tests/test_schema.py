"""The schemas are what the models say, and what is printed is what the schemas say."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml

from certeval.cli.commands.schema import KINDS as SCHEMAS
from certeval.library.definitions import KINDS
from certeval.library.folders import FOLDERS
from certeval.render.kinds import KINDS as RESULTS
from certeval.render.schema import schema_text
from tests.schemas import check_against_schema

RUBRICS = Path(__file__).parent.parent / "rubrics"
FILES = [
    (kind, "../schema", path)
    for kind, folder in FOLDERS.items()
    for path in sorted((RUBRICS / folder).glob("*.yaml"))
] + [("skills", "schema", RUBRICS / "skills.yaml")]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_schema_is_one(kind, certeval):
    text = certeval("schema", kind).out
    schema = json.loads(text)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert "$defs" not in text


def test_every_kind_of_definition_and_result_has_a_schema():
    assert (*KINDS, *RESULTS) == SCHEMAS


def test_an_unknown_kind_is_answered_with_the_nearest(certeval):
    assert certeval("schema", "scoercard") == (
        2, "", "error: unknown kind 'scoercard'\n  help: did you mean 'scorecard'?\n",
    )  # fmt: skip
    ran = certeval("schema", "xyz")
    assert ran.err.startswith("error: unknown kind 'xyz'\n  help: kinds: certificate, audience, ")


@pytest.mark.parametrize("kind", KINDS)
def test_the_published_schema_is_up_to_date(kind):
    published = (RUBRICS / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(kind), (
        f"run: certeval schema {kind} --output rubrics/schema/{kind}.schema.json"
    )


@pytest.mark.parametrize(("kind", "folder", "path"), FILES, ids=[path.stem for *_, path in FILES])
def test_every_definition_names_its_schema_and_holds_to_it(kind, folder, path):
    text = path.read_text(encoding="utf-8")
    modeline = f"# yaml-language-server: $schema={folder}/{kind}.schema.json"
    assert text.splitlines()[0] == modeline
    schema = json.loads((RUBRICS / "schema" / f"{kind}.schema.json").read_text())
    jsonschema.validate(_as_an_editor(text), schema, jsonschema.Draft7Validator)


def _as_an_editor(text):
    return yaml.load(text, _EditorLoader)  # noqa: S506 - a safe loader less two of its types


class _EditorLoader(yaml.SafeLoader):
    """Reads as YAML 1.2 editors do: dates and yes/no are text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.usefixtures("guild")
@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["list", "skills"], "listing"),
        (["show", "tests/cases/library/skills.yaml"], "definition"),
        (["check"], "check"),
        (["score", "nobody"], "error"),
        (["score", "tests/cases/library/audiences/master.yaml"], "error"),
    ],
)
def test_what_is_printed_beside_results_holds_to_its_schema(arguments, kind, certeval):
    check_against_schema(certeval(*arguments, "--format", "json").out, kind)


def test_a_schema_refuses_what_certeval_refuses():
    schema = json.loads(schema_text("rubric"))
    text = (RUBRICS / "methodology/career-certificate.yaml").read_text(encoding="utf-8")
    for wrong in ("weight_percent: -20", "weight_percent: twenty", "weigth_percent: 20"):
        data = _as_an_editor(text.replace("weight_percent: 20", wrong, 1))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, schema, jsonschema.Draft7Validator)


@pytest.mark.usefixtures("guild")
def test_numbers_in_json_are_numbers_and_exact(certeval):
    card = json.loads(certeval("score", "soldering", "-f", "json").out, parse_float=Decimal)
    assert card["total"] == Decimal("7.075")
    assert sum(line["contribution"] for line in card["lines"]) == Decimal("7.075")

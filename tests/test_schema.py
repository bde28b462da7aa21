"""The schemas are what the models say, and what is printed is what the schemas say."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest
import yaml

from certeval.cli.commands.schema import SchemaKind
from certeval.library.definitions import KINDS
from certeval.library.folders import FOLDERS
from certeval.render.schema import _RESULTS, schema_text

RUBRICS = Path(__file__).parent.parent / "rubrics"
FILES = [
    (kind, "../schema", path)
    for kind, folder in FOLDERS.items()
    for path in sorted((RUBRICS / folder).glob("*.yaml"))
] + [("skills", "schema", RUBRICS / "skills.yaml")]
CANDIDATES = str(RUBRICS.parent / "tests" / "cases" / "candidates.csv")
GUILD = [
    "welding", "soldering", "brazing", "--library", str(RUBRICS.parent / "tests/cases/library"),
]  # fmt: skip


@pytest.mark.parametrize("kind", SchemaKind)
def test_every_schema_is_one(kind, certeval):
    text = certeval("schema", kind).out
    schema = json.loads(text)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert "$defs" not in text


def test_every_kind_of_definition_and_result_has_a_schema():
    assert set(SchemaKind) == {*KINDS, *_RESULTS}


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


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (["score", "ibm-ml"], "scorecard"),
        (["score", "ibm-ml", "--set", "accessibility=5", "--normalize"], "scorecard"),
        (["score", "ibm-ml", "--all-audiences"], "scorecards"),
        (["review", "ibm-ml"], "review"),
        (["review", "google-pmle"], "review"),  # an exam that nobody has scored
        (["verdict", "ibm-ml"], "verdict"),
        (["cost", "ibm-ml", "--raise", "10000"], "cost"),
        (["cost", "google-pmle"], "cost"),
        (["fit", "ibm-ml"], "fit"),
        (["curriculum", "ibm-ml"], "curriculum"),
        (["gaps", "ibm-ml"], "gaps"),
        (["stack", "ibm-ml"], "stack"),
        (["overlap", "ibm-ml", "--have", "ml-specialization"], "overlap"),
        (["interview", "ibm-ml"], "interview"),
        (["interview", "ibm-ml", "--soar"], "worksheet"),
        (["what-if", "ibm-ml", "--set", "accessibility=5", "--price", "39"], "what-if"),
        (["what-if", "google-pmle", "--price", "0"], "what-if"),
        (["target", "ibm-ml", "--score", "8", "--raise", "accessibility"], "target"),
        (["target", "ibm-ml", "--score", "9", "--raise", "hiring-impact", "--exceed"], "target"),
        (["weights", "hiring,skill", "value", "curriculum", "port", "access"], "weights"),
        (["weights", "--method", "swing", "hiring,skill,value,curr,port,access=1"], "weights"),
        (["compare", "ibm-ml", "--all-audiences"], "comparison"),
        (["compare", *GUILD], "comparison"),
        (["rank", "--all", "--against", "career-changer"], "ranking"),
        (["rank", *GUILD], "ranking"),
        (["rank", "--from", CANDIDATES, "--top", "2"], "ranking"),
        (["sensitivity", "ibm-ml"], "sensitivity"),
        (["sensitivity", *GUILD], "sensitivity"),
        (["robustness", "ibm-ml", "--score", "7"], "robustness"),
        (["robustness", "ibm-ml", "--weights", "stated", "--draws", "9"], "robustness"),
        (["robustness", *GUILD[1:]], "robustness"),
        (["robustness", *GUILD, "--score-error", "1", "--draws", "9"], "robustness"),
        (["list"], "listing"),
        (["list", "skills"], "listing"),
        (["show", "ibm-ml"], "definition"),
        (["show", str(RUBRICS / "skills.yaml")], "definition"),
        (["check"], "check"),
        (["score", "nobody"], "error"),
        (["score", str(RUBRICS / "audiences/career-changer.yaml")], "error"),
    ],
)
def test_what_is_printed_holds_to_its_schema(arguments, kind, certeval):
    printed = json.loads(certeval(*arguments, "--format", "json").out)
    schema = json.loads(schema_text(kind))
    jsonschema.validate(printed, schema, jsonschema.Draft7Validator)
    if kind != "error":
        assert printed["kind"] == kind
        for part in (schema, *schema["definitions"].values()):
            if "properties" in part:
                part.setdefault("additionalProperties", False)
        jsonschema.validate(printed, schema, jsonschema.Draft7Validator)


def test_a_schema_refuses_what_certeval_refuses():
    schema = json.loads(schema_text("rubric"))
    text = (RUBRICS / "methodology/career-certificate.yaml").read_text(encoding="utf-8")
    for wrong in ("weight_percent: -20", "weight_percent: twenty", "weigth_percent: 20"):
        data = _as_an_editor(text.replace("weight_percent: 20", wrong, 1))
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, schema, jsonschema.Draft7Validator)


def test_numbers_in_json_are_numbers_and_exact(certeval):
    card = json.loads(certeval("score", "ibm-ml", "-f", "json").out, parse_float=Decimal)
    assert card["total"] == Decimal("7.275")
    assert sum(line["contribution"] for line in card["lines"]) == Decimal("7.275")

"""Fields are checked together although other values cannot be read."""

from copy import deepcopy
from pathlib import Path

import pytest
from pydantic import ValidationError

from certeval.library.definitions import model_of
from certeval.library.text import read_text
from certeval.library.yaml_reader import parse
from certeval.model.audience import Audience
from certeval.model.problems import Unreadable, readable
from certeval.model.rubric import Rubric
from certeval.model.skills import Skills
from certeval.model.tolerant import problems_despite_faults

TESTS = Path(__file__).parent.parent
VALID = sorted((TESTS / "cases" / "library").rglob("*.yaml"))
BROKEN = sorted((TESTS / "broken").glob("*.yaml"))


def data_in(path):
    """The plain data of a file, or an empty mapping if it is not a definition."""
    data = parse(read_text(path)).data
    known = isinstance(data, dict) and data.get("kind") in ("certificate", "rubric", "role")
    return data if known or "skills" in path.stem or "audience" in path.stem else {}


def paths_in(data, at=()):
    """The path of each value in *data*."""
    entries = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in entries:
        yield (*at, step)
        if isinstance(value, dict | list):
            yield from paths_in(value, (*at, step))


def with_fault(data, at):
    """*data* with a value at *at* that no field can hold."""
    changed = deepcopy(data)
    part = changed
    for step in at[:-1]:
        part = part[step]
    part[at[-1]] = "?" if isinstance(part[at[-1]], dict) else {"?": "?"}
    return changed


def messages(model, data):
    return [problem.message for problem in problems_despite_faults(model, data)]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_faulty_value_alone_has_no_further_problems(path):
    data = parse(read_text(path)).data
    model = model_of(data["kind"])
    assert messages(model, data) == []
    for at in paths_in(data):
        assert messages(model, with_fault(data, at)) == [], at


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_problems_are_those_of_the_model(path):
    data = data_in(path)
    if not data:
        return
    model = model_of(data["kind"])
    found = [(problem.at, problem.message) for problem in problems_despite_faults(model, data)]
    try:
        model.model_validate(data)
    except ValidationError as error:
        for one in error.errors():
            for problem in one.get("ctx", {}).get("problems", ()):
                assert ((*one["loc"], *problem.at), problem.message) in found
    else:
        assert not found


@pytest.mark.parametrize("model", [Audience, Rubric, Skills])
@pytest.mark.parametrize("data", [None, "text", [], ["text"]])
def test_what_is_not_a_mapping_has_no_further_problems(model, data):
    assert messages(model, data) == []


def test_a_misspelled_field_is_not_missing():
    weights = [{"criterion": "a", "weight_percent": "100", "source": "me"}]
    audience = {"sources": [{"id": "me"}], "weights": weights}
    assert messages(Audience, audience) == ["weights without a rubric"]
    assert messages(Audience, {**audience, "rubrik": "mine"}) == []
    assert messages(Audience, {**audience, "colour": "red"}) == ["weights without a rubric"]


def test_an_unreadable_value_is_written_as_in_the_file():
    metal = {"title": "A", "aliases": ["metal"]}
    skills = {"skills": [{"id": "Forging!", **metal}, {"id": "casting", **metal}]}
    assert messages(Skills, skills) == ["alias 'metal' already means 'Forging!'"]


def test_no_comparison_with_an_unreadable_value_holds():
    value = Unreadable("seven")
    assert not value < 7
    assert not value > 7
    assert not 7 <= value  # noqa: SIM300 - the other order is the point
    assert value != Unreadable("seven")
    assert list(value) == []
    assert readable(7, "seven")
    assert not readable(7, value)

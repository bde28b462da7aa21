"""What a reading answers where there is nothing to answer from."""

from types import SimpleNamespace

import pytest
from pydantic import BaseModel

from certeval.errors import UsageError
from certeval.library import definitions, loading, yaml_errors
from certeval.library.library import Library
from certeval.model.descriptions import describe_fields
from certeval.model.scalars import is_text


def test_a_mapping_of_definitions_shows_its_ids():
    assert "ibm-ml" in repr(Library().certificates)


def test_without_a_rubric_nothing_is_scored_or_adapted():
    nothing = SimpleNamespace(rubric=None)
    with pytest.raises(UsageError, match="no rubric to score under"):
        loading.Definitions.scoring(nothing)
    assert loading.Definitions.adapted(nothing, SimpleNamespace(valid="me")) == ("me", ())


def test_a_file_that_was_not_read_has_no_places_for_problems():
    unread = SimpleNamespace(positions=None)
    assert not list(definitions.DefinitionFile.diagnostics(unread, [], "value"))


def test_text_without_brackets_is_not_too_deep():
    assert yaml_errors._too_deep("a: b") is None


def test_a_field_without_a_description_gets_none():
    class Plain(BaseModel):
        a: int

    schema = {"properties": {"a": {}}}
    describe_fields(Plain, schema)
    assert schema == {"properties": {"a": {}}}
    assert not is_text(())


def test_a_definition_made_in_python_is_found_before_files():
    library = Library()
    mine = library.certificates["ibm-ml"].model_copy(update={"title": "Mine"})
    held = library.holding([mine])
    assert held.find("certificate", "ibm-ml") != library.find("certificate", "ibm-ml")
    assert held.certificates["ibm-ml"].title == "Mine"
    assert library.certificates["ibm-ml"].title != "Mine"

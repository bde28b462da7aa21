"""Which rubric an order of criteria is about, and which audience it is for."""

import pytest

from certeval import Library
from certeval.errors import DefinitionError, UnknownIdError, UsageError
from certeval.library.terms import load_terms
from tests import yaml_files as files


@pytest.fixture
def guild(library):
    return library(
        methodology={"mine": files.rubric(more="primary_audience: apprentice\n")},
        audiences={"apprentice": files.audience(), "master": files.audience("master")},
    )


def test_the_only_rubric_and_nobody(guild):
    terms = load_terms(Library([guild]), None, primary=False)
    assert (terms.rubric.id, terms.audience, terms.warnings) == ("mine", None, ())
    assert terms.files["rubric", "mine"].endswith("methodology/mine.yaml")


def test_the_primary_audience_where_it_is_wanted(guild):
    assert load_terms(Library([guild]), None, primary=True).audience.id == "apprentice"
    assert load_terms(Library([guild]), None, "master", primary=True).audience.id == "master"
    assert load_terms(Library([guild]), None, "master").audience.id == "master"


def test_a_rubric_without_a_primary_audience(library):
    root = library(methodology={"mine": files.rubric()})
    assert load_terms(Library([root]), None, primary=True).audience is None


def test_several_rubrics(library, guild):
    library(methodology={"other": files.rubric("other")})
    with pytest.raises(UsageError) as caught:
        load_terms(Library([guild]), None)
    assert caught.value.message == "there are several rubrics to judge by: mine, other"
    assert caught.value.hint == "name one with --rubric"
    assert load_terms(Library([guild]), "other").rubric.id == "other"


def test_no_rubric(library):
    with pytest.raises(UsageError, match="there is no rubric to judge by"):
        load_terms(Library([library(audiences={})]), None)


def test_a_rubric_from_a_file(library, tmp_path):
    root = library(audiences={"apprentice": files.audience()})
    path = tmp_path / "r.yaml"
    path.write_text(files.rubric())
    assert load_terms(Library([root]), str(path)).rubric.id == "mine"


@pytest.mark.parametrize(("rubric", "audience"), [("nothing", None), (None, "nobody")])
def test_what_does_not_exist(rubric, audience, guild):
    with pytest.raises(UnknownIdError):
        load_terms(Library([guild]), rubric, audience)


def test_problems_of_all_files_come_together(library):
    root = library(
        methodology={"mine": files.rubric().replace("60", "50")},
        audiences={"apprentice": files.audience().replace("5\n", "many\n")},
    )
    with pytest.raises(DefinitionError) as caught:
        load_terms(Library([root]), None, "apprentice")
    assert len(caught.value.diagnostics) == 2


def test_an_audience_that_names_what_does_not_exist(library, guild):
    text = files.audience().replace("rubric: mine", "rubric: mine\ntarget_role: nothing")
    library(audiences={"apprentice": text})
    with pytest.raises(DefinitionError, match="1 problem in 1 file"):
        load_terms(Library([guild]), None, whole=True)
    assert load_terms(Library([guild]), None).audience.target_role == "nothing"


def test_an_audience_of_another_rubric(library, guild):
    library(methodology={"wide": files.rubric("wide", scale="{min: 0, max: 10}")})
    terms = load_terms(Library([guild]), "wide", "apprentice")
    assert terms.audience.adjustments == ()
    (warning,) = terms.warnings
    assert warning == (
        "the adjustments and weights of the audience apprentice are meant for the rubric mine; "
        "under wide they are left out"
    )


def test_an_audience_of_a_rubric_with_the_same_terms(library, guild):
    library(methodology={"like": files.rubric("like")})
    weighed = "weights:\n  - {criterion: depth, weight_percent: 100, source: me}\n"
    weighed += "  - {criterion: price, weight_percent: 0, source: me}\n"
    library(audiences={"apprentice": files.audience() + weighed})
    terms = load_terms(Library([guild]), "like", "apprentice")
    assert len(terms.audience.adjustments) == 1
    assert terms.warnings == ("the weights are those of the audience apprentice, not of like",)

"""Several certificates are read together: for one reader, and under one rubric."""

import pytest

from certeval import Library
from certeval.errors import DefinitionError, ScoreError, UnknownIdError, UsageError
from certeval.library.folders import built_in
from certeval.library.loading import load
from tests import yaml_files as files

NARROW = files.rubric("narrow", "{min: 1, max: 10}")


@pytest.fixture
def guild(library):
    """Two certificates under one rubric, one under another, one without scores."""
    return library(
        methodology={
            "mine": files.rubric(),
            "yours": files.rubric("yours", more="primary_audience: apprentice\n"),
            "narrow": NARROW,
        },
        certificates={
            "welding": files.certificate(),
            "brazing": files.certificate("brazing", depth=70),
            "casting": files.certificate("casting", "yours"),
            "soldering": files.program(),
        },
        audiences={"apprentice": files.audience(), "master": files.audience("master", "yours")},
    )


def loaded(guild, *names, audience=None, **more):
    audiences = [audience] if audience else None
    return load(Library(guild), names, audiences, **more).cases()


def ids(cases):
    return [case.certificate.id for case in cases]


def refusal(kind, guild, *names, **more):
    with pytest.raises(kind) as caught:
        loaded(guild, *names, **more)
    return caught.value


def problems(guild, *names, **more):
    found = refusal(DefinitionError, guild, *names, **more).diagnostics
    return [(item.path.rpartition("/")[2], item.line, item.message, item.hint) for item in found]


def test_in_the_order_given(guild):
    assert ids(loaded(guild, "welding", "brazing")) == ["welding", "brazing"]
    assert ids(loaded(guild, "brazing", "welding")) == ["brazing", "welding"]


def test_by_the_rubric_that_they_name_and_without_an_audience(guild):
    cases = loaded(guild, "welding", "brazing")
    assert {case.rubric.id for case in cases} == {"mine"}
    assert {case.audience for case in cases} == {None}
    assert {case.warnings for case in cases} == {()}


def test_for_the_rubrics_primary_audience(guild):
    (case,) = loaded(guild, "casting")
    assert (case.rubric.id, case.audience.id) == ("yours", "apprentice")
    assert case.warnings == ()


def test_for_the_reader_that_is_named(guild, tmp_path):
    cases = loaded(guild, "welding", "brazing", audience="apprentice")
    assert {case.audience.id for case in cases} == {"apprentice"}
    path = tmp_path / "me.yaml"
    path.write_text(files.audience("me"))
    assert {case.audience.id for case in loaded(guild, "welding", audience=str(path))} == {"me"}


def test_by_another_rubric(guild):
    cases = loaded(guild, "welding", "casting", rubric="yours", audience="master")
    assert {case.rubric.id for case in cases} == {"yours"}
    assert {case.audience.id for case in cases} == {"master"}


def test_each_case_knows_its_files(guild):
    one, other = loaded(guild, "welding", "brazing", audience="apprentice")
    assert one.files["certificate", "welding"].endswith("certificates/welding.yaml")
    assert one.files["rubric", "mine"] == other.files["rubric", "mine"]
    assert one.files["audience", "apprentice"].endswith("audiences/apprentice.yaml")
    assert ("certificate", "brazing") not in one.files


def test_files_find_their_neighbours(guild):
    paths = [str(guild / f"certificates/{name}.yaml") for name in ("welding", "brazing")]
    cases = load(Library.only([built_in()]), paths).cases()
    assert ids(cases) == ["welding", "brazing"]
    assert {case.rubric.id for case in cases} == {"mine"}


def test_one_that_names_no_rubric_is_judged_by_that_of_the_others(guild):
    cases = loaded(guild, "soldering", "welding")
    assert [(case.certificate.id, case.rubric.id) for case in cases] == [
        ("soldering", "mine"),
        ("welding", "mine"),
    ]


def test_named_twice(guild):
    error = refusal(UsageError, guild, "welding", "brazing", "welding")
    assert error.message == "'welding' is named twice"
    assert error.hint == "name each certificate once"


def test_standard_input_twice(guild):
    error = refusal(UsageError, guild, "-", "-")
    assert error.message == "standard input can be read only once"
    assert error.hint == "give a file for the other"
    error = refusal(UsageError, guild, "-", "welding", rubric="-")
    assert error.message == "standard input can be read only once"


def test_two_rubrics(guild):
    error = refusal(UsageError, guild, "welding", "brazing", "casting")
    assert error.message == "'welding' is scored under the rubric mine, 'casting' under yours"
    assert error.hint == "score all of them under one: name it with `rubric`"


def test_three_rubrics_are_as_many_as_two(guild):
    (guild / "certificates/bending.yaml").write_text(files.certificate("bending", "narrow"))
    error = refusal(UsageError, guild, "casting", "welding", "bending")
    assert error.message == "'casting' is scored under the rubric yours, 'welding' under mine"


def test_a_missing_id_is_reported_before_the_rubric(guild, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(files.certificate("x", "yours").replace("id: x\n", ""))
    with pytest.raises((DefinitionError, UsageError)) as caught:
        loaded(guild, "welding", str(path))
    assert "'None'" not in caught.value.message


def test_no_rubric_at_all(guild):
    error = refusal(UsageError, guild, "soldering")
    assert error.message == "the certificate 'soldering' names no rubric"
    assert error.hint == "name one with `rubric`"


def test_unknown_ids(guild):
    error = refusal(UnknownIdError, guild, "welding", "brasing")
    assert error.message == "unknown certificate 'brasing'"
    assert error.hint == "did you mean 'brazing'? run 'certeval list certificates' to see them"
    assert refusal(UnknownIdError, guild, "welding", "brazing", audience="nobody")
    assert refusal(UnknownIdError, guild, "welding", "brazing", rubric="nothing")


def test_another_scale(guild):
    error = refusal(ScoreError, guild, "welding", "brazing", rubric="narrow")
    assert error.message == (
        "'welding' was scored on the scale 0-100 of the rubric mine; the rubric narrow has the "
        "scale 1-10"
    )


class TestDuplicateIds:
    def test_a_file_and_an_id(self, guild, tmp_path):
        path = tmp_path / "other.yaml"
        path.write_text(files.certificate())
        assert problems(guild, "welding", str(path)) == [
            (
                "other.yaml", 2, "duplicate id 'welding'",
                f"{guild}/certificates/welding.yaml has it already; change one of the two",
            )
        ]  # fmt: skip

    def test_each_after_the_first_is_reported(self, guild, tmp_path):
        paths = [tmp_path / f"{name}.yaml" for name in ("a", "b", "c")]
        for path in paths:
            path.write_text(files.certificate("same"))
        found = problems(guild, *map(str, paths))
        assert [(name, message) for name, _, message, _ in found] == [
            ("b.yaml", "duplicate id 'same'"),
            ("c.yaml", "duplicate id 'same'"),
        ]
        assert {hint.rpartition("/")[2] for *_, hint in found} == {
            "a.yaml has it already; change one of the two"
        }

    def test_beside_its_other_problems(self, guild, tmp_path):
        path = tmp_path / "other.yaml"
        path.write_text(files.certificate(depth=200))
        found = problems(guild, "welding", str(path))
        assert [message for _, _, message, _ in found] == [
            "duplicate id 'welding'",
            "score 200 is outside the scale 0-100",
        ]


def test_the_problems_of_all_files_come_together(guild):
    (guild / "certificates/welding.yaml").write_text(files.certificate(depth=200))
    (guild / "certificates/brazing.yaml").write_text(
        files.certificate("brazing").replace("title: Certificate brazing\n", "")
    )
    (guild / "audiences/apprentice.yaml").write_text("kind: audience\nid: apprentice\n")
    found = problems(guild, "welding", "brazing", audience="apprentice")
    assert [(name, message) for name, _, message, _ in found] == [
        ("apprentice.yaml", "missing field 'hours_per_week'"),
        ("apprentice.yaml", "missing field 'title'"),
        ("brazing.yaml", "missing field 'title'"),
        ("welding.yaml", "score 200 is outside the scale 0-100"),
    ]


def test_one_that_cannot_be_read_at_all(guild):
    (guild / "certificates/brazing.yaml").write_text("kind: certificate\nid: [\n")
    found = problems(guild, "welding", "brazing")
    assert [name for name, *_ in found] == ["brazing.yaml"]


def test_a_rubric_with_problems(guild):
    (guild / "methodology/mine.yaml").write_text(files.rubric().replace("60", "61"))
    found = problems(guild, "welding", "brazing")
    assert [(name, message) for name, _, message, _ in found] == [
        ("mine.yaml", "weights add up to 101%, not 100%")
    ]


class TestWithoutCertificates:
    """A table, or an order of criteria, needs a rubric and perhaps an audience."""

    @pytest.fixture
    def craft(self, library):
        return library(
            methodology={"mine": files.rubric(more="primary_audience: apprentice\n")},
            audiences={"apprentice": files.audience(), "master": files.audience("master")},
        )

    def audience(self, root, rubric=None, audience=None, **more):
        found = load(Library.only([root]), (), audience and [audience], rubric, **more)
        return found.audiences[0].definition.id if found.audiences else None

    def test_the_only_rubric_and_no_audience(self, craft):
        found = load(Library.only([craft]), audiences=())
        assert (found.rubric.definition.id, found.audiences, found.cases()) == ("mine", (), ())
        assert found.rubric.shown_path.endswith("methodology/mine.yaml")

    def test_the_primary_audience_or_the_one_that_is_named(self, craft):
        assert self.audience(craft) == "apprentice"
        assert self.audience(craft, audience="master") == "master"

    def test_a_rubric_without_a_primary_audience(self, library):
        assert self.audience(library(methodology={"mine": files.rubric()})) is None

    def test_several_rubrics(self, library, craft):
        library(methodology={"other": files.rubric("other")})
        with pytest.raises(UsageError) as caught:
            load(Library.only([craft]))
        assert caught.value.message == "there are several rubrics to score under: mine, other"
        assert caught.value.hint == "choose one with `rubric`"
        assert load(Library.only([craft]), rubric="other").rubric.definition.id == "other"

    def test_no_rubric(self, library):
        with pytest.raises(UsageError, match="there is no rubric to score under"):
            load(Library.only([library(audiences={})]))

    def test_a_rubric_from_a_file(self, library, tmp_path):
        root = library(audiences={"apprentice": files.audience()})
        path = tmp_path / "r.yaml"
        path.write_text(files.rubric())
        assert load(Library.only([root]), rubric=str(path)).rubric.definition.id == "mine"

    @pytest.mark.parametrize(("rubric", "audience"), [("nothing", None), (None, "nobody")])
    def test_what_does_not_exist(self, rubric, audience, craft):
        with pytest.raises(UnknownIdError):
            self.audience(craft, rubric, audience)

    def test_problems_of_all_files_come_together(self, library):
        root = library(
            methodology={"mine": files.rubric().replace("60", "50")},
            audiences={"apprentice": files.audience().replace("5\n", "many\n")},
        )
        with pytest.raises(DefinitionError) as caught:
            self.audience(root, audience="apprentice")
        assert len(caught.value.diagnostics) == 2

    def test_an_audience_that_names_what_does_not_exist(self, library, craft):
        text = files.audience().replace("rubric: mine", "rubric: mine\ntarget_role: nothing")
        library(audiences={"apprentice": text})
        with pytest.raises(DefinitionError, match="1 problem in 1 file"):
            self.audience(craft, scoring_only=False)
        assert self.audience(craft) == "apprentice"

    def test_an_audience_of_another_rubric(self, library, craft):
        library(methodology={"wide": files.rubric("wide", scale="{min: 0, max: 10}")})
        found = load(Library.only([craft]), (), ["apprentice"], "wide")
        audience, (warning,) = found.adapted(found.audiences[0])
        assert audience.adjustments == ()
        assert warning == (
            "the adjustments and weights of the audience apprentice are meant for the rubric mine; "
            "under wide they are left out"
        )

    def test_an_audience_of_a_rubric_with_the_same_scale_and_criteria(self, library, craft):
        library(methodology={"like": files.rubric("like")})
        weighed = "weights:\n  - {criterion: depth, weight_percent: 100, source: me}\n"
        weighed += "  - {criterion: price, weight_percent: 0, source: me}\n"
        library(audiences={"apprentice": files.audience() + weighed})
        found = load(Library.only([craft]), (), ["apprentice"], "like")
        audience, warnings = found.adapted(found.audiences[0])
        assert len(audience.adjustments) == 1
        assert warnings == ("the weights are those of the audience apprentice, not of like",)

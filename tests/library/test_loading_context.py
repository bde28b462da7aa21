"""A certificate is read with all that a question needs to know around it."""

import io
import sys

import pytest

from certeval import Library
from certeval.errors import DefinitionError, ScoreError, UnknownIdError, UsageError
from certeval.library import library as library_module
from certeval.library.loading_context import load_context
from tests import builders
from tests import yaml_files as files

SALARIES = (
    "program:\n"
    "  salaries:\n"
    "    - {job: Welder, role: welder, statistic: average, low_usd_per_year: 1,\n"
    "       high_usd_per_year: 2, source: me}\n"
    "    - {job: Smith, role: smith, statistic: average, low_usd_per_year: 1,\n"
    "       high_usd_per_year: 2, source: me}\n"
    "    - {job: Anybody, statistic: average, low_usd_per_year: 1, high_usd_per_year: 2,\n"
    "       source: me}\n"
)
SPEAKS_OF_OTHERS = (
    "skip_if:\n"
    "  - {id: hasty, when: {goals: [soon]}, because: Slow, instead: [gluing], source: me}\n"
    "take_if:\n"
    "  - {id: patient, when: {goals: [well]}, because: Good, instead: [gluing], source: me}\n"
    "gaps: [{id: gap, title: Gap, skills: [welding], why: So, companions: [brazing], source: me}]\n"
    "overlaps: [{held: soldering, advice: Skip, source: me}]\n"
)

SKIPPED = (
    "the certificate '{}' was skipped because its file has errors; run 'certeval check' to see them"
)


@pytest.fixture
def guild(library):
    names = ("soldering", "brazing", "gluing", "riveting")
    return library(
        **{".": {"skills": files.skills("welding", "forging")}},
        methodology={"mine": files.rubric(more="primary_audience: apprentice\n")},
        certificates={
            "welding": files.certificate() + SALARIES + SPEAKS_OF_OTHERS,
            **{name: files.program(name) for name in names},
        },
        audiences={
            "apprentice": files.audience()
            + "target_role: welder\nbackground: {certificates: [riveting]}\n",
            "guest": files.audience("guest"),
        },
        roles={"welder": files.role(), "smith": files.role("smith", "forging")},
    )


def context(root, certificate="welding", audience="guest", rubric=None, **wanted):
    library = Library.only([root])
    return load_context(library, str(certificate), audience, rubric, today=builders.TODAY, **wanted)


def ids(definitions):
    return [definition.id for definition in definitions]


def spoil(path):
    path.write_text(path.read_text(encoding="utf-8") + "unknown: field\n", encoding="utf-8")


def test_who_reads_and_who_judges(guild):
    read = context(guild, audience=None)
    assert (read.certificate.id, read.audience.id, read.rubric.id) == (
        "welding",
        "apprentice",
        "mine",
    )
    assert (read.case.certificate, read.case.audience, read.case.rubric) == (
        read.certificate,
        read.audience,
        read.rubric,
    )
    assert (read.today, read.warnings) == (builders.TODAY, ())
    assert read.file_of(read.certificate) == str(guild / "certificates/welding.yaml")
    assert read.file_of(read.audience) == str(guild / "audiences/apprentice.yaml")
    assert read.file_of(read.rubric) == str(guild / "methodology/mine.yaml")
    assert context(guild).audience.id == "guest"


def test_without_an_audience(guild):
    (guild / "methodology/mine.yaml").write_text(files.rubric())
    read = context(guild, audience=None)
    assert (read.audience, read.case.audience, read.role, read.held) == (None, None, None, ())
    assert read.case.rubric.id == "mine"


def test_without_a_rubric_there_is_nothing_to_judge(guild):
    read = context(guild, "soldering", "apprentice")
    assert (read.rubric, read.case, read.warnings) == (None, None, ())
    assert (read.audience.id, read.role.id) == ("apprentice", "welder")
    assert context(guild, "soldering", None).audience is None


def test_another_rubric(guild, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(files.rubric("other").replace("price", "value"))
    read = context(guild, rubric=str(other))
    assert read.rubric.id == "other"
    assert len(read.warnings) == 2
    assert read.warnings[0] == "the rubric other has no criterion price: not counted"
    assert read.warnings == read.case.warnings
    assert (read.audience.adjustments, read.audience) == ((), read.case.audience)
    other.write_text(files.rubric("other", "{min: 1, max: 10}"))
    with pytest.raises(ScoreError):
        context(guild, rubric=str(other))


class TestHeld:
    def test_nothing_is_held(self, guild):
        assert context(guild).held == ()

    def test_by_id_and_by_file(self, guild, tmp_path):
        own = tmp_path / "own.yaml"
        own.write_text(files.program("own"))
        assert ids(context(guild, held=("gluing", str(own))).held) == ["gluing", "own"]

    def test_those_of_the_audience_come_after(self, guild):
        read = context(guild, audience="apprentice", held=("gluing",))
        assert ids(read.held) == ["gluing", "riveting"]
        assert ids(context(guild, audience="apprentice").held) == ["riveting"]

    def test_once_each(self, guild):
        held = ("riveting", "gluing", "riveting")
        read = context(guild, audience="apprentice", held=held)
        assert ids(read.held) == ["riveting", "gluing"]

    def test_a_file_replaces_its_id(self, guild, tmp_path):
        own = tmp_path / "own.yaml"
        own.write_text(files.program("riveting").replace("Guild", "Myself"))
        read = context(guild, audience="apprentice", held=(str(own),), others="all")
        assert [one.provider for one in read.held] == ["Myself"]
        assert read.others["riveting"].provider == "Myself"

    def test_the_certificate_itself(self, guild):
        assert ids(context(guild, held=("welding",)).held) == ["welding"]

    def test_a_faulty_one_is_refused(self, guild):
        spoil(guild / "certificates/gluing.yaml")
        with pytest.raises(DefinitionError) as caught:
            context(guild, held=("gluing",))
        (problem,) = caught.value.diagnostics
        assert (problem.path, problem.message) == (
            str(guild / "certificates/gluing.yaml"),
            "unknown field 'unknown'",
        )

    def test_one_that_names_what_is_nowhere_is_refused(self, guild, tmp_path):
        own = tmp_path / "own.yaml"
        own.write_text(files.program("own", "teaches: [{skills: [sewing], source: me}]\n"))
        with pytest.raises(DefinitionError) as caught:
            context(guild, held=(str(own),))
        assert caught.value.diagnostics[0].message == "unknown skill 'sewing'"

    def test_a_faulty_one_of_the_audience_is_left_out(self, guild):
        spoil(guild / "certificates/riveting.yaml")
        read = context(guild, audience="apprentice")
        assert read.held == ()
        assert read.warnings == (SKIPPED.format("riveting"),)


class TestRole:
    def test_none(self, guild):
        read = context(guild)
        assert (read.role, dict(read.roles)) == (None, {})

    def test_that_of_the_audience(self, guild):
        read = context(guild, audience="apprentice")
        assert read.role.id == "welder"
        assert dict(read.roles) == {"welder": read.role}

    def test_one_that_is_named_goes_before(self, guild):
        read = context(guild, audience="apprentice", role="smith")
        assert (read.role.id, list(read.roles)) == ("smith", ["smith"])

    def test_a_file(self, guild, tmp_path):
        own = tmp_path / "own.yaml"
        own.write_text(files.role("own"))
        assert context(guild, role=str(own)).role.id == "own"

    def test_those_that_salaries_name(self, guild):
        read = context(guild, salary_roles=True)
        assert (read.role, list(read.roles)) == (None, ["smith", "welder"])
        read = context(guild, audience="apprentice", salary_roles=True)
        assert (read.role.id, list(read.roles)) == ("welder", ["smith", "welder"])

    def test_a_file_that_a_salary_names(self, guild, tmp_path):
        (guild / "roles/smith.yaml").unlink()
        with pytest.raises(DefinitionError) as caught:
            context(guild, salary_roles=True)
        assert caught.value.diagnostics[0].message == "unknown role 'smith'"
        own = tmp_path / "own.yaml"
        own.write_text(files.role("smith"))
        read = context(guild, role=str(own), salary_roles=True)
        assert dict(read.roles) == {"smith": read.role, "welder": read.roles["welder"]}

    def test_a_file_replaces_its_id(self, guild, tmp_path):
        own = tmp_path / "own.yaml"
        own.write_text(files.role("smith").replace("Role smith", "Blacksmith"))
        read = context(guild, role=str(own), salary_roles=True)
        assert read.roles["smith"].title == "Blacksmith"

    @pytest.mark.parametrize(
        "wanted", [{"role": "welder"}, {"audience": "apprentice"}, {"salary_roles": True}]
    )
    def test_a_faulty_one_is_refused(self, wanted, guild):
        spoil(guild / "roles/welder.yaml")
        with pytest.raises(DefinitionError) as caught:
            context(guild, **wanted)
        assert caught.value.diagnostics[0].message == "unknown field 'unknown'"

    def test_a_faulty_one_that_is_not_needed_is_not_read(self, guild):
        spoil(guild / "roles/welder.yaml")
        assert context(guild, role="smith").role.id == "smith"


class TestOthers:
    def test_none_are_asked_for(self, guild):
        assert dict(context(guild).others) == {}

    def test_those_that_it_names(self, guild):
        assert list(context(guild, others="named").others) == ["gluing", "brazing", "soldering"]

    def test_all_of_the_library(self, guild):
        read = context(guild, others="all")
        assert list(read.others) == ["gluing", "brazing", "soldering", "riveting"]
        assert read.others["riveting"].id == "riveting"

    def test_of_a_certificate_that_names_none(self, guild):
        assert dict(context(guild, "soldering", others="named").others) == {}
        read = context(guild, "soldering", others="all")
        assert list(read.others) == ["brazing", "gluing", "riveting", "welding"]

    @pytest.mark.parametrize("others", ["named", "all"])
    def test_a_faulty_one_is_left_out(self, others, guild):
        spoil(guild / "certificates/brazing.yaml")
        read = context(guild, others=others)
        assert "brazing" not in read.others
        assert "gluing" in read.others
        assert read.warnings == (SKIPPED.format("brazing"),)

    def test_a_faulty_one_that_is_not_needed_is_not_reported(self, guild):
        spoil(guild / "certificates/riveting.yaml")
        assert context(guild, others="named").warnings == ()

    def test_a_file_whose_name_is_no_id_is_left_out(self, guild):
        (guild / "certificates/Draft 2.yaml").write_text(files.program("draft"))
        assert "Draft 2" not in context(guild, others="all").others

    def test_a_file_is_read_once(self, guild, monkeypatch):
        read = []
        real = library_module.read_definition
        monkeypatch.setattr(
            library_module,
            "read_definition",
            lambda path, kind, **_: read.append(path) or real(path, kind),
        )
        context(
            guild, audience="apprentice", held=("riveting", "gluing"), role="welder",
            salary_roles=True, others="all",
        )  # fmt: skip
        assert len(read) == len(set(read))
        unread = set(guild.rglob("*.yaml")) - set(read)
        assert {path.name for path in unread} == {"guest.yaml"}


class TestSkills:
    def test_ones_own_list_adds_to_the_built_in_one_and_goes_before(self, guild):
        text = files.skills("forging", "welding", "python")
        (guild / "skills.yaml").write_text(text)
        words = load_context(Library(guild), "welding", "guest", today=builders.TODAY).vocabulary
        assert words.title("forging") == "The skill forging"
        assert words.title("python") == "The skill python"
        assert words.title("sql") == "SQL"
        assert list(words.skills)[:3] == ["forging", "welding", "python"]

    def test_a_lone_file_finds_the_built_in_ones(self, tmp_path):
        path = tmp_path / "lone.yaml"
        path.write_text(files.program("lone", "teaches: [{skills: [python], source: me}]\n"))
        read = load_context(Library(), str(path), None, today=builders.TODAY)
        assert read.vocabulary.title("python") == "Python"

    def test_a_file_finds_those_of_its_library(self, guild):
        path = guild / "certificates/welding.yaml"
        read = load_context(Library(), str(path), "guest", today=builders.TODAY)
        assert read.vocabulary.title("forging") == "The skill forging"
        assert read.vocabulary.title("python") == "Python"

    def test_no_list_at_all(self, library):
        root = library(certificates={"soldering": files.program()})
        assert dict(context(root, "soldering", None).vocabulary.skills) == {}

    def test_a_faulty_list_is_refused(self, guild):
        spoil(guild / "skills.yaml")
        with pytest.raises(DefinitionError) as caught:
            context(guild)
        assert caught.value.diagnostics[0].path == str(guild / "skills.yaml")

    def test_the_file_of_a_role_finds_those_of_its_library(self, guild, tmp_path):
        lone = tmp_path / "lone.yaml"
        lone.write_text(files.program("lone"))
        role = guild / "roles/smith.yaml"
        read = load_context(Library(), str(lone), role=str(role), today=builders.TODAY)
        assert read.vocabulary.title("forging") == "The skill forging"

    def test_the_file_of_a_held_certificate_finds_those_of_its_library(self, guild, tmp_path):
        lone = tmp_path / "lone.yaml"
        lone.write_text(files.program("lone"))
        held = [str(guild / "certificates/welding.yaml")]
        read = load_context(Library(), str(lone), held=held, today=builders.TODAY)
        assert ids(read.held) == ["welding"]


@pytest.mark.parametrize(
    ("wanted", "what"),
    [
        ({"certificate": "sewing"}, "certificate 'sewing'"),
        ({"audience": "nobody"}, "audience 'nobody'"),
        ({"rubric": "yours"}, "rubric 'yours'"),
        ({"role": "tailor"}, "role 'tailor'"),
        ({"held": ("sewing",)}, "certificate 'sewing'"),
    ],
)
def test_what_does_not_exist(wanted, what, guild):
    with pytest.raises(UnknownIdError) as caught:
        context(guild, **wanted)
    assert caught.value.message == f"unknown {what}"


@pytest.mark.parametrize(
    "wanted",
    [
        {"certificate": "-", "audience": "-"},
        {"certificate": "-", "role": "-"},
        {"audience": "-", "held": ("-",)},
        {"rubric": "-", "role": "-"},
        {"held": ("-", "-")},
    ],
)
def test_standard_input_is_read_once(wanted, guild):
    with pytest.raises(UsageError) as caught:
        context(guild, **wanted)
    assert (caught.value.message, caught.value.hint) == (
        "standard input can be read only once",
        "give a file for the other",
    )


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ({"certificate": "-"}, files.program("piped")),
        ({"role": "-"}, files.role("piped")),
        ({"held": ("-",)}, files.program("piped")),
    ],
)
def test_standard_input(wanted, text, guild, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    read = context(guild, **wanted)
    assert "piped" in [read.certificate.id, read.role and read.role.id, *ids(read.held)]


@pytest.mark.parametrize(
    ("successors", "after"),
    [("[The new one, Another]", "; replaced by The new one and Another"), ("[]", "")],
)
def test_a_retired_certificate(successors, after, guild):
    retired = f"{{source: me, as_of: 2026-03-31, successors: {successors}}}"
    text = files.program("gluing", f"program: {{retired: {retired}}}\n")
    (guild / "certificates/gluing.yaml").write_text(text)
    assert context(guild, "gluing").warnings == (f"'gluing' was retired on 2026-03-31{after}",)


def test_a_certificate_that_is_still_to_be_retired(guild):
    retired = "program: {retired: {source: me, as_of: 2026-12}}\n"
    (guild / "certificates/gluing.yaml").write_text(files.program("gluing", retired))
    assert context(guild, "gluing").warnings == ()


def test_all_problems_come_together(guild):
    for path in ("certificates/welding", "roles/smith", "certificates/gluing", "skills"):
        spoil(guild / f"{path}.yaml")
    with pytest.raises(DefinitionError) as caught:
        context(guild, role="smith", held=("gluing",))
    assert [problem.path.removeprefix(f"{guild}/") for problem in caught.value.diagnostics] == [
        "certificates/gluing.yaml",
        "certificates/welding.yaml",
        "roles/smith.yaml",
        "skills.yaml",
    ]

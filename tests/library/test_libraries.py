"""Where definitions are found, and the messages about those that are not."""

import json
import os
from pathlib import Path

import pytest

from certeval import Library
from certeval.errors import DefinitionError, LibraryError, UnknownIdError
from certeval.library import folders
from tests import yaml_files as files

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def guild(library):
    return library(
        methodology={"mine": files.rubric()},
        certificates={"welding": files.certificate()},
        audiences={"apprentice": files.audience()},
    )


def test_a_library_of_ones_own(certeval, guild):
    ran = certeval("score", "welding", "-a", "apprentice", "--library", guild, "-f", "json")
    card = json.loads(ran.out)
    assert (card["total"], card["rating"], ran.err) == (62.0, 62.0, "")
    assert card["audience"]["id"] == "apprentice"


def test_without_a_primary_audience_there_is_none(certeval, guild):
    ran = certeval("score", "welding", "--library", guild, "-f", "json")
    assert json.loads(ran.out)["audience"] is None
    table = certeval("score", "welding", "--library", guild).out
    assert table.startswith("Certificate welding: score\n")


def test_a_file_finds_its_neighbours(certeval, guild):
    ran = certeval("score", guild / "certificates" / "welding.yaml", "-f", "json")
    assert json.loads(ran.out)["total"] == 68.0


def test_the_variable_names_libraries(certeval, guild, tmp_path, monkeypatch):
    other = tmp_path / "other"
    (other / "roles").mkdir(parents=True)
    monkeypatch.setenv("CERTEVAL_LIBRARY", f"{other}{os.pathsep}{guild}")
    assert certeval("score", "welding").code == 0


def test_the_users_data_folder_is_a_library(certeval, guild, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(guild.parent))
    guild.rename(guild.parent / "certeval")
    assert certeval("score", "welding").code == 0


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "XDG_DATA_HOME", "/data/certeval"),
        ("win32", "LOCALAPPDATA", "/data/certeval"),
        ("darwin", "XDG_DATA_HOME", "/home/me/Library/Application Support/certeval"),
    ],
)
def test_where_the_users_data_is(platform, variable, folder, monkeypatch):
    monkeypatch.setattr(folders.sys, "platform", platform)
    monkeypatch.setenv(variable, "/data")
    monkeypatch.setenv("HOME", "/home/me")
    assert str(folders.user_data()) == folder


@pytest.mark.parametrize(
    ("platform", "variable", "folder"),
    [
        ("linux", "XDG_DATA_HOME", "/home/me/.local/share/certeval"),
        ("win32", "LOCALAPPDATA", "/home/me/AppData/Local/certeval"),
    ],
)
def test_where_the_users_data_is_by_default(platform, variable, folder, monkeypatch):
    monkeypatch.setattr(folders.sys, "platform", platform)
    monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("HOME", "/home/me")
    assert str(folders.user_data()) == folder


def test_a_library_that_is_none(certeval, tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    ran = certeval("list", "--library", tmp_path / "file")
    assert ran.code == 2
    assert ran.err == (
        f"error: --library: {tmp_path}/file is not a folder\n"
        "  help: a library is a folder with certificates/, audiences/, methodology/, roles/ or "
        "skills.yaml in it\n"
    )
    monkeypatch.setenv("CERTEVAL_LIBRARY", "/nowhere")
    assert "error: CERTEVAL_LIBRARY: /nowhere does not exist" in certeval("list").err


def test_a_users_file_in_place_of_a_built_in_one_is_noted_once(certeval, library):
    text = (ROOT / "rubrics/certificates/ibm-ml.yaml").read_text().replace("raw: 7.5", "raw: 8.0")
    root = library(certificates={"ibm-ml": text})
    ran = certeval("score", "ibm-ml", "--all-audiences", "--library", root, "-f", "json")
    assert ran.err == (
        f"note: certificate 'ibm-ml' is {root}/certificates/ibm-ml.yaml, "
        "in place of the built-in one\n"
    )
    assert json.loads(ran.out)["scorecards"][0]["total"] == 7.375


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (
            ["score", "gcp-mel-prep"],
            "unknown certificate 'gcp-mel-prep'",
            "did you mean 'gcp-mle-prep'? run 'certeval list certificates' to see them",
        ),
        (
            ["score", "mathematcs"],  # a word of the title
            "unknown certificate 'mathematcs'",
            "did you mean 'math-for-ml'? run 'certeval list certificates' to see them",
        ),
        (
            ["cost", "ibm-ml", "--role", "ml-enginer"],
            "unknown role 'ml-enginer'",
            "did you mean 'ml-engineer'? run 'certeval list roles' to see them",
        ),
        (
            ["score", "zzz"],
            "unknown certificate 'zzz'",
            "run 'certeval list certificates' to see them",
        ),
        (
            ["score", "ibm-ml", "-a", "carer-changer"],
            "unknown audience 'carer-changer'",
            "did you mean 'career-changer'? run 'certeval list audiences' to see them",
        ),
        (
            ["score", "ibm-ml", "--rubric", "career"],
            "unknown rubric 'career'",
            "did you mean 'career-certificate'? run 'certeval list rubrics' to see them",
        ),
        (
            ["show", "changer"],
            "unknown id 'changer'",
            "did you mean 'career-changer'? run 'certeval list' to see them",
        ),
        (
            ["score", ".."],
            "unknown certificate '..'",
            "run 'certeval list certificates' to see them",
        ),
    ],
)  # fmt: skip
def test_an_unknown_id(arguments, message, hint, certeval):
    ran = certeval(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: {message}\n  help: {hint}\n"


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [(["score", "ibm-ml", "-a", "nurse"], "audience"), (["show", "nurse"], "id")],
)
def test_an_unknown_id_that_names_a_file(arguments, kind, certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nurse.yml").write_text("")
    ran = certeval(*arguments)
    listed = "list audiences" if kind == "audience" else "list"
    hint = f"did you mean the file nurse.yml? run 'certeval {listed}' to see them"
    assert (ran.code, ran.err) == (2, f"error: unknown {kind} 'nurse'\n  help: {hint}\n")


def test_an_id_never_is_a_path(guild):
    assert Library.only([guild]).find("certificate", "../certificates/welding") is None


def test_several_definitions_with_one_id(certeval, library):
    root = library(certificates={"x": files.certificate("x")}, audiences={"x": files.audience("x")})
    ran = certeval("show", "x", "--library", root)
    assert ran.err == (
        "error: 'x' is the id of several definitions: certificate, audience\n"
        "  help: choose one with --kind certificate\n"
    )
    assert "Audience x" in certeval("show", "x", "--kind", "audience", "--library", root).out


def test_a_definition_of_another_kind(certeval, guild):
    ran = certeval("score", "welding", "--library", guild, "-a", guild / "methodology/mine.yaml")
    assert "expected a definition of kind audience, found kind rubric" in ran.err


def test_an_id_agrees_with_its_file(certeval, library):
    root = library(certificates={"other": files.certificate()})
    ran = certeval("check", root / "certificates" / "other.yaml", "--library", root)
    assert "other.yaml:2:5: error: id 'welding' in a file called 'other.yaml'" in ran.out
    assert "help: in a library they agree: write 'id: other', or rename the file" in ran.out


def test_a_loose_file_may_be_called_anything(certeval, guild, tmp_path):
    path = tmp_path / "draft 2.yaml"
    path.write_text(files.certificate())
    assert certeval("score", path, "--library", guild).code == 0


def test_one_id_in_two_files(certeval, guild):
    again = guild / "certificates" / "welding.yml"
    again.write_text(files.certificate())
    ran = certeval("check", guild)
    assert "welding.yml:2:5: error: duplicate id 'welding'" in ran.out
    assert "welding.yaml has it already" in ran.out


class TestAnotherRubric:
    """``--rubric`` judges by other terms than those that the scores were given under."""

    def score(self, certeval, guild, tmp_path, text):
        path = tmp_path / "variant.yaml"
        path.write_text(text)
        return certeval(
            "score", "welding", "-a", "apprentice", "--rubric", path, "--library", guild,
            "-f", "json",
        )  # fmt: skip

    def test_with_other_weights(self, certeval, guild, tmp_path):
        text = files.rubric("variant").replace("60", "50").replace("40", "50")
        card = json.loads(self.score(certeval, guild, tmp_path, text).out)
        assert (card["total"], card["warnings"]) == (60.0, [])

    def test_with_another_scale(self, certeval, guild, tmp_path):
        ran = self.score(certeval, guild, tmp_path, files.rubric("variant", "{min: 1, max: 10}"))
        assert ran.code == 2
        assert (
            "'welding' was scored on the scale 0-100 of the rubric mine; the rubric variant has "
            "the scale 1-10"
        ) in ran.err

    def test_with_fewer_criteria(self, certeval, guild, tmp_path):
        text = files.rubric("variant").replace("60", "100")
        text = text[: text.index("  - {id: price")]
        card = json.loads(self.score(certeval, guild, tmp_path, text).out)
        assert card["total"] == 80.0
        scores, adjustments = card["warnings"]
        assert scores == "the rubric variant has no criterion price: not counted"
        assert adjustments == (
            "the adjustments and weights of the audience apprentice are meant for the rubric mine; "
            "under variant they are left out"
        )

    def test_with_the_same_id(self, certeval, guild, tmp_path):
        text = files.rubric().replace("60", "10").replace("40", "90")
        card = json.loads(self.score(certeval, guild, tmp_path, text).out)
        assert (card["total"], card["warnings"]) == (52.0, [])

    def test_where_the_own_rubric_is_nowhere(self, certeval, guild, tmp_path):
        (guild / "methodology/mine.yaml").unlink()
        ran = self.score(certeval, guild, tmp_path, files.rubric("variant"))
        assert ran.code == 2
        assert "welding.yaml:5:9: error: unknown rubric 'mine'" in ran.err
        assert "apprentice.yaml:5:9: error: unknown rubric 'mine'" in ran.err

    def test_where_the_own_rubric_has_problems(self, certeval, guild, tmp_path):
        (guild / "methodology/mine.yaml").write_text("kind: rubric\n")
        card = json.loads(self.score(certeval, guild, tmp_path, files.rubric("variant")).out)
        assert card["total"] == 68.0
        assert len(card["warnings"]) == 1
        narrow = files.rubric("variant", "{min: 1, max: 10}")
        ran = self.score(certeval, guild, tmp_path, narrow)
        assert ran.code == 2
        assert "'welding', depth: score 80 is outside the scale 1-10" in ran.err

    def test_with_weights_of_the_audience(self, certeval, guild, tmp_path):
        weights = "".join(
            f"  - {{criterion: {name}, weight_percent: 50, source: me}}\n"
            for name in ("depth", "price")
        )
        own = guild / "audiences/apprentice.yaml"
        own.write_text(f"{files.audience()}weights:\n{weights}")
        card = json.loads(self.score(certeval, guild, tmp_path, files.rubric("variant")).out)
        assert card["warnings"] == [
            "the weights are those of the audience apprentice, not of variant"
        ]


def test_a_score_needs_rubric_and_audiences_only(certeval, guild):
    path = guild / "certificates/welding.yaml"
    with path.open("a") as file:
        file.write("teaches: [{skills: [sewing], source: me}]\n")
        file.write("overlaps: [{held: knitting, advice: Skip, source: me}]\n")
    assert certeval("score", "welding", "--library", guild).code == 0
    ran = certeval("check", path)
    assert "error: unknown skill 'sewing'" in ran.out
    assert "error: unknown certificate 'knitting'" in ran.out


def test_a_certificate_without_a_rubric(certeval, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("kind: certificate\nid: x\ntitle: X\nprovider: P\n")
    ran = certeval("score", path)
    assert (ran.code, ran.err) == (
        2,
        f"error: the certificate '{path}' names no rubric\n  help: name one with --rubric\n",
    )
    rubric = ["--rubric", "career-certificate"]
    assert certeval("score", path, *rubric).code == 0, "by evidence: all of it is unknown"
    unscored = certeval("score", path, *rubric, "--by", "opinion")
    assert unscored.code == 2
    assert "error: 'x' has no scores yet under the rubric 'career-certificate'" in unscored.err
    path.write_text("kind: certificate\nid: x\ntitle: X\n")
    assert "missing field 'provider'" in certeval("score", path).err


def test_a_certificate_with_an_unknown_rubric(certeval, guild):
    path = guild / "certificates" / "welding.yaml"
    path.write_text(files.certificate(rubric="yours"))
    ran = certeval("score", path)
    assert ran.code == 2
    assert "welding.yaml:5:9: error: unknown rubric 'yours'" in ran.err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--all-audiences"], ["data-professional", "career-changer"]),  # the primary one first
        (
            ["-a", "career-changer", "-a", "data-professional"],
            ["career-changer", "data-professional"],
        ),
        (["-a", "career-changer", "-a", "career-changer"], None),
        (["--all-audiences", "-a", "nurse.yaml"], ["data-professional", "career-changer", "nurse"]),
    ],
)
def test_the_order_of_audiences(arguments, expected, certeval, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("nurse.yaml").write_text(files.audience("nurse", "career-certificate").split("adj")[0])
    cards = json.loads(certeval("score", "ibm-ml", *arguments, "-f", "json").out)
    if expected is None:
        assert cards["audience"]["id"] == "career-changer"
    else:
        assert [card["audience"]["id"] for card in cards["scorecards"]] == expected


def test_standard_input_is_read_once(certeval):
    ran = certeval("score", "-", "-a", "-")
    assert (
        ran.err
        == "error: standard input can be read only once\n  help: give a file for the other\n"
    )


def test_a_rubric_finds_its_neighbours(certeval, guild):
    (guild / "methodology/mine.yaml").write_text(
        files.rubric(more="primary_audience: apprentice\n")
    )
    loose = guild.parent / "loose.yaml"
    loose.write_text(files.certificate("loose"))
    ran = certeval("score", loose, "--rubric", guild / "methodology/mine.yaml", "-f", "json")
    assert json.loads(ran.out)["audience"]["id"] == "apprentice"


def test_a_working_directory_that_no_longer_exists(certeval, guild, tmp_path, monkeypatch):
    missing = tmp_path / "gone"
    missing.mkdir()
    monkeypatch.chdir(missing)
    missing.rmdir()
    assert certeval("check", guild / "certificates/welding.yaml", "--library", guild).code == 0
    ran = certeval("check", "x.yaml")
    assert (ran.code, ran.out.splitlines()[0]) == (2, "x.yaml: error: cannot be read: no such file")
    assert certeval("score", "ibm-ml").code == 0


def test_a_folder_that_is_no_library(certeval, guild):
    ran = certeval("list", "--library", guild / "certificates")
    assert ran.err.startswith(f"error: --library: {guild}/certificates has no definitions\n")


def test_a_rubric_whose_primary_audience_is_nowhere(certeval, guild):
    text = files.rubric(more="primary_audience: nobody\n")
    (guild / "methodology/mine.yaml").write_text(text)
    ran = certeval("score", "welding", "--library", guild)
    assert "mine.yaml:6:19: error: unknown audience 'nobody'" in ran.err


def test_an_audience_without_a_rubric_reads_any(certeval, guild, tmp_path):
    path = tmp_path / "anyone.yaml"
    path.write_text("kind: audience\nid: anyone\ntitle: Anyone\nhours_per_week: 5\n")
    ran = certeval("score", "welding", "-a", path, "--library", guild, "-f", "json")
    assert json.loads(ran.out)["total"] == 68.0


class TestCheck:
    def test_the_built_in_library_has_no_problem(self, certeval):
        ran = certeval("check")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith("files checked, no problems\n")

    def test_a_folder_is_checked_however_deep(self, certeval, guild):
        below = guild / "drafts" / "2026"
        below.mkdir(parents=True)
        (below / "x.yml").write_text("kind: role\n")
        (guild / ".hidden").mkdir()
        (guild / ".hidden" / "y.yaml").write_text("kind: role\n")
        ran = certeval("check", guild)
        assert ran.code == 1
        assert ran.out.endswith("4 files checked, 3 problems\n")

    def test_a_folder_without_definitions(self, certeval, tmp_path):
        ran = certeval("check", tmp_path)
        assert ran.code == 2
        assert ran.err == (
            f"error: no definition file in '{tmp_path}'\n"
            "  help: definition files end in .yaml or .yml\n"
        )

    def test_a_rubric_with_problems_is_reported_once(self, certeval, guild):
        (guild / "methodology/mine.yaml").write_text(files.rubric().replace("60", "61"))
        ran = certeval("check", guild)
        assert ran.out.count("error:") == 1

    def test_a_file_that_cannot_be_read_is_2_and_the_report_still_comes(self, certeval, guild):
        ran = certeval("check", guild, guild / "no.yaml")
        assert ran.code == 2
        assert "no.yaml: error: cannot be read: no such file" in ran.out

    def test_ten_thousand_references_read_a_rubric_once(self, guild, monkeypatch):
        from certeval.library import library as library_module
        from certeval.library.check import check

        for number in range(20):
            path = guild / "certificates" / f"c{number}.yaml"
            path.write_text(files.certificate(f"c{number}"))
        read = []
        real = library_module.read_definition
        monkeypatch.setattr(
            library_module,
            "read_definition",
            lambda path, kind, **_: read.append(path) or real(path, kind),
        )
        check(Library.only([guild]), sorted((guild / "certificates").iterdir()))
        assert [path.name for path in read] == ["mine.yaml"]


def test_list_and_its_files(certeval, guild):
    (guild / "certificates" / "bad.yaml").write_text("kind: certificate\n")
    ran = certeval("list", "certificates", "--library", guild, "-f", "json")
    entries = {entry["id"]: entry for entry in json.loads(ran.out)["entries"]}
    assert entries["bad"]["title"] is None
    assert entries["welding"]["title"] == "Certificate welding"
    built_in = {path.stem for path in (ROOT / "rubrics/certificates").glob("*.yaml")}
    assert set(entries) == {"bad", "welding"} | built_in
    assert ran.err == (
        f"warning: {guild}/certificates/bad.yaml has errors; run "
        f"'certeval check {guild}/certificates/bad.yaml' to see them\n"
    )
    assert ran.code == 0


def test_list_of_nothing(certeval, tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "built_in", lambda: tmp_path)
    for kind in ("roles", "skills"):
        assert certeval("list", kind).out == "Nothing found.\n"


def test_the_first_of_several_libraries_counts(library, tmp_path):
    root = library(certificates={"ibm-ml": files.certificate("ibm-ml")})
    found = dict(folders.files("certificate", [root, folders.built_in()]))
    assert found["ibm-ml"] == root / "certificates" / "ibm-ml.yaml"


@pytest.mark.parametrize(
    ("reference", "is_file"),
    [
        ("ibm-ml", False),
        ("-", True),
        ("a/b", True),
        ("x.yaml", True),
        ("x.yml", True),
        ("..", False),
    ],
)
def test_what_is_a_file(reference, is_file):
    assert folders.is_path(reference) == is_file


def test_the_packaged_definitions_come_first(tmp_path, monkeypatch):
    (tmp_path / "certeval" / "library").mkdir(parents=True)
    monkeypatch.setattr(folders, "__file__", str(tmp_path / "certeval/library/folders.py"))
    assert folders.built_in() == tmp_path / "rubrics"
    (tmp_path / "certeval" / "rubrics").mkdir()
    assert folders.built_in() == tmp_path / "certeval" / "rubrics"


@pytest.mark.parametrize("text", ["- kind: certificate\n", "certificate\n", "title: X\n"])
def test_a_file_without_a_kind_gets_a_hint(text, certeval, tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(text)
    ran = certeval("score", path)
    assert ran.code == 2
    expected = (
        "add 'kind: certificate'" if ":" in text and "- " not in text else "a definition is a"
    )
    assert expected in ran.err


def test_what_certificates_share_is_read_once(guild, monkeypatch):
    from certeval.library import library as library_module
    from certeval.library.loading import load

    read = []
    real = library_module.read_definition
    monkeypatch.setattr(
        library_module,
        "read_definition",
        lambda path, kind, **_: read.append(kind) or real(path, kind),
    )
    library = Library.only([guild])
    for _ in range(3):
        load(library, ["welding"], ["apprentice"])
    assert sorted(read) == ["audience", "certificate", "certificate", "certificate", "rubric"]


def test_a_file_brings_all_its_neighbours(certeval, guild):
    path = guild / "certificates/welding.yaml"
    ran = certeval("score", path, "-a", "apprentice", "--rubric", "mine", "-f", "json")
    assert json.loads(ran.out)["total"] == 62.0


def test_an_audience_does_not_bring_its_own_rubric(certeval, library):
    text = (ROOT / "rubrics/methodology/career-certificate.yaml").read_text(encoding="utf-8")
    root = library(
        methodology={"career-certificate": text.replace("max: 10", "max: 10.5")},
        audiences={"reader": files.audience("reader", "career-certificate").split("adj")[0]},
    )
    ran = certeval("score", "ibm-ml", "-a", root / "audiences/reader.yaml", "-f", "json")
    assert json.loads(ran.out)["scale"]["max"] == 10.0


def test_the_order_of_libraries(library, tmp_path, certeval, monkeypatch):
    """--library, then the variable, then the user's data, then the built-in one."""
    roots = {}
    for name in ("named", "variable", "data/certeval"):
        roots[name] = tmp_path / name
        (roots[name] / "audiences").mkdir(parents=True)
    places = [*roots, "built-in"]
    monkeypatch.setenv("CERTEVAL_LIBRARY", str(roots["variable"]))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    text = files.audience("career-changer", "career-certificate").split("adj")[0]
    for name in reversed(places[:-1]):
        (roots[name] / "audiences/career-changer.yml").write_text(text)
        ran = certeval("show", "career-changer", "-f", "json", "--library", roots["named"])
        assert json.loads(ran.out)["file"].startswith(str(roots[name]))


def test_two_audiences_with_one_id(certeval, guild, tmp_path):
    for name in ("a1", "a2"):
        (tmp_path / f"{name}.yaml").write_text(files.audience("twin"))
    ran = certeval(
        "score", "welding", "--library", guild, "-a", tmp_path / "a1.yaml", "-a",
        tmp_path / "a2.yaml",
    )  # fmt: skip
    assert ran.code == 2
    assert "a2.yaml:2:5: error: duplicate id 'twin'" in ran.err


def test_loose_files_are_checked_with_each_other(certeval, tmp_path):
    (tmp_path / "c.yaml").write_text(files.certificate())
    (tmp_path / "r.yaml").write_text(files.rubric())
    assert certeval("check", tmp_path / "c.yaml", tmp_path / "r.yaml").code == 0
    assert certeval("check", tmp_path).code == 0


def test_a_file_named_twice_is_checked_once(certeval, guild, monkeypatch):
    monkeypatch.chdir(guild)
    ran = certeval("check", "certificates/welding.yaml", guild, "certificates")
    assert (ran.code, ran.out) == (0, "3 files checked, no problems\n")


def test_files_without_an_id_are_no_twins(certeval, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(files.certificate().replace("id: welding\n", ""))
    assert "duplicate" not in certeval("check", tmp_path).out


def test_a_folder_that_cannot_be_looked_into(certeval, guild, monkeypatch):
    real = os.scandir

    def refuse(path):
        if str(path).endswith("audiences"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    ran = certeval("check", guild)
    assert ran.code == 2
    assert "audiences: error: cannot be read: permission denied" in ran.out


def test_a_name_that_is_too_long(certeval):
    ran = certeval("check", "a" * 5000)
    assert ran.code == 2
    assert "cannot be read: file name too long" in ran.out


def test_numbers_of_fifteen_digits_are_still_exact(certeval, guild):
    scale = "{min: 0, max: 999999999999999, step: 0.00000000000001}"
    (guild / "methodology/mine.yaml").write_text(files.rubric(scale=scale))
    assert certeval("check", guild).code == 0


def test_many_problems_take_time_in_proportion(certeval, tmp_path):
    import time

    path = tmp_path / "x.yaml"
    path.write_text("kind: role\n" + "".join(f"f{number}: 1\n" for number in range(4000)))
    started = time.perf_counter()
    assert certeval("check", path).code == 1
    assert time.perf_counter() - started < 20


def test_a_file_name_is_shown_not_obeyed(certeval, library):
    root = library(certificates={"\x1b[31mred": "kind: certificate\n"})
    assert "\x1b" not in certeval("list", "--library", root).err


class TestById:
    """A library has its definitions by id, each read when it is asked for."""

    def test_by_id(self, guild):
        found = Library(guild)
        assert found.certificates["welding"].title == "Certificate welding"
        assert found.audiences["apprentice"].hours_per_week == 5
        assert found.rubrics["mine"].scale.max == 100
        assert found.roles["ml-engineer"].kind == "role"

    def test_nothing_is_read_before(self, guild):
        (guild / "certificates/welding.yaml").write_text("not: a certificate\n")
        found = Library.only([guild])
        assert list(found.certificates) == ["welding"]
        assert "welding" in found.certificates
        assert len(found.certificates) == 1
        with pytest.raises(DefinitionError):
            found.certificates["welding"]

    def test_an_unknown_id_is_a_missing_key(self, guild):
        found = Library(guild).certificates
        with pytest.raises(KeyError) as caught:
            found["weldin"]
        error = caught.value
        assert isinstance(error, UnknownIdError)
        assert (error.kind, error.id, error.suggestions) == ("certificate", "weldin", ("welding",))
        assert str(error) == "unknown certificate 'weldin'"
        assert found.get("weldin") is None
        assert "weldin" not in found
        assert 7 not in found

    def test_a_file_whose_name_is_not_an_id_is_not_among_them(self, guild):
        (guild / "certificates/Draft 2.yaml").write_text(files.program("draft"))
        assert list(Library.only([guild]).certificates) == ["welding"]


class TestFolders:
    @pytest.mark.parametrize("shape", [str, Path, lambda path: [path], lambda path: (str(path),)])
    def test_a_folder_or_several_with_the_built_in_library_behind(self, shape, guild):
        assert Library(shape(guild)).folders == (guild, folders.built_in())

    def test_the_built_in_library_alone(self):
        assert Library(()).folders == (folders.built_in(),)

    def test_what_is_not_a_library(self, tmp_path):
        with pytest.raises(LibraryError) as caught:
            Library(tmp_path / "nowhere")
        assert caught.value.folder == tmp_path / "nowhere"
        assert str(caught.value) == f"folders: {tmp_path}/nowhere does not exist"

"""A library may have a list of skills; it is found, listed and checked like other files."""

import json

import pytest

from certeval.library.folders import is_library, root_of, skill_files
from tests import yaml_files as files

SKILLS = "skills.yaml"
FORGING = "teaches: [{skills: [forging], source: me}]\n"


@pytest.fixture
def words(library):
    """A library that only has a list of skills."""
    return library(**{".": {"skills": files.skills("forging", "welding")}})


def listed(ran):
    return {entry["id"]: entry for entry in json.loads(ran.out)["entries"]}


def test_a_list_of_skills_makes_a_library(words, tmp_path):
    assert is_library(words)
    assert not is_library(tmp_path)
    assert root_of(words) == root_of(words / SKILLS) == words
    assert root_of(tmp_path) is None
    assert skill_files([tmp_path, words]) == [words / SKILLS]


def test_the_built_in_skills_are_listed(certeval):
    entries = listed(certeval("list", "skills", "-f", "json"))
    assert entries["machine-learning"] == {
        "kind": "skill",
        "id": "machine-learning",
        "title": "Machine learning and its libraries",
        "path": entries["python"]["path"],
        "facts": None,
    }
    assert list(entries) == sorted(entries)
    assert "sklearn" not in entries  # an alias


def test_ones_own_skills_are_listed_with_the_built_in_ones(certeval, words):
    (words / SKILLS).write_text(files.skills("forging", "python"))
    ran = certeval("list", "skills", "--library", words, "-f", "json")
    entries = listed(ran)
    assert (ran.code, ran.err) == (0, "")
    assert entries["forging"]["path"] == entries["python"]["path"] == str(words / SKILLS)
    assert entries["python"]["title"] == "The skill python"
    assert entries["sql"]["title"] == "SQL"


def test_skills_are_only_listed_where_they_are_asked_for(certeval, words):
    entries = listed(certeval("list", "--library", words, "-f", "json"))
    assert "ibm-ml" in entries
    assert not {"forging", "python"} & set(entries)


def test_a_faulty_list_is_reported_and_the_rest_of_it_listed(certeval, words):
    with (words / SKILLS).open("a") as file:
        file.write("  - {id: Not an id, title: No}\n")
    ran = certeval("list", "skills", "--library", words, "-f", "json")
    assert {"forging", "welding", "python"} <= set(listed(ran))
    assert ran.err == (
        f"warning: {words}/skills.yaml has errors; run "
        f"'certeval check {words}/skills.yaml' to see them\n"
    )
    (words / SKILLS).write_text("kind: skills\n")
    ran = certeval("list", "skills", "--library", words, "-f", "json")
    assert "forging" not in listed(ran)
    assert "python" in listed(ran)


def test_skills_of_the_library_that_is_named_are_known(certeval, words, tmp_path, monkeypatch):
    lone = tmp_path / "lone.yaml"
    lone.write_text(files.program("lone", FORGING))
    assert certeval("check", lone).code == 1
    assert certeval("curriculum", lone).code == 2
    assert certeval("check", lone, "--library", words).code == 0
    assert "The skill forging" in certeval("curriculum", lone, "--library", words).out
    monkeypatch.setenv("CERTEVAL_LIBRARY", str(words))
    assert certeval("check", lone).code == 0


def test_skills_of_the_users_data_folder_are_known(certeval, words, tmp_path, monkeypatch):
    lone = tmp_path / "lone.yaml"
    lone.write_text(files.program("lone", FORGING))
    words.rename(words.parent / "certeval")
    monkeypatch.setenv("XDG_DATA_HOME", str(words.parent))
    assert certeval("check", lone).code == 0


class TestCheck:
    def test_the_list_of_a_library_is_checked(self, certeval, words):
        ran = certeval("check", "--library", words)
        assert ran.code == 0
        (words / SKILLS).write_text(files.skills("forging", "forging"))
        ran = certeval("check", "--library", words)
        assert ran.code == 1
        assert f"{words}/skills.yaml:6:10: error: duplicate skill 'forging'" in ran.out

    def test_the_files_of_a_folder_know_its_skills(self, certeval, words):
        (words / "certificates").mkdir()
        path = words / "certificates" / "smithing.yaml"
        path.write_text(files.program("smithing", FORGING))
        for named in (words, path):
            ran = certeval("check", named)
            assert (ran.code, ran.err) == (0, "")
        (words / SKILLS).unlink()
        assert "error: unknown skill 'forging'" in certeval("check", words).out

    def test_a_loose_list_is_known_to_what_is_checked_with_it(self, certeval, tmp_path):
        (tmp_path / "c.yaml").write_text(files.program("c", FORGING))
        (tmp_path / "s.yaml").write_text(files.skills("forging"))
        assert certeval("check", tmp_path).code == 0
        assert certeval("check", tmp_path / "c.yaml").code == 1

    def test_parts_may_be_of_another_list(self, certeval, words):
        text = "kind: skills\nid: mine\ntitle: Mine\nskills:\n"
        parted = "  - {{id: craft, title: Craft, parts: [{}], parts_needed: all}}\n"
        (words / SKILLS).write_text(text + parted.format("python, sklearn"))
        assert certeval("check", words).code == 0
        (words / SKILLS).write_text(text + parted.format("python, welding"))
        assert "error: unknown skill 'welding'" in certeval("check", words).out

    def test_a_file_of_that_name_is_of_that_kind(self, certeval, words):
        (words / SKILLS).write_text(files.role("x", "python"))
        message = "expected a definition of kind skills, found kind role"
        assert message in certeval("curriculum", "ibm-ml", "--library", words).err
        assert message in certeval("check", words).out

    @pytest.mark.parametrize("part", ["smithing", "metal"])
    def test_a_part_by_another_name_is_the_same_skill(self, part, certeval, words):
        (words / SKILLS).write_text(
            "kind: skills\nid: mine\ntitle: Mine\nskills:\n"
            f"  - {{id: a, title: A, aliases: [smithing], parts: [{part}], parts_needed: any}}\n"
            "  - {id: b, title: B, aliases: [metal], parts: [c], parts_needed: any}\n"
            "  - {id: c, title: C}\n"
        )
        assert certeval("check", words).code == 1

    def test_a_faulty_skill_is_known(self, certeval, words):
        (words / SKILLS).write_text(
            "kind: skills\nid: mine\ntitle: Mine\nskills:\n"
            "  - {id: craft, title: Craft, parts: [forging], parts_needed: any}\n"
            "  - {id: forging, title: Forging, parts: [python], parts_needed: some}\n"
        )
        ran = certeval("check", words)
        assert "parts_needed: 'some' is not one of the choices" in ran.out
        assert "unknown skill 'forging'" not in ran.out


def test_the_list_is_shown_by_its_id(certeval, words):
    ran = certeval("show", "skills", "--library", words, "-f", "json")
    shown = json.loads(ran.out)["definition"]["skills"]
    assert (ran.code, [skill["id"] for skill in shown]) == (0, ["forging", "welding"])
    assert certeval("show", "skills").out.startswith("Skills\n")

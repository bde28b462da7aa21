"""``weights``: what its arguments mean, and the audience file that it writes."""

import csv
import io
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import yaml_files as files
from tests.render import hostile_library
from tests.render.test_injection_everywhere import FORMULA, SHOWN, TEXTS, acting

ALL = ["hiring", "skill,value", "curriculum", "port,access"]
SWING = ["--method", "swing", "hiring=100", "skill,value=60", "curriculum=50", "port,access=20"]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))


def result(ran):
    assert ran.code == 0
    return json.loads(ran.out)


def weighed(out):
    return {line["criterion"]: line["weight_percent"] for line in out["lines"]}


def test_an_id_or_the_beginning_of_it(certeval):
    short = result(certeval("weights", *ALL, "-f", "json"))
    whole = result(
        certeval(
            "weights", "hiring-impact", "skill-to-job-match , value-for-money",
            "curriculum-quality", "portfolio-and-interview-prep,accessibility", "-f", "json",
        )
    )  # fmt: skip
    assert short == whole
    assert [line["place"] for line in short["lines"]] == [1, 2, 2, 4, 5, 5]


def test_an_id_that_begins_another(certeval, library):
    text = files.rubric().replace("id: price", "id: depth-of-pocket")
    root = library(methodology={"mine": text})
    ran = certeval("weights", "depth", "depth-", "--rubric", "mine", "--library", root, "-fjson")
    assert [line["criterion"] for line in result(ran)["lines"]] == ["depth", "depth-of-pocket"]
    ran = certeval("weights", "dep", "--rubric", "mine", "--library", root)
    assert (ran.code, ran.err) == (
        2,
        "error: CRITERION: 'dep' may be depth or depth-of-pocket\n  help: write more of it\n",
    )


def test_points(certeval):
    out = result(certeval("weights", *SWING, "-f", "json"))
    assert out["method"]["id"] == "swing"
    assert weighed(out)["skill-to-job-match"] == pytest.approx(60 / 310 * 100)


def test_the_order_of_points_is_that_of_the_points(certeval):
    backwards = [*SWING[:2], *SWING[:1:-1]]
    first = result(certeval("weights", *SWING, "-f", "json"))
    assert weighed(result(certeval("weights", *backwards, "-f", "json"))) == weighed(first)


@pytest.mark.parametrize("method", ["roc", "rank-sum", "reciprocal"])
def test_methods(method, certeval):
    out = result(certeval("weights", *ALL, "--method", method, "-f", "json"))
    assert out["method"]["id"] == method
    assert method not in [other["id"] for other in out["others"]]


def test_a_rubric_of_ones_own(certeval, library):
    root = library(methodology={"mine": files.rubric()})
    ran = certeval("weights", "price", "depth", "--library", root)
    assert ran.code == 2
    assert ran.err == (
        "error: there are several rubrics to score under: career-certificate, mine\n"
        "  help: choose one with --rubric\n"
    )
    out = result(
        certeval("weights", "price", "depth", "--library", root, "--rubric", "mine", "-fjson")
    )
    assert weighed(out) == {"price": 75, "depth": 25}
    assert out["rubric"]["id"] == "mine"


def test_what_is_written_is_checked_and_used(certeval):
    ran = certeval("weights", *ALL, "--save", "me.yaml", "-f", "json")
    assert ran.err == (
        "wrote me.yaml\n"
        "note: everything except the weights was copied from the audience 'Data professional'; use "
        "--audience to choose another\n"
        "to use it, run 'certeval score CERT --audience me.yaml'\n"
    )
    written = [line["weight_percent"] for line in result(ran)["lines"]]
    assert certeval("check", "me.yaml").out == "1 file checked, no problems\n"
    card = result(certeval("score", "ibm-ml", "--audience", "me.yaml", "-f", "json"))
    by_name = {line["criterion"]: line["weight_percent"] for line in card["lines"]}
    assert [by_name[line["criterion"]] for line in result(ran)["lines"]] == written
    assert card["audience"]["title"] == "Data professional, own weights"
    assert card["total_display"] == "about 7.329167"
    assert card["warnings"] == []
    assert ("The reader", "2026-11-22") in [
        (source["publisher"], source["date"]) for source in card["sources"]
    ]


def test_the_file_is_plain_yaml(certeval):
    certeval("weights", *SWING, "--save", "me.yaml", "--id", "reader", "--title", "It's: me")
    data = yaml.safe_load(Path("me.yaml").read_text(encoding="utf-8"))
    assert (data["kind"], data["id"], data["title"]) == ("audience", "reader", "It's: me")
    assert data["hours_per_week"] == 7
    assert data["target_role"] == "ml-engineer"
    assert {weight["criterion"]: weight["weight"] for weight in data["weights"]}
    assert {type(weight["weight"]) for weight in data["weights"]} == {int}


def test_all_else_is_the_audiences(certeval):
    certeval(
        "weights", *ALL, "--save", "me.yaml", "-a", "career-changer", "--hours-per-week", "4.5"
    )
    card = result(certeval("score", "ibm-ml", "-a", "me.yaml", "-f", "json"))
    changed = [line["criterion"] for line in card["lines"] if line["changed"]]
    assert changed == ["hiring-impact", "accessibility"]
    assert "\nhours_per_week: 4.5\n" in Path("me.yaml").read_text()
    assert certeval("check", "me.yaml").code == 0


def test_the_day_is_that_of_the_order(certeval):
    certeval("weights", *ALL, "--save", "me.yaml", "--today", "2027-01-31")
    assert "    date: 2027-01-31\n" in Path("me.yaml").read_text()


def test_a_file_of_ones_own_as_the_base_and_replaced(certeval):
    certeval("weights", *ALL, "--save", "me.yaml", "--title", "Me")
    again = ["weights", *SWING, "-a", "me.yaml", "--save", "me.yaml"]
    ran = certeval(*again)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err
        == "error: --save: 'me.yaml' already exists\n  help: add --replace to overwrite it\n"
    )
    assert certeval(*again, "--replace").code == 0
    text = Path("me.yaml").read_text()
    assert "title: Me, own weights\n" in text
    assert "rank-order" not in text
    assert text.count("publisher: The reader") == 1


def test_nothing_is_overwritten(certeval):
    Path("me.yaml").write_text("precious")
    Path("link.yaml").symlink_to("nowhere.yaml")
    for name in ("me.yaml", "link.yaml"):
        assert certeval("weights", *ALL, "--save", name).code == 2
    assert Path("me.yaml").read_text() == "precious"
    assert not Path("nowhere.yaml").exists()


def test_nothing_is_left_of_what_could_not_be_written(certeval, monkeypatch):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    ran = certeval("weights", *ALL, "--save", "me.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: cannot write 'me.yaml': no space left on device\n"
    assert not list(Path().iterdir())


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--save", "me"], "--save me: a definition file ends in .yaml or .yml"),
        (["--save", "-"], "--save -: a definition file ends in .yaml or .yml"),
        (["--save", ""], "--save : a definition file ends in .yaml or .yml"),
        (
            ["--save", "Me Too.yaml"],
            (
                "--save Me Too.yaml: 'Me Too' is not an id\n"
                "  help: give one with --id; an id has lower-case letters, digits and single "
            ),
        ),
        (
            ["--save", "me.yaml", "--id", "Me"],
            (
                "--id: 'Me' is not an id\n"
                "  help: an id has lower-case letters, digits and single hyphens"
            ),
        ),
        (
            ["--save", "audiences/me.yaml", "--id", "you"],
            (
                "--id you: in a library a file is named after its id, not 'me.yaml'\n"
                "  help: save it as 'audiences/you.yaml'"
            ),
        ),
        (
            ["--save", "no/me.yaml"],
            "--save no/me.yaml: the folder 'no' does not exist\n  help: create it first",
        ),
        (
            ["--save", "me.yaml", "--output", "./me.yaml"],
            "--save and --output name the same file\n  help: name two files",
        ),
        (["--save", "me.yaml", "--title", " "], "--title: must not be empty"),
        (["--save", "me.yaml", "--title", "\udcff"], "--title: is not UTF-8"),
        (["--save", "me.yaml", "--today", "x"], "--today: expected a date, found 'x'"),
        (["--id", "me"], "--id needs --save\n  help: name the file with --save"),
        (["--title", "Me"], "--title needs --save\n  help: name the file with --save"),
        (["--replace"], "--replace needs --save\n  help: name the file with --save"),
        (
            ["--hours-per-week", "5"],
            "--hours-per-week needs --save\n  help: name the file with --save",
        ),
        (["--save", "me.yaml", "-a", "nobody"], "unknown audience 'nobody'"),
        (["--save", "me.yaml", "--hours-per-week", "0"], "--hours-per-week: must be greater"),
    ],
)
def test_what_cannot_be_saved(more, message, certeval):
    Path("audiences").mkdir()
    ran = certeval("weights", *ALL, *more)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")
    assert list(Path().iterdir()) == [Path("audiences")]


def test_in_a_library_the_file_has_the_name_of_its_id(certeval):
    Path("audiences").mkdir()
    assert certeval("weights", *ALL, "--save", "audiences/me.yml", "--id", "me").code == 0
    assert certeval("check", "audiences").code == 0
    card = result(certeval("score", "ibm-ml", "--library", ".", "-a", "me", "-f", "json"))
    assert card["audience"]["id"] == "me"


def test_without_an_audience_the_hours_are_needed(certeval, library):
    root = library(
        methodology={"mine": files.rubric()}, certificates={"welding": files.certificate()}
    )
    mine = ["weights", "price", "depth", "--rubric", "mine", "--library", root, "--save", "me.yaml"]
    ran = certeval(*mine)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: the hours per week are not known: no audience gives them\n"
        "  help: give --hours-per-week, or with --audience an audience to take them from\n"
    )
    ran = certeval(*mine, "--hours-per-week", "5")
    how = f"run 'certeval score CERT --rubric mine --audience me.yaml --library {root}'"
    assert ran.err == f"wrote me.yaml\nto use it, {how}\n"
    assert certeval("check", "me.yaml", "--library", root).code == 0
    card = result(
        certeval("score", "welding", "-a", "me.yaml", "--library", root, "--format", "json")
    )
    assert card["total"] == 80 * 0.25 + 50 * 0.75


def test_what_is_left_out_of_the_audience_is_noted(certeval, library):
    root = library(
        methodology={"mine": files.rubric(), "wide": files.rubric("wide", "{min: 0, max: 9}")},
        audiences={"apprentice": files.audience()},
    )
    ran = certeval(
        "weights", "price", "depth", "--rubric", "wide", "--library", root,
        "-a", "apprentice", "--save", "me.yaml",
    )  # fmt: skip
    assert ran.code == 0
    assert ran.err.startswith("warning: the adjustments and weights of the audience apprentice are")
    assert "adjustments" not in Path("me.yaml").read_text()
    assert certeval("check", "me.yaml", "--library", root).code == 0


def test_a_rubric_that_is_in_no_library(certeval):
    Path("plain.yaml").write_text(files.rubric("plain"))
    mine = ["weights", "price", "depth", "--rubric", "plain.yaml", "--save", "me.yaml"]
    ran = certeval(*mine, "--hours-per-week", "5")
    both = "check", "me.yaml", "plain.yaml"
    assert ran.err == (
        "wrote me.yaml\n"
        f"note: no library has the rubric 'plain'; check with 'certeval {' '.join(both)}'\n"
        "to use it, run 'certeval score CERT --rubric plain.yaml --audience me.yaml'\n"
    )
    assert certeval(*both).code == 0
    Path("welding.yaml").write_text(files.certificate(rubric="plain"))
    judged = ["score", "welding.yaml", "--rubric", "plain.yaml", "--audience", "me.yaml"]
    assert result(certeval(*judged, "-f", "json"))["total"] == 57.5


def test_without_saving_no_audience_is_read(certeval, monkeypatch):
    monkeypatch.setenv("CERTEVAL_AUDIENCE", "nobody")
    assert certeval("weights", *ALL).code == 0
    assert certeval("weights", *ALL, "--save", "me.yaml").code == 2


def test_the_result_goes_where_it_is_sent(certeval):
    ran = certeval("weights", *ALL, "--save", "me.yaml", "-o", "weights.md", "-f", "markdown")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[0::3] == ["wrote me.yaml", "wrote weights.md"]
    assert Path("weights.md").read_text().startswith("# Career certificate rubric: weights by")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["x", "hiring"],
            "CRITERION: the rubric has no criterion 'x'\n  help: criteria: curriculum-",
        ),
        (
            ["hirin-impact"],
            "CRITERION: the rubric has no criterion 'hirin-impact'\n  help: did you mean",
        ),
        (["--ask"], "--ask needs a terminal\n  help: name the criteria as arguments, the most imp"),
        (
            ["hiring", "--ask"],
            "--ask cannot be combined with criteria\n  help: leave one of them out",
        ),
        (["--method", "points", "hiring"], "invalid value for '--method'"),
        (["--rubric", "nothing", *ALL], "unknown rubric 'nothing'"),
    ],
)
def test_could_not_run(arguments, message, certeval):
    ran = certeval("weights", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}")


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_any_text_of_a_rubric_is_shown_and_not_obeyed(form, certeval, tmp_path):
    library = hostile_library.write(tmp_path / "nasty", TEXTS)
    order = [f"c{number}" for number in range(len(TEXTS))]
    ran = certeval("weights", *order, "--rubric", "judge", *library, "-f", form)
    assert (ran.code, ran.err) == (0, "")
    if form == "json":
        assert [line["title"] for line in json.loads(ran.out)["lines"]] == TEXTS
        return
    assert not acting(ran.out)
    if form == "table":
        assert all(text in ran.out for text in SHOWN)
    if form == "csv":
        records = list(csv.DictReader(io.StringIO(ran.out, newline="")))
        texts = [record[name] for record in records for name in ("title", "question")]
        assert not any(text.lstrip(" ").startswith(FORMULA) for text in texts)
        assert len([one for one in records if one["record"] == "lines"]) == len(TEXTS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.sampled_from(TEXTS), first=st.permutations(range(2)))
def test_any_audience_comes_through(title, first, certeval, tmp_path_factory):
    root = tmp_path_factory.mktemp("nasty")
    library = hostile_library.write(root, [title, "w2"])
    order = [f"c{number}" for number in first]
    path = root / "me.yaml"
    ran = certeval(
        "weights", *order, "--rubric", "judge", *library, "--save", path, "--title", title
    )
    assert ran.code == 0
    assert certeval("check", path, *library).code == 0
    card = result(certeval("score", hostile_library.JUDGED, *library, "-a", path, "-f", "json"))
    assert card["audience"]["title"] == title
    assert {line["criterion"]: line["weight_percent"] for line in card["lines"]} == {
        order[0]: 75, order[1]: 25,
    }  # fmt: skip

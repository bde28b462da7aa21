"""Ranking definitions, from the command line."""

import json

import pytest

from tests.tables import audience, certificate, rubric

WEIGHTS = {"depth": 60, "price": 40}


HAS_ERRORS = "has errors; run 'certeval check {}' to see them"


@pytest.fixture
def guild(library):
    """Three certificates that are scored, for two readers, and some that are not."""
    scores = {"a": (80, 20), "b": (50, 65), "c": (10, 10)}
    certificates = {
        name: certificate(name, {"depth": depth, "price": price})
        for name, (depth, price) in scores.items()
    }
    weights = [{"criterion": name, "weight_percent": weight, "source": "me"}
               for name, weight in (("depth", 40), ("price", 60))]  # fmt: skip
    root = library(
        methodology={"mine": rubric(WEIGHTS, primary_audience="reader")},
        certificates={
            **certificates,
            "foreign": certificate("foreign", {}, rubric="career-certificate"),
            "half": certificate("half", {"depth": 5}),
            "none": certificate("none", {}, rubric=None),
            "broken": "kind: certificate\n",
        },
        audiences={
            "reader": audience("reader"),
            "novice": audience("novice", weights=weights),
        },
    )
    return ["--library", str(root)]


def ranking(ran):
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_a_tie_of_certificates(certeval, guild):
    ran = certeval("rank", "a", "c", "b", *guild)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Ranking for READER\n")
    assert "A tie at rank 1: a and b have the same exact total, 56.\n" in ran.out
    assert [line.split()[1] for line in ran.out.splitlines() if line.startswith("\u2502")] == [
        "Rank", "1=", "1=", "3",
    ]  # fmt: skip


def test_all_that_are_scored(certeval, guild):
    ran = certeval("rank", "--all", "--rubric", "mine", *guild, "-f", "json")
    found = ranking(ran)
    assert [(one["id"], one["rank"]) for one in found["entries"]] == [("a", 1), ("b", 1), ("c", 3)]
    assert found["rubric"]["id"] == "mine"
    left_out = {one["id"]: one["reason"] for one in found["left_out"]}
    folder = f"{guild[1]}/certificates"
    assert left_out["broken"] == HAS_ERRORS.format(f"{folder}/broken.yaml")
    assert left_out["half"] == HAS_ERRORS.format(f"{folder}/half.yaml")
    assert left_out["none"] == "not scored yet"
    assert left_out["foreign"] == "not scored yet"
    assert left_out["ibm-ml"] == "is scored under the rubric career-certificate"
    assert set(left_out) >= {"mlops-duke", "google-pmle"}


def test_all_need_one_rubric(certeval, guild):
    ran = certeval("rank", "--all", *guild)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "error: there are several rubrics to score under: career-certificate, mine\n"
        "  help: choose one with --rubric\n"
    )


def test_all_needs_a_scored_certificate(certeval, library, tmp_path):
    root = library(methodology={"mine": rubric(WEIGHTS)})
    ran = certeval("rank", "--all", "--rubric", "mine", "--library", root)
    assert ran.code == 2
    assert ran.err == (
        "error: no certificate is scored under the rubric mine\n"
        "  help: add scores to a certificate's file, or rank a table with --from\n"
    )


def test_a_rubric_with_problems(certeval, library):
    root = library(methodology={"mine": rubric({"depth": 60, "price": 50})})
    ran = certeval("rank", "--all", "--rubric", "mine", "--library", root)
    assert ran.code == 2
    assert "weights add up to 110%, not 100%" in ran.err


def test_a_library_without_a_rubric(certeval, monkeypatch, tmp_path):
    from certeval.library import folders

    monkeypatch.setattr(folders, "built_in", lambda: tmp_path)
    ran = certeval("rank", "--all")
    assert ran.err == (
        "error: there is no rubric to score under\n  help: name a file with --rubric\n"
    )


def test_two_audiences(certeval, guild):
    found = ranking(certeval("rank", "a", "b", "c", "--against", "novice", *guild, "-f", "json"))
    assert found["against"]["id"] == "novice"
    assert [
        (one["id"], one["rank_display"], one["against"]["rank_display"]) for one in found["entries"]
    ] == [("a", "1=", "2"), ("b", "1=", "1"), ("c", "3", "3")]
    assert found["similarity"]["ws"] == 0.5 + 0.25
    table = certeval("rank", "a", "b", "c", "--against", "novice", *guild).out
    assert "Rank for NOVICE" in table
    assert "Compared with the ranking for NOVICE: Spearman's rho " in table


def test_a_second_audience_is_another(certeval, guild):
    for first in ([], ["-a", "reader"]):
        ran = certeval("rank", "a", "b", "--against", "reader", *first, *guild)
        assert ran.code == 2
        assert ran.err == (
            "error: --against: the ranking is for the audience 'reader' already\n"
            "  help: name another audience\n"
        )


def test_no_audience_against_an_audience(certeval, library):
    root = library(
        methodology={"mine": rubric(WEIGHTS)},
        certificates={name: certificate(name, {"depth": 5, "price": 5}) for name in "ab"},
        audiences={"novice": audience("novice")},
    )
    ran = certeval("rank", "a", "b", "--against", "novice", "--library", root, "-f", "json")
    found = ranking(ran)
    assert (found["audience"], found["against"]["id"]) == (None, "novice")
    assert found["similarity"] == {
        "spearman": None, "spearman_display": None, "ws": 1.0, "ws_display": "1.000",
    }  # fmt: skip


def test_a_certificate_of_standard_input_for_two_readers(process, guild):
    text = certificate("piped", {"depth": 90, "price": 90})
    ran = process("rank", "-", "a", "--against", "novice", *guild, "-f", "json", stdin=text)
    found = ranking(ran)
    assert [one["id"] for one in found["entries"]] == ["piped", "a"]
    assert found["entries"][1]["against"]["total"] == 44.0


def test_standard_input_can_be_read_once(certeval, guild):
    for arguments in (["-", "--against", "-"], ["a", "-", "--rubric", "-"],
                      ["--from", "-", "--rubric", "-"], ["--from", "-", "-a", "-"]):  # fmt: skip
        ran = certeval("rank", *arguments, *guild)
        assert (ran.code, ran.err) == (
            2,
            "error: standard input can be read only once\n  help: give a file for the other\n",
        )


def test_a_certificate_is_named_once(certeval, guild):
    ran = certeval("rank", "a", "a", *guild)
    assert ran.err == "error: 'a' is named twice\n  help: name each certificate once\n"


def test_one_alone_can_be_ranked(certeval, guild):
    found = ranking(certeval("rank", "c", *guild, "-f", "json"))
    assert [(one["rank_display"], one["behind"]) for one in found["entries"]] == [("1", 0.0)]


def test_weights_of_the_command_line(certeval, guild):
    more = ["--weight", "depth=100", "--weight", "price=0"]
    found = ranking(certeval("rank", "a", "b", *more, *guild, "-f", "json"))
    assert [(one["id"], one["rank"]) for one in found["entries"]] == [("a", 1), ("b", 2)]
    ran = certeval("rank", "a", "b", "--weight", "depth=80", *guild)
    assert ran.err.startswith("error: weights add up to 120%, not 100%\n")
    ran = certeval("rank", "a", "b", "--weight", "depth=80", "--normalize", *guild)
    assert "Warning: weights added up to 120% and were rescaled to 100%.\n" in ran.out


def test_the_best_of_them(certeval, guild):
    ran = certeval("rank", "--all", "--rubric", "mine", "--top", "1", *guild)
    assert "Showing the best 1 of 3; 1 more tie with the last one.\n" in ran.out
    assert "A tie at rank 1: a and 1 more have the same exact total, 56.\n" in ran.out


def test_who_has_no_scores_cannot_be_ranked(certeval, guild):
    ran = certeval("rank", "a", "none", *guild)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error: 'none' has no scores yet under the rubric 'mine'\n")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ([], "nothing to rank", "name certificates, or use --all, or --from FILE"),
        (["ibm-ml", "--all"], "CERT..., --all and --from cannot be combined",
         "name certificates, or use --all, or --from FILE"),
        (["--all", "--from", "x.csv"], "CERT..., --all and --from cannot be combined",
         "name certificates, or use --all, or --from FILE"),
        (["--all", "--strict"], "--map and --strict are for a table", "name one with --from"),
        (["ibm-ml", "--map", "id=x"], "--map and --strict are for a table", "name one with --from"),
        (["--from", "x.csv", "--against", "career-changer"],
         "--against is for certificates, not for a table", "rank it once for each audience"),
        (["--from", "x.csv", "--map", "id"], "--map 'id': expected NAME=COLUMN",
         "for example --map id=Name"),
        (["--from", "x.csv", "--map", "id=a", "--map", "id=b"], "--map: 'id' is given twice",
         "keep one of them"),
        (["--from", "x.csv", "--map", "id=a", "--map", "title=a"],
         "--map: id and title are one column, 'a'", "give each a column of its own"),
        (["--from", "x.csv", "--map", "prize=a"],
         "--map: 'prize' is neither id, title nor a criterion", None),
        (["--from", "x.csv", "--weight", "accessibility=x"],
         "--weight accessibility: expected a number, found 'x'", None),
        (["--from", "x.csv", "-a", "nobody"], "unknown audience 'nobody'", None),
        (["--from", "x.csv", "--rubric", "nothing"], "unknown rubric 'nothing'", None),
        (["--all", "--against", "nobody"], "unknown audience 'nobody'", None),
        (["--all", "--top", "0"],
         "--top: must be at least 1", None),
    ],
)  # fmt: skip
def test_could_not_run(arguments, message, hint, certeval):
    ran = certeval("rank", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"error: {message}\n")
    if hint:
        assert ran.err == f"error: {message}\n  help: {hint}\n"

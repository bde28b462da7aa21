"""0 done, 1 a condition does not hold, 2 could not run, 70 a bug, 130 interrupted."""

import json

import pytest

from certeval.cli import run as running


@pytest.mark.parametrize(
    ("least", "code"), [("7.3", 0), ("7.30", 0), ("7", 0), ("7.4", 1), ("7.31", 1), ("-1", 0)]
)
def test_min_score_compares_the_printed_rating(least, code, certeval):
    ran = certeval("score", "ibm-ml", f"--min-score={least}")
    assert ran.code == code
    assert "Rating" in ran.out
    expected = f"ibm-ml for data-professional: rating 7.3 is below {least} (exact total 7.275)\n"
    assert ran.err == (expected if code else "")


def test_min_score_of_several_audiences(certeval):
    ran = certeval("score", "ibm-ml", "--all-audiences", "--min-score", "7.2")
    assert ran.code == 1
    assert ran.err == "ibm-ml for career-changer: rating 7.1 is below 7.2 (exact total 7.05)\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scroe"], "error: no such command 'scroe'. Did you mean 'score'?\n  help: see 'certeval"),
        (["score"], "error: missing argument 'CERT'\n  help: see 'certeval score --help'\n"),
        (
            ["score", "ibm-ml", "--audeince", "x"],
            ("error: no such option: --audeince\n"
             "  help: did you mean '--audience'? see 'certeval score --help'\n"),
        ),
        (
            ["review", "ibm-ml", "--hour", "5"],
            ("error: no such option: --hour\n"
             "  help: did you mean '--hours-per-week'? see 'certeval review --help'\n"),
        ),
        (
            ["review", "ibm-ml", "--price", "5"],
            "error: no such option: --price\n  help: see 'certeval review --help'\n",
        ),
        (
            ["fit", "ibm-ml", "-a", "career-changer", "--audience", "data-professional"],
            ("error: --audience is given more than once\n"
             "  help: 'certeval fit' takes one --audience; keep one of them\n"),
        ),
        (
            ["review", "ibm-ml", "--salary", "50000", "--raise", "5000"],
            "error: a salary and a raise are given\n  help: give --raise or --salary\n",
        ),
        (["score", "ibm-ml", "-f", "xml"], "error: invalid value for"),
        (["list", "--level", "expert"], "error: invalid value for"),
        (
            ["score", "ibm-ml", "--set", "accessibility"],
            "error: --set 'accessibility': expected CRITERION=SCORE\n  help: for example --set ",
        ),
        (["score", "ibm-ml", "--set", "=5"], "error: --set '=5': expected CRITERION=SCORE\n"),
        (
            ["score", "ibm-ml", "--set", "accessibility=high"],
            "error: --set accessibility=high: expected a number, found 'high'\n",
        ),
        (
            ["score", "ibm-ml", "--set", "accessibility=5", "--set", "accessibility=6"],
            "error: --set: 'accessibility' is given twice\n  help: keep one of them\n",
        ),
        (
            ["score", "ibm-ml", "--set", "colour=5"],
            "error: --set: the rubric has no criterion 'colour'\n  help: criteria: curriculum-",
        ),
        (
            ["score", "ibm-ml", "--weight", "accessibility=20%"],
            "error: --weight accessibility: expected a number, found '20%'\n  help: write 20\n",
        ),
        (
            ["score", "ibm-ml", "--weight", "accessibility=20"],
            "error: weights add up to 110%, not 100%\n",
        ),
        (
            ["score", "ibm-ml", "--min-score", "high"],
            "error: --min-score: expected a number, found 'high'\n",
        ),
        (["score", "ibm-ml", "-o", "no/such/x"], "error: cannot write 'no/such/x': no such file"),
    ],
)  # fmt: skip
def test_could_not_run(arguments, message, certeval):
    ran = certeval(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)


@pytest.mark.parametrize(
    "how", [["--format", "json"], ["--format=json"], ["-f", "json"], ["-fjson"]]
)
def test_errors_are_json_as_well_where_json_is_asked_for(how, certeval):
    ran = certeval("score", "--no-such-option", *how)
    error = json.loads(ran.out)["error"]
    assert (ran.code, error["kind"], error["message"]) == (
        2,
        "usage",
        "no such option: --no-such-option",
    )
    assert ran.err.startswith("error: ")


def test_the_variable_asks_for_json(certeval, monkeypatch):
    monkeypatch.setenv("CERTEVAL_FORMAT", "json")
    assert json.loads(certeval("score", "ibm-ml").out)["rating"] == 7.3
    assert json.loads(certeval("score", "nobody").out)["error"]["kind"] == "unknown-id"
    assert certeval("score", "nobody", "-f", "table").out == ""


def test_a_bug_is_one_line(certeval, monkeypatch):
    def fail(_):
        raise RuntimeError("oh [no]")

    monkeypatch.setattr(running, "_invoke", fail)
    ran = certeval("score", "ibm-ml")
    assert ran.code == 70
    assert ran.err == (
        "certeval: internal error: RuntimeError in fail: oh [no]\n"
        "  help: this is a bug: please report it, with the output of --debug\n"
    )
    assert "Traceback (most recent call last)" in certeval("score", "ibm-ml", "--debug").err


@pytest.mark.parametrize("interruption", ["KeyboardInterrupt", "EOFError"])
def test_interrupted(certeval, monkeypatch, interruption):
    import builtins

    from certeval.library import loading

    def interrupt(*_, **__):
        raise getattr(builtins, interruption)

    monkeypatch.setattr(loading, "load", interrupt)
    assert certeval("score", "ibm-ml").code == 130


def test_interrupted_while_it_loads(certeval, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "_invoke", interrupt)
    assert certeval("score", "ibm-ml").code == 130

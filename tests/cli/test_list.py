"""Lists of definitions, with filters and a search."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("guild")


def ids(ran):
    assert ran.code == 0
    return [entry["id"] for entry in json.loads(ran.out)["entries"]]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["certificate", "of"], ["brazing", "soldering", "welding"]),
        (["certificates", "guild", "weld"], ["welding"]),
        (["roles", "metal"], ["fabricator"]),
        (["smiths", "--max-price", "150"], ["brazing", "soldering"]),
        (["--provider", "inspectors"], ["inspector"]),
        (["--skill", "fusion"], ["soldering", "welding"]),
        (["--skill", "blueprints"], ["drawing"]),  # an alias
        (["--skill", "fusion", "--skill", "silver-brazing"], ["welding"]),
        (["--level", "beginner"], ["drawing", "soldering"]),
        (["--role", "fabricator", "--level", "beginner"], ["drawing", "soldering"]),
        (["measures", "payback"], ["payback-weeks"]),
    ],
)
def test_what_is_found(arguments, found, certeval):
    assert ids(certeval("list", *arguments, "-f", "json")) == found


def test_a_reviewers_rating(certeval):
    entries = json.loads(certeval("list", "certificates", "-f", "json").out)["entries"]
    ratings = {entry["id"]: entry["facts"]["rating_display"] for entry in entries}
    score = json.loads(certeval("score", "welding", "-f", "json").out)
    assert ratings["welding"] == score["rating_display"]
    assert ratings["inspector"] is None  # it has no scores


def test_a_rating_that_cannot_be_calculated_is_left_out(certeval, library):
    text = (
        "kind: certificate\nid: odd\ntitle: Odd\nprovider: X\nrubric: craft\n"
        "sources: [{id: me, title: T, publisher: P, date: 2026}]\n"
        "scores: [{criterion: depth, raw: 5, reason: So, source: me}]\n"
    )
    ran = certeval("list", "odd", "--library", library(certificates={"odd": text}), "-f", "json")
    (entry,) = json.loads(ran.out)["entries"]
    assert entry["facts"]["rating"] is None


def test_filters_are_for_certificates(certeval):
    ran = certeval("list", "roles", "--level", "beginner")
    assert ran.code == 2
    assert "are filters for certificates" in ran.err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--skill", "weldign"], "unknown skill 'weldign'"),
        (["--role", "nobody"], "unknown role 'nobody'"),
        (["--max-price", "-1"], "must not be negative"),
    ],
)
def test_filters_that_mean_nothing(arguments, error, certeval):
    ran = certeval("list", *arguments)
    assert ran.code == 2
    assert error in ran.err


def test_words_of_a_title_are_suggested_as_ids(certeval):
    ran = certeval("score", "drawing trades")
    assert ran.code == 2
    assert "did you mean 'drawing'?" in ran.err
    ran = certeval("score", "certificate of")
    assert "did you mean 'brazing', 'soldering' or 'welding'?" in ran.err

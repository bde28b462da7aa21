"""Ranking the rows of a table, from the command line."""

import csv
import io
import json
import tracemalloc
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certeval.analysis.rank.rank_table import rank_table
from certeval.analysis.score import score as score_of
from certeval.cli.run import run
from certeval.errors import NoRowError
from certeval.library.tables.columns import Columns
from certeval.library.tables.table import Table
from certeval.model.context import Case
from tests import builders
from tests.tables import audience, certificate, csv_table, json_table, rubric

CASES = Path(__file__).parent.parent / "cases"
SUMS = yaml.load((CASES / "weighted_sum.yaml").read_text(), yaml.BaseLoader)  # noqa: S506 - ours
RANKS = [{"A1": "3", "A2": "1=", "A3": "1="}, {"X": "1=", "Y": "1="}, {"X": "1"}]
WEIGHTS = {"depth": 60, "price": 40}
HEADER = ("id", "title", "depth", "price")
ROWS = [("a", "Alpha", 80, 20), ("b", "Beta", 50, 65), ("c", "Gamma", 10, 10)]
WRITERS = {"csv": csv_table, "jsonl": json_table}


@pytest.fixture
def terms(tmp_path):
    """Write a rubric, and give the option that names it."""

    def write(text=None):
        path = tmp_path / "rubric.yaml"
        path.write_text(text or rubric(WEIGHTS), encoding="utf-8")
        return ["--rubric", str(path)]

    return write


@pytest.fixture
def judged(certeval, terms, tmp_path):
    """Rank rows by a rubric: ``judged(rubric, "csv", header, *rows)`` is the JSON."""

    def rank(text, form, header, *rows):
        table = WRITERS[form](tmp_path / f"t.{form}", header, *rows)
        return ranking(certeval("rank", "--from", table, *terms(text), "-f", "json"))

    return rank


def ranking(ran):
    assert ran.code == 0, ran.err
    return json.loads(ran.out, parse_float=Decimal)


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(("case", "expected"), [*zip(SUMS, RANKS, strict=True)])
def test_published_tables(case, expected, form, judged):
    names = [f"c{number}" for number in range(len(case["weights"]))]
    weights = [f"{builders.percent(weight):f}" for weight in case["weights"]]
    judge = rubric(dict(zip(names, weights, strict=True)), *case["scale"])
    rows = [(name, *row["scores"]) for name, row in case["rows"].items()]
    found = judged(judge, form, ("id", *names), *rows)["entries"]
    assert {one["id"]: one["rank_display"] for one in found} == expected
    for one in found:
        assert one["total"] == Decimal(case["rows"][one["id"]]["total"])
        assert Decimal(one["total_display"]) == one["total"]


@pytest.mark.parametrize("form", WRITERS)
def test_a_table(form, certeval, terms, tmp_path):
    table = WRITERS[form](tmp_path / f"t.{form}", HEADER, *ROWS)
    ran = certeval("rank", "--from", table, *terms(), "--top", "2")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Ranking of {table}\n")
    assert "A tie at rank 1: a and b have the same exact total, 56.\n" in ran.out
    assert "Ranked: 3 of 3 rows.\n" in ran.out
    assert "Showing the best 2 of 3.\n" in ran.out
    found = ranking(certeval("rank", "--from", table, *terms(), "-f", "json"))
    assert (found["file"], found["rows_read"], found["ranked"]) == (str(table), 3, 3)
    assert (found["audience"], found["rubric"]["id"]) == (None, "mine")
    assert [one["title"] for one in found["entries"]] == ["Alpha", "Beta", "Gamma"]


def test_the_audience_counts_as_it_does_for_a_score(certeval, tmp_path, library):
    change = {"criterion": "depth", "change": -45, "reason": "New to it", "source": "me"}
    weights = [{"criterion": name, "weight_percent": 50, "source": "me"} for name in WEIGHTS]
    novice = audience("novice", adjustments=[change], weights=weights)
    root = library(
        methodology={"mine": rubric(WEIGHTS, primary_audience="novice")},
        audiences={"novice": novice, "reader": audience("reader")},
        certificates={row[0]: certificate(row[0], {"depth": row[2], "price": row[3]})
                      for row in ROWS},
    )  # fmt: skip
    options = ["--library", root, "--rubric", "mine", "-f", "json"]
    table = csv_table(tmp_path / "t.csv", HEADER, *ROWS)
    for reader in ([], ["-a", "novice"], ["-a", "reader"]):
        rows = ranking(certeval("rank", "--from", table, *reader, *options))
        judged = ranking(certeval("rank", "--all", *reader, *options))
        assert rows["audience"] == judged["audience"]
        for one, other in zip(rows["entries"], judged["entries"], strict=True):
            assert {**one, "title": None} == {**other, "title": None}
    assert rows["entries"][0]["total"] == 56


def test_what_an_audience_says_for_another_rubric_is_left_out(certeval, terms, tmp_path):
    table = csv_table(tmp_path / "t.csv", HEADER, *ROWS)
    ran = certeval("rank", "--from", table, *terms(), "-a", "career-changer")
    assert ran.code == 0
    assert "Warning: the adjustments and weights of the audience career-changer are " in ran.out


def test_the_only_rubric_is_taken(certeval, tmp_path):
    header = "id,curriculum-quality,hiring-impact,skill-to-job-match,value-for-money,portfolio-and-interview-prep,accessibility"  # noqa: E501
    table = tmp_path / "t.csv"
    table.write_text(f"{header}\nibm-ml,7.5,7,7,8.5,7,6.5\n")
    for reader, total in (("data-professional", "7.275"), ("career-changer", "7.05")):
        found = ranking(certeval("rank", "--from", table, "-a", reader, "-f", "json"))
        assert found["entries"][0]["total"] == Decimal(total)
    assert ranking(certeval("rank", "--from", table, "-f", "json"))["audience"] is not None


def test_bad_rows_are_reported_by_line_and_the_rest_is_ranked(certeval, terms, tmp_path):
    rows = [*ROWS, ("d", "Delta", "x", 5), ("a", "Again", 1, 1), ("e", "Epsilon", 101, "")]
    table = csv_table(tmp_path / "t.csv", HEADER, *rows)
    note = (
        f"{table}:5: error: DEPTH: expected a number, found 'x'\n"
        f"{table}:6: error: duplicate id 'a'\n  help: line 2 has it already\n"
        f"{table}:7: error: DEPTH: score 101 is outside the scale 0-100\n"
        "  help: scores go from 0 to 100\n"
    )
    ran = certeval("rank", "--from", table, *terms())
    assert (ran.code, ran.err) == (0, note)
    assert "Ranked: 3 of 6 rows. 3 invalid rows left out: lines 5, 6, 7.\n" in ran.out
    found = ranking(certeval("rank", "--from", table, *terms(), "-f", "json"))
    assert (found["bad_count"], [row["line"] for row in found["bad_rows"]]) == (3, [5, 6, 7])
    assert found["bad_rows"][1] == {
        "line": 6, "message": "duplicate id 'a'", "hint": "line 2 has it already",
    }  # fmt: skip
    out = certeval("rank", "--from", table, *terms(), "-f", "csv").out
    records = list(csv.DictReader(io.StringIO(out)))
    assert [one["line"] for one in records if one["record"] == "bad_rows"] == ["5", "6", "7"]
    ran = certeval("rank", "--from", table, *terms(), "--strict")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{table}:5: error: DEPTH: expected a number, found 'x'\n1 problem in 1 file\n"
    )


def test_one_bad_row(certeval, terms, tmp_path):
    table = csv_table(tmp_path / "t.csv", HEADER, *ROWS, ("d",))
    assert "1 invalid row left out: line 5.\n" in certeval("rank", "--from", table, *terms()).out


def test_many_bad_rows(certeval, terms, tmp_path):
    table = csv_table(tmp_path / "t.csv", HEADER, *ROWS, *[("x",)] * 150)
    ran = certeval("rank", "--from", table, *terms())
    assert ran.err.count("error: 1 cell, expected 4\n") == 100
    assert ran.err.endswith("\nand 50 more\n")
    lines = "5, 6, 7, 8, 9, 10, 11, 12, 13, 14, and 140 more"
    assert f"150 invalid rows left out: lines {lines}." in ran.out


def test_errors_are_json_as_well(certeval, terms, tmp_path):
    table = csv_table(tmp_path / "t.csv", ("id", "depth", "prize"), ("a", 1, 2))
    ran = certeval("rank", "--from", table, *terms(), "-f", "json")
    error = json.loads(ran.out)["error"]
    assert (ran.code, error["kind"], error["message"]) == (2, "definition", "1 problem in 1 file")
    (item,) = error["diagnostics"]
    assert (item["line"], item["column"], item["message"]) == (1, None, "no column for PRICE")
    assert ran.err == (
        f"{table}:1: error: no column for PRICE\n"
        "  help: name it with --map price=COLUMN; columns: 'id', 'depth', 'prize'\n"
        "1 problem in 1 file\n"
    )


def test_no_good_row(certeval, terms, tmp_path):
    table = csv_table(tmp_path / "t.csv", HEADER, ("a", "A", "x", 1))
    ran = certeval("rank", "--from", table, *terms())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{table}:2: error: DEPTH: expected a number, found 'x'\n"
        "no row is left to rank: 1 problem in 1 file\n"
    )


@pytest.mark.parametrize(
    ("policy", "warnings", "totals"),
    [
        (
            "exclude",
            ["no score for PRICE in 1 of 3 rows: left out there; the other weights are rescaled",
             "totals over different criteria are hard to compare"],
            {"a": 80, "b": 56, "c": 10},
        ),
        (
            "lowest",
            ["no score for PRICE in 1 of 3 rows: counted as the scale's minimum"],
            {"a": 48, "b": 56, "c": 10},
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", WRITERS)
def test_missing_scores(policy, warnings, totals, form, judged):
    none = "" if form == "csv" else "null"
    judge = rubric(WEIGHTS, missing_score=policy)
    found = judged(judge, form, HEADER, ("a", "A", 80, none), *ROWS[1:])
    assert found["warnings"] == warnings
    assert {one["id"]: one["total"] for one in found["entries"]} == totals


@pytest.mark.parametrize("policy", ["exclude", "lowest"])
def test_a_column_that_is_missing(policy, judged):
    judge = rubric(WEIGHTS, missing_score=policy)
    found = judged(judge, "csv", ("id", "depth", "Kosten"), ("a", 80, 1), ("b", 50, 1))
    assert found["warnings"][0] == "columns that are not used: 'Kosten'"
    assert found["warnings"][1].startswith("no score for PRICE in every row: ")
    assert len(found["warnings"]) == 2
    assert found["entries"][0]["total"] == (80 if policy == "exclude" else 48)


def test_two_that_print_the_same_rating(certeval, terms, tmp_path):
    table = csv_table(tmp_path / "t.csv", ("id", "depth"), ("a", "7.05"), ("b", "7.1"))
    ran = certeval("rank", "--from", table, *terms(rubric({"depth": 100})))
    assert "Equal ratings are not necessarily ties: ranks use exact totals.\n" in ran.out
    assert "A tie" not in ran.out


def test_many_ties(certeval, terms, tmp_path):
    rows = [(f"c{number:02}", number // 2, 0) for number in range(24)]
    table = csv_table(tmp_path / "t.csv", ("id", "depth", "price"), *rows)
    out = certeval("rank", "--from", table, *terms()).out
    assert out.count("\nA tie at rank ") == 10
    assert 'And 2 more ties: tied ranks are marked with "=".\n' in out


@pytest.mark.parametrize("how", ["-", "/dev/stdin"])
def test_standard_input(how, process, terms):
    content = "id;depth;price\na;80;20\na;1;1\nb;50;65\n"
    ran = process("rank", "--from", how, *terms(), "-f", "json", stdin=content)
    found = ranking(ran)
    assert [one["id"] for one in found["entries"]] == ["a", "b"]
    assert [row["line"] for row in found["bad_rows"]] == [3]
    assert ran.err.startswith("<stdin>:3: " if how == "-" else "/dev/stdin:3: ")


def test_text_of_a_table_does_not_act(certeval, terms, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text('id,title,depth,price\n=1+1,"\x1b[31m[bold]x\u202e",1,2\n@b,<b>,3,4\n')
    for form in ("table", "markdown", "csv"):
        out = certeval("rank", "--from", table, *terms(), "-f", form).out
        assert "\x1b" not in out
        assert "\u202e" not in out
        assert ("'=1+1" in out) == (form == "csv")
        assert ("<b>" in out) == (form != "markdown")


score = st.integers(0, 6)
rows = st.lists(st.tuples(score, score), min_size=1, max_size=8)


@pytest.fixture
def ranked(terms, tmp_path, capsys):
    """Rank scores by the command line; ids are c00, c01, ..."""
    judge = terms()

    def rank(scores, *options, form="csv", order=None):
        named = [(f"c{number:02}", *row) for number, row in enumerate(scores)]
        chosen = order.sample(named, len(named)) if order else named
        table = WRITERS[form](tmp_path / f"t.{form}", ("id", "depth", "price"), *chosen)
        assert run(["rank", "--from", str(table), *judge, "-f", "json", *options]) == 0
        return json.loads(capsys.readouterr().out)

    return rank


def by_id(found):
    return {one["id"]: one["rank"] for one in found["entries"]}


steady = settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


@steady
@given(rows)
def test_the_dominated_never_rank_above(ranked, rows):
    found = by_id(ranked(rows))
    for one, first in enumerate(rows):
        for two, second in enumerate(rows):
            if first[0] >= second[0] and first[1] >= second[1]:
                assert found[f"c{one:02}"] <= found[f"c{two:02}"]


@steady
@given(rows, st.data())
def test_a_higher_score_never_worsens_a_rank(ranked, rows, data):
    who = data.draw(st.integers(0, len(rows) - 1))
    higher = [(a + (at == who), b) for at, (a, b) in enumerate(rows)]
    assert by_id(ranked(higher))[f"c{who:02}"] <= by_id(ranked(rows))[f"c{who:02}"]


@steady
@given(rows, st.integers(0, 99), st.integers(1, 9))
def test_neither_the_order_nor_the_format_nor_the_top_changes_a_rank(ranked, rows, seed, top):
    whole = ranked(rows)["entries"]
    order = Random(seed)  # noqa: S311 - any order will do
    assert ranked(rows, form="jsonl", order=order)["entries"] == whole
    cut = ranked(rows, "--top", str(top), order=order)
    assert cut["entries"] == whole[:top]
    last = cut["entries"][-1]["rank"]
    assert cut["more_at_last_rank"] == sum(one["rank"] == last for one in whole[top:])
    for one, two in pairwise(whole):
        assert one["rank"] <= two["rank"]


@given(
    st.lists(st.lists(st.decimals(1, 10, places=3) | st.none(), min_size=3, max_size=3), min_size=1,
             max_size=6),
    st.decimals(-12, 12, places=2),
    st.sampled_from(["exclude", "lowest"]),
)  # fmt: skip
def test_the_totals_are_those_of_score(tmp_path_factory, rows, change, policy):
    weights = {"c0": "16.6", "c1": "33.4", "c2": 50}
    judge = builders.rubric(weights, 1, 10, missing_score=policy)
    reader = builders.audience(adjustments=[builders.adjustment("c1", change)])
    texts = [["" if raw is None else f"{raw:f}" for raw in row] for row in rows]
    named = [(f"c{number}", *row) for number, row in enumerate(texts)]
    path = csv_table(tmp_path_factory.getbasetemp() / "any.csv", ("id", *weights), *named)
    expected = {}
    for name, *row in named:
        scores = {criterion: raw for criterion, raw in zip(weights, row, strict=True) if raw}
        if scores or policy == "lowest":
            case = Case(builders.certificate(scores), reader, judge)
            expected[name] = score_of(case, normalize=True).total.value
    with Table(path, Columns(judge.criteria, {}, require_all_criteria=False)) as table:
        if expected:
            found = rank_table(table, judge, reader)
            assert {one.id: one.total.value for one in found.entries} == expected
            assert found.bad_count == len(rows) - len(expected)
        else:
            with pytest.raises(NoRowError):
                rank_table(table, judge, reader)


def made(path, count):
    """A table of *count* rows, of the scores that a scale with steps has."""
    random = Random(count)  # noqa: S311 - chance is all that is asked of it
    with path.open("w") as file:
        file.write("id,title,depth,price\n")
        for number in range(count):
            scores = f"{random.randint(0, 200) / 2},{random.randint(0, 200) / 2}"
            file.write(f"c{number},The certificate {number},{scores}\n")
    return path


@pytest.mark.parametrize("doubles", [0, 50])
def test_with_a_top_memory_does_not_grow_with_the_table(doubles, certeval, terms, tmp_path):
    def peak(count):
        table = made(tmp_path / "t.csv", count)
        with table.open("a") as file:
            file.write("".join(f"c{number},again,1,1\n" for number in range(doubles)))
        tracemalloc.start()
        ran = certeval("rank", "--from", table, *judge, "--top", "10", "-f", "csv")
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert ran.code == 0
        return used

    judge = terms()
    peak(100)  # once for what is imported on the way
    small, large = peak(2000), peak(20_000)
    assert large < small + 100_000, "bytes; the larger table has some 800,000 more"


def test_a_reader_that_leaves(terms, tmp_path, to_a_reader_that_leaves):
    table = made(tmp_path / "t.csv", 2000)
    code, line, errors = to_a_reader_that_leaves("rank", "--from", table, *terms(), "-f", "csv")
    assert (code, errors) == (0, "")
    assert line.startswith("record,rubric,audience,")
